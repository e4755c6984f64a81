import type { ReactNode } from 'react'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { ChampDate } from '@/components/formulaire/champ-date'
import { ChampTexte } from '@/components/formulaire/champ-texte'
import { ChampTexteLong } from '@/components/formulaire/champ-texte-long'
import { Formulaire } from '@/components/formulaire/formulaire'
import { EtatVide } from '@/components/ui/etat-vide'
import { actionLeverRetenue, actionRetenirDemande } from '@/lib/conservation/actions'
import type { ApercuConservation } from '@/lib/conservation/queries'
import { dateAvecAnnee } from '@/lib/socle/format'
import { dateAParis } from '@/lib/socle/temps'

/** What is held back, why, by whom, until when. */
export function ListeRetenues({
  retenues,
  titrePage,
}: {
  retenues: ApercuConservation['retenues']
  titrePage: string
}) {
  if (retenues.length === 0)
    return (
      <EtatVide titre="Aucune demande n’est retenue">
        <p>
          Retenez une demande quand un contentieux, un contrôle ou une réclamation demande de la garder plus longtemps.
        </p>
      </EtatVide>
    )
  return (
    <ul className="max-w-180 border-t border-filet-2">
      {retenues.map(({ id, reference, raison, jusquau, poseeLe, par }) => (
        <li key={id} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-b border-filet py-4">
          <div className="min-w-0 flex-1">
            <h2 className="text-17!">
              <span className="reference">{reference}</span>, jusqu’au {dateAvecAnnee(jusquau)}
            </h2>
            <p className="whitespace-pre-line">{raison}</p>
            <p className="text-15 text-encre-2">
              Retenue par {par}, le {dateAvecAnnee(dateAParis(poseeLe))}
            </p>
          </div>
          <Formulaire action={actionLeverRetenue} titrePage={titrePage} cle={`lever-${id}`}>
            <ChampCache name="id" valeur={id} />
            <BoutonEnvoi aspect="tiers" dense enCours="Levée…">
              Lever<span className="sr-only"> la retenue de la demande {reference}</span>
            </BoutonEnvoi>
          </Formulaire>
        </li>
      ))}
    </ul>
  )
}

/** `children`: the title of the page and its words, which the summary of errors stands above. */
export function FormulaireRetenue({
  reference,
  titrePage,
  children,
}: {
  reference: string
  titrePage: string
  children: ReactNode
}) {
  return (
    <Formulaire action={actionRetenirDemande} titrePage={titrePage} cle="retenir">
      {children}
      <ChampTexte
        name="reference"
        label="Référence de la demande"
        aide="Par exemple, 26-004817"
        maxLength={20}
        valeur={reference}
      />
      <ChampTexteLong
        name="raison"
        label="Pourquoi la garder plus longtemps"
        aide="Contentieux, contrôle, réclamation… Ne nommez personne."
        maxLength={500}
      />
      <ChampDate name="jusquau" label="Jusqu’à quel jour" aide="Cinq ans au plus. Par exemple, 31 12 2027" />
      <BoutonEnvoi enCours="Enregistrement…">Retenir la demande</BoutonEnvoi>
    </Formulaire>
  )
}
