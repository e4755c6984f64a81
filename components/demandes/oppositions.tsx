import { Avis } from '@/components/ui/avis'
import { dateAvecAnnee } from '@/lib/socle/format'
import { dateAParis } from '@/lib/socle/temps'

type Opposition = { id: string; consigne: string; decideeLe: Date }

/** What agents are told of a person who has opposed, and whom the caisse has heard. */
export function Oppositions({ oppositions }: { oppositions: Opposition[] }) {
  return oppositions.map(({ id, consigne, decideeLe }) => (
    <Avis key={id} ton="chaud" titre="Cette personne s’est opposée à un usage de ses données">
      <p className="lecture whitespace-pre-line">{consigne}</p>
      <p className="mt-1 text-14 text-encre-2">
        Décidé le {dateAvecAnnee(dateAParis(decideeLe))} par le délégué à la protection des données.
      </p>
    </Avis>
  ))
}
