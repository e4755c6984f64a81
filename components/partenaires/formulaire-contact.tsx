import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { ChampTexte } from '@/components/formulaire/champ-texte'
import { Radios } from '@/components/formulaire/choix'
import { Formulaire } from '@/components/formulaire/formulaire'
import { actionEnregistrerContactPartenaire } from '@/lib/partenaires/actions'
import { libellesContact } from '@/lib/partenaires/libelles'
import type { FicheAEcrire } from '@/lib/partenaires/queries-fiche'
import { telephoneEspace } from '@/lib/socle/format'

/** A contact of the partenaire, new or to change. */
export function FormulaireContact({
  titre,
  partenaireId,
  contact,
}: {
  titre: string
  partenaireId: string
  contact?: FicheAEcrire['contacts'][number]
}) {
  return (
    <Formulaire action={actionEnregistrerContactPartenaire} titrePage={titre} cle={`contact-${contact?.id ?? ''}`}>
      <h1 className="mb-6">{titre}</h1>
      <ChampCache name="partenaireId" valeur={partenaireId} />
      {contact && <ChampCache name="id" valeur={contact.id} />}
      <Radios
        name="type"
        label="Rôle"
        valeur={contact?.type}
        options={Object.entries(libellesContact).map(([valeur, libelle]) => ({ valeur, libelle }))}
      />
      <ChampTexte
        name="nom"
        label="Nom"
        aide="D’une personne ou d’un service"
        maxLength={150}
        valeur={contact?.nom}
        spellCheck={false}
      />
      <ChampTexte name="fonction" label="Fonction" optionnel maxLength={150} valeur={contact?.fonction ?? undefined} />
      <ChampTexte
        name="telephone"
        label="Téléphone"
        optionnel
        type="tel"
        inputMode="tel"
        largeur="court"
        valeur={telephoneEspace(contact?.telephone)}
      />
      <ChampTexte
        name="courriel"
        label="Adresse électronique"
        aide="Au moins un téléphone ou une adresse"
        optionnel
        type="email"
        inputMode="email"
        maxLength={254}
        spellCheck={false}
        valeur={contact?.courriel ?? undefined}
      />
      <BoutonEnvoi enCours="Enregistrement…">Enregistrer le contact</BoutonEnvoi>
    </Formulaire>
  )
}
