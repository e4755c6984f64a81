import { Echeance } from '@/components/ui/echeance'
import { dateEtHeure } from '@/lib/socle/format'
import { type Horloge, horlogesDe, type Part } from '@/lib/violations/regles'

const tons = { fait: 'aucune', sans_objet: 'aucune', loin: 'loin', bientot: 'bientot', retard: 'retard' } as const

/** A clock in words: what is left, or how late it is. */
export function MotsHorloge({ horloge }: { horloge: Horloge }) {
  return <Echeance mots={horloge.mots} ton={tons[horloge.ton]} />
}

/** The two clocks of a caisse, with the instant each ends at. `cote`: who declared, hence who is to be told. */
export function Horloges({ part, cote, maintenant }: { part: Part; cote: 'partenaire' | 'caisse'; maintenant: Date }) {
  const { autrePartie, autorite } = horlogesDe(part, maintenant)
  return (
    <dl>
      {part.autrePartieAvant && (
        <Ligne
          titre={cote === 'partenaire' ? 'Prévenir la caisse' : 'Prévenir le partenaire'}
          avant={part.autrePartieAvant}
          horloge={autrePartie}
          le={part.autrePartieLe}
        />
      )}
      <Ligne titre="Notifier la CNIL" avant={part.autoriteAvant} horloge={autorite} le={part.autoriteLe} />
    </dl>
  )
}

function Ligne({ titre, avant, horloge, le }: { titre: string; avant: Date; horloge: Horloge; le: Date | null }) {
  return (
    <div className="resume__ligne">
      <dt>{titre}</dt>
      <dd className="min-w-0">
        <MotsHorloge horloge={horloge} />
        <span className="block text-15 text-encre-2">
          {le ? `Le ${dateEtHeure(le)}. Limite\u00A0: ${dateEtHeure(avant)}` : `Avant le ${dateEtHeure(avant)}`}
        </span>
      </dd>
    </div>
  )
}
