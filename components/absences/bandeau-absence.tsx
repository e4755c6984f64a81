import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { Avis } from '@/components/ui/avis'
import { actionTerminerAbsence } from '@/lib/absences/actions'
import { absenceJusquau, periodeEnMots } from '@/lib/absences/libelles'
import { couvre } from '@/lib/absences/regles'
import { type Acteur, nomComplet } from '@/lib/socle/acteur'
import { enumerer } from '@/lib/socle/francais'
import type { DateIso } from '@/lib/socle/temps'

/** Above the queue: for whom one stands in today, and one's own absence, on or just ended. */
export function BandeauAbsence({ acteur, aujourdhui }: { acteur: Acteur; aujourdhui: DateIso }) {
  const { absence, absents } = acteur
  if (!absence && absents.length === 0) return null
  return (
    <div className="mx-5 mt-4 flex flex-col gap-3 max-tab:mx-4">
      {absence && <Sienne absence={absence} acteur={acteur} aujourdhui={aujourdhui} />}
      {absents.length > 0 && (
        <Avis>
          <p>
            Vous remplacez{' '}
            {enumerer(
              absents.map((qui) => `${nomComplet(qui)}, ${absenceJusquau(qui, qui.jusquau, aujourdhui)}`),
              'et',
            )}
            . {absents.length > 1 ? 'Leurs' : 'Ses'} demandes sont dans{' '}
            <a href="/caisse/file?vue=mes_demandes">Mes demandes</a>.
          </p>
        </Avis>
      )}
    </div>
  )
}

type Absence = NonNullable<Acteur['absence']>

function Sienne({ absence, acteur, aujourdhui }: { absence: Absence; acteur: Acteur; aujourdhui: DateIso }) {
  const remplacant = nomComplet(absence)
  if (!couvre(absence, aujourdhui))
    return (
      <Avis titre="De retour">
        <p>
          {remplacant} vous remplaçait {periodeEnMots(absence, aujourdhui)}.{' '}
          <a href="/caisse/absences#pendant">Voir ce qui s’est passé sur vos demandes</a>
        </p>
      </Avis>
    )
  return (
    <Avis
      ton="chaud"
      titre={`Vous êtes noté${acteur.civilite === 'monsieur' ? '' : 'e'} ${absenceJusquau(acteur, absence.finLe, aujourdhui)}`}
    >
      <p>{remplacant} suit vos demandes et reçoit vos courriels.</p>
      <Formulaire action={actionTerminerAbsence} titrePage="File" cle={`retour-${absence.id}`} className="mt-2">
        <ChampCache name="id" valeur={absence.id} />
        <BoutonEnvoi aspect="secondaire" dense enCours="Un instant…">
          Je suis de retour
        </BoutonEnvoi>
      </Formulaire>
    </Avis>
  )
}
