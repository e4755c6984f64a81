import type { ReactNode } from 'react'
import type { LigneResume } from '@/components/ui/resume'
import { dureeEnMots, ouSession, quandSession } from '@/lib/formations/libelles'
import type { Situation } from '@/lib/formations/regles'
import { dateLongue } from '@/lib/socle/format'
import { majuscule } from '@/lib/socle/francais'

type Session = {
  debutLe: Date
  finLe: Date
  mode: string
  lieu: string
  jusquau: string
  situation: Situation
}

/** When, where, and until when one registers. `lien`: the address to connect to, where the reader may have it. */
export function faitsDeLaSession(session: Session, lien: string | null): LigneResume[] {
  return [
    { cle: 'Quand', valeur: `${majuscule(quandSession(session))} (${dureeEnMots(session)})` },
    { cle: 'Où', valeur: <Ou session={session} lien={lien} /> },
    // Once held or cancelled, it is of no use to anybody.
    ...(['brouillon', 'ouverte', 'close'].includes(session.situation)
      ? [{ cle: 'Inscriptions', valeur: `Jusqu’au ${dateLongue(session.jusquau)}` }]
      : []),
  ]
}

function Ou({ session, lien }: { session: Session; lien: string | null }): ReactNode {
  if (session.mode !== 'distance') return ouSession(session)
  return lien ? (
    <>
      À distance{'\u00A0'}:{' '}
      <a href={lien} rel="noreferrer" className="wrap-anywhere">
        {lien}
      </a>
    </>
  ) : (
    'À distance. Le lien s’affiche ici pour les personnes inscrites.'
  )
}
