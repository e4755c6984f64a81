import type { ReactNode } from 'react'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { type Agir, adresseAgir } from '@/components/traitement/adresses'
import { type ModeleRempli, type modelesRemplis } from '@/components/traitement/modeles-de-reponse'
import { RelireApresRefus } from '@/components/traitement/relire-apres-refus'
import { TexteGarde } from '@/components/traitement/texte-garde'
import type { DemandeDeCaisse } from '@/lib/demandes/demande-caisse'
import type { FiltresFile } from '@/lib/demandes/filtres-file'
import type { ChoixDeCorrection } from '@/lib/demandes/queries-corrections'
import type { ActionFormulaire } from '@/lib/socle/etat-action'

export type CadreActe = {
  demande: DemandeDeCaisse
  filtres: FiltresFile | null
  /** Words of the page's `<title>`. */
  titrePage: string
  /** The view, kept on the page that follows. */
  suite: string
  /** Templates with the words of the demande, and the one the page was opened with. */
  modeles: ReturnType<typeof modelesRemplis>
  modele: ModeleRempli | null
  raccourcis: boolean
  /** Motifs and caisses to choose from, read for the forms of a correction only, and the caisse named in the address. */
  correction: ChoixDeCorrection
  vers?: string
  /** The partenaire may receive files in the portal. */
  remise: boolean
}

/** The one form of the page that writes: its title, what it changes, its fields, its verb, and a way out. */
export function FormulaireActe({
  cadre: { demande, filtres, titrePage, suite, modele },
  agir,
  action,
  titre,
  avis,
  bouton,
  enCours,
  apres,
  children,
}: {
  cadre: CadreActe
  agir: Agir
  action: ActionFormulaire
  titre: string
  avis?: ReactNode
  bouton: ReactNode
  enCours: string
  /** Plain forms that cannot stand inside it. */
  apres?: ReactNode
  children?: ReactNode
}) {
  return (
    <section id="agir" aria-labelledby="titre-agir" className="acte">
      <h2 id="titre-agir">{titre}</h2>
      {avis}
      <Formulaire
        key={`${agir} ${modele?.id ?? ''}`}
        action={action}
        titrePage={titrePage}
        cle={`${agir}-${demande.id}`}
        suite={suite}
        className="mt-3"
      >
        <ChampCache name="id" valeur={demande.id} />
        <ChampCache name="version" valeur={demande.version} />
        {children}
        <div className="rangee-boutons">
          {typeof bouton === 'string' ? <BoutonEnvoi enCours={enCours}>{bouton}</BoutonEnvoi> : bouton}
          {agir !== 'repondre' && (
            <a href={adresseAgir(demande.reference, filtres, 'repondre')} data-agir="" className="inline-block min-h-6">
              Annuler
            </a>
          )}
        </div>
        <RelireApresRefus />
      </Formulaire>
      {apres}
      <TexteGarde demandeId={demande.id} />
    </section>
  )
}
