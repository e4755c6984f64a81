import { ChampTexte } from '@/components/formulaire/champ-texte'
import { Radios } from '@/components/formulaire/choix'
import type { Identite } from '@/lib/habilitations/schema'
import { telephoneEspace } from '@/lib/socle/format'
import { enumerer } from '@/lib/socle/francais'

/** Who holds the account: the fields of `schemaIdentite`, under their names. `domaines`: those the partenaire declares; none on the caisse side. */
export function ChampsIdentite({ valeurs = {}, domaines }: { valeurs?: Partial<Identite>; domaines?: string[] }) {
  return (
    <>
      <Radios
        name="civilite"
        label="Civilité"
        enLigne
        valeur={valeurs.civilite}
        options={[
          { valeur: 'madame', libelle: 'Madame' },
          { valeur: 'monsieur', libelle: 'Monsieur' },
        ]}
      />
      <ChampTexte name="nom" label="Nom" valeur={valeurs.nom} maxLength={80} spellCheck={false} />
      <ChampTexte name="prenom" label="Prénom" valeur={valeurs.prenom} maxLength={80} spellCheck={false} />
      <ChampTexte
        name="fonction"
        label="Fonction"
        aide={domaines === undefined ? undefined : 'Par exemple, assistante sociale'}
        valeur={valeurs.fonction}
        maxLength={120}
      />
      <ChampTexte
        name="telephone"
        label="Téléphone professionnel"
        type="tel"
        inputMode="tel"
        largeur="court"
        valeur={telephoneEspace(valeurs.telephone)}
      />
      <ChampTexte
        name="courriel"
        label="Adresse électronique professionnelle"
        aide={
          domaines === undefined
            ? 'Jamais une messagerie grand public. Le lien pour activer le compte y est envoyé.'
            : domaines.length > 0
              ? `Elle se termine par ${enumerer(domaines.map((domaine) => `@${domaine}`))}. Le lien pour activer le compte y est envoyé.`
              : 'Aucun domaine n’est encore déclaré pour cet organisme\u00a0: la caisse l’ajoute à sa fiche.'
        }
        type="email"
        inputMode="email"
        valeur={valeurs.courriel}
        maxLength={254}
        spellCheck={false}
      />
    </>
  )
}
