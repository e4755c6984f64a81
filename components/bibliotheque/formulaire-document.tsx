import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { ChampTexte } from '@/components/formulaire/champ-texte'
import { ChampTexteLong } from '@/components/formulaire/champ-texte-long'
import { CasesACocher, Radios } from '@/components/formulaire/choix'
import { Formulaire } from '@/components/formulaire/formulaire'
import { Pli } from '@/components/formulaire/pli'
import { ChampsAudience } from '@/components/publications/champs-audience'
import { actionEnregistrerDocument } from '@/lib/bibliotheque/actions'
import { genresDocument } from '@/lib/bibliotheque/modele'
import type { DocumentVu } from '@/lib/bibliotheque/queries'
import { type Service, services } from '@/lib/demandes/modele'
import { definitionDe } from '@/lib/demandes/registre'

/** What is said of a document; its files come after. */
export function FormulaireDocument({
  titre,
  lu,
  motifs,
  themes,
  caisses,
}: {
  titre: string
  lu?: DocumentVu
  motifs: { id: string; libelle: string; service: string }[]
  /** Those of the documents there are. */
  themes: string[]
  caisses: { id: string; nom: string }[]
}) {
  return (
    <Formulaire
      action={actionEnregistrerDocument}
      titrePage={titre}
      cle={`document-${lu?.id ?? 'nouveau'}`}
      className="max-w-160"
    >
      <h1 className="mb-5">{titre}</h1>
      <ChampCache name="id" valeur={lu?.id ?? ''} />
      {lu && <ChampCache name="version" valeur={lu.version} />}
      <Radios
        name="genre"
        label="De quoi s’agit-il ?"
        valeur={lu?.genre ?? 'formulaire'}
        enLigne
        options={Object.entries(genresDocument).map(([valeur, libelle]) => ({ valeur, libelle }))}
      />
      <ChampTexte name="titre" label="Titre" valeur={lu?.titre} largeur="plein" maxLength={120} />
      <ChampTexteLong name="description" label="À quoi il sert" valeur={lu?.description} maxLength={600} lignes={3} />
      <ChampTexte
        name="theme"
        label="Thème"
        aide="Il range les documents ensemble : reprenez les mêmes mots de l’un à l’autre."
        valeur={lu?.theme}
        suggestions={themes}
        maxLength={60}
      />
      <h2 className="mt-8 mb-3">À côté de quelles demandes</h2>
      <CasesACocher
        name="services"
        label="Services"
        aide="Le document est proposé pendant le dépôt d’une demande de ces services."
        valeurs={lu?.services}
        optionnel
        options={services.map((service) => ({ valeur: service, libelle: definitionDe(service).libelleCourt }))}
      />
      <Pli resume="Certains motifs seulement" champs={['motifs']} ouvert={Boolean(lu?.motifs.length)} className="mb-6">
        <CasesACocher
          name="motifs"
          label="Motifs"
          valeurs={lu?.motifs}
          optionnel
          className="mt-3"
          options={motifs.map(({ id, libelle, service }) => ({
            valeur: id,
            libelle: `${libelle} (${definitionDe(service as Service).libelleCourt.toLowerCase()})`,
          }))}
        />
      </Pli>
      <ChampsAudience lue={lu} caisses={caisses} />
      <div className="rangee-boutons">
        <BoutonEnvoi enCours="Enregistrement…">{lu ? 'Enregistrer' : 'Enregistrer et ajouter le fichier'}</BoutonEnvoi>
        <a href={lu ? `/bibliotheque/${lu.id}` : '/bibliotheque'} className="inline-block min-h-6">
          Ne rien changer
        </a>
      </div>
    </Formulaire>
  )
}
