import { StatutDemande } from '@/components/ui/badge-statut'
import type { pendantAbsence } from '@/lib/absences/queries'
import type { Etat } from '@/lib/demandes/modele'
import { relatif } from '@/lib/socle/format'

type Demandes = Awaited<ReturnType<typeof pendantAbsence>>

/** «Pendant votre absence»: one's own demandes on which something happened, the latest first. */
export function PendantAbsence({ demandes, maintenant }: { demandes: Demandes; maintenant: Date }) {
  return (
    <section aria-labelledby="pendant" className="mt-10 max-w-180">
      <h2 id="pendant" className="scroll-mt-4 border-b border-filet-2 pb-2.5">
        Pendant votre absence
      </h2>
      {demandes.length === 0 ? (
        <p className="mt-3">Rien n’a bougé sur les demandes à votre nom.</p>
      ) : (
        <ul>
          {demandes.map(({ id, reference, objet, etat, majLe }) => (
            <li key={id} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-b border-filet py-2.5">
              <a href={`/caisse/demandes/${reference}`}>{objet}</a>
              <span className="reference">{reference}</span>
              <StatutDemande etat={etat as Etat} cote="caisse" />
              <span className="text-15 text-encre-2">{relatif(majLe, maintenant)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
