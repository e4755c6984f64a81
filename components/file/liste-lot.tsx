import { StatutDemande } from '@/components/ui/badge-statut'
import { Tableau } from '@/components/ui/tableau'
import { nomPersonne } from '@/lib/demandes/libelles'
import type { DemandeCochee } from '@/lib/file/queries'
import { nomComplet } from '@/lib/socle/acteur'

/** The demandes of an act to come, as they stand. `version` of each goes with the form: what has moved since is left alone. */
export function ListeLot({ titre, demandes, moi }: { titre: string; demandes: DemandeCochee[]; moi: string }) {
  if (demandes.length === 0) return null
  return (
    <section className="mb-6">
      <h2 className="mb-2">{titre}</h2>
      <Tableau legende={titre} allure="chiffres">
        <thead>
          <tr>
            <th scope="col">Demande</th>
            <th scope="col">Personne</th>
            <th scope="col" className="max-tab:hidden">
              Partenaire
            </th>
            <th scope="col" className="max-tab:hidden">
              Suivie par
            </th>
            <th scope="col" className="max-tab:hidden">
              Statut
            </th>
          </tr>
        </thead>
        <tbody>
          {demandes.map(({ id, reference, objet, etat, partenaire, agent, nonLusCaisse, ...personne }) => (
            <tr key={id}>
              <th scope="row">
                <a href={`/caisse/demandes/${reference}`} target="_blank" rel="noreferrer">
                  {reference}
                  <span className="sr-only"> (nouvel onglet)</span>
                </a>
                , {objet}
                {nonLusCaisse > 0 && <span className="pastille ml-1.5">message non lu</span>}
              </th>
              <td>{nomPersonne(personne) ?? 'partenariat'}</td>
              <td className="max-tab:hidden">{partenaire.nom}</td>
              <td className="max-tab:hidden">{agent ? (agent.id === moi ? 'vous' : nomComplet(agent)) : 'personne'}</td>
              <td className="max-tab:hidden">
                <StatutDemande etat={etat} cote="caisse" parVous={agent?.id === moi} />
              </td>
            </tr>
          ))}
        </tbody>
      </Tableau>
    </section>
  )
}
