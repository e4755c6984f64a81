import { Delier } from '@/components/traitement/actes/lier'
import type { DemandeDeCaisse } from '@/lib/demandes/demande-caisse'
import { libelleEtatCaisse } from '@/lib/demandes/libelles'
import { nomComplet } from '@/lib/socle/acteur'

/** The demandes that agents read together with this one; the partenaire does not see them. */
export function DemandesLiees({
  demande: { id, liees },
  titrePage,
  suite,
}: {
  demande: DemandeDeCaisse
  titrePage: string
  suite: string
}) {
  if (liees.length === 0) return null
  return (
    <section aria-labelledby="liees">
      <h2 id="liees">Demandes liées</h2>
      <ul className="mt-2 border-t border-filet">
        {liees.map(({ reference, objet, etat, agent, partenaire }) => (
          <li key={reference} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-b border-filet py-2">
            <span className="min-w-0 flex-1">
              <a href={`/caisse/demandes/${reference}`}>
                <span className="whitespace-nowrap">{reference}</span>, {objet}
              </a>
              <span className="block text-14 text-encre-2">
                {partenaire.nom}, {libelleEtatCaisse[etat].toLowerCase()}
                {agent && `, suivie par ${nomComplet(agent)}`}
              </span>
            </span>
            <Delier id={id} reference={reference} titrePage={titrePage} suite={suite} />
          </li>
        ))}
      </ul>
    </section>
  )
}
