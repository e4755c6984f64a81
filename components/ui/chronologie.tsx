import type { ReactNode } from 'react'

export type EtapeChronologie = {
  cle: string
  date: ReactNode
  titre: ReactNode
  detail?: ReactNode
  /** `present`: just done, the last thing that happened. `aujourdhui`: the ring. `perte`: something ends. */
  etat: 'passe' | 'present' | 'aujourdhui' | 'futur' | 'perte'
  fort?: boolean
}

const lus: Record<EtapeChronologie['etat'], string> = {
  passe: 'passé',
  present: 'fait',
  aujourdhui: '',
  futur: 'à venir',
  perte: 'à venir',
}

/** Dates on the left of a line (above the text on a phone), past to future. */
export function Chronologie({ etapes }: { etapes: EtapeChronologie[] }) {
  return (
    <ol className="chronologie">
      {etapes.map(({ cle, date, titre, detail, etat, fort }) => (
        <li key={cle} className={`chronologie__entree chronologie__entree--${etat}`}>
          <p className="chronologie__date">{date}</p>
          <span className="chronologie__repere">{lus[etat] && <span className="sr-only">{lus[etat]}</span>}</span>
          <div className="chronologie__corps">
            <p className={fort ? 'font-[650]' : undefined}>{titre}</p>
            {detail && <div className="chronologie__detail">{detail}</div>}
          </div>
        </li>
      ))}
    </ol>
  )
}

export type Evenement = { cle: string; titre: ReactNode; detail: ReactNode; fort?: boolean }

/** The history of a demande, most recent first. `fort`: the events that change whose turn it is. */
export function ChronologieCompacte({ evenements }: { evenements: Evenement[] }) {
  return (
    <ol className="chronologie-compacte">
      {evenements.map(({ cle, titre, detail, fort }) => (
        <li key={cle} className={fort ? 'fort' : undefined}>
          <p>{titre}</p>
          <p className="text-14 text-encre-2">{detail}</p>
        </li>
      ))}
    </ol>
  )
}
