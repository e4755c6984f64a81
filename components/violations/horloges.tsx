import { Echeance } from '@/components/ui/echeance'
import { dateEtHeure } from '@/lib/socle/format'
import { type Horloge, horlogesDe, type Part } from '@/lib/violations/regles'

const tons = { fait: 'aucune', sans_objet: 'aucune', loin: 'loin', bientot: 'bientot', retard: 'retard' } as const

/** A clock in words: what is left, or how late it is. */
export function MotsHorloge({ horloge }: { horloge: Horloge }) {
  return <Echeance mots={horloge.mots} ton={tons[horloge.ton]} />
}

/** The two clocks of a caisse, with the instant each ends at. */
export function Horloges({ part, maintenant }: { part: Part; maintenant: Date }) {
  const { autrePartie, autorite } = horlogesDe(part, maintenant)
  return (
    <dl>
      {part.autrePartieAvant && (
        <Ligne
          titre="Informer l’autre partie"
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
          {le ? `Fait le ${dateEtHeure(le)}, ` : ''}
          {le ? 'pour le ' : 'Avant le '}
          {dateEtHeure(avant)}
        </span>
      </dd>
    </div>
  )
}
