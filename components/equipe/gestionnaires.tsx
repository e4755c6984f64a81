import { BadgeInactif } from '@/components/equipe/etat-technicien'
import { Badge } from '@/components/ui/badge'
import { Check, MailWarning } from '@/components/ui/icones'
import { Tableau } from '@/components/ui/tableau'
import { derniereConnexion } from '@/lib/habilitations/libelles'
import type { Equipe } from '@/lib/habilitations/queries'
import { nomComplet } from '@/lib/socle/acteur'
import { dateSansAnnee } from '@/lib/socle/format'
import { jourDe } from '@/lib/socle/jour'
import { dateAParis } from '@/lib/socle/temps'

/** The gestionnaires of the structure, read only: the caisse creates, changes and inactivates them on request. */
export function Gestionnaires({
  gestionnaires,
  moi,
  maintenant,
}: {
  gestionnaires: Equipe['gestionnaires']
  moi: string
  maintenant: Date
}) {
  return (
    <section aria-labelledby="gestionnaires" className="mt-14">
      <h2 id="gestionnaires">Gestionnaires</h2>
      <p className="mt-1 text-15 text-encre-2">
        La caisse crée, modifie et inactive ces comptes. <a href="/habilitations/nouvelle">Le demander à la caisse</a>
      </p>
      <Tableau legende="Gestionnaires" className="mt-3">
        <thead className="max-tab:sr-only">
          <tr>
            <th scope="col">Gestionnaire</th>
            <th scope="col" className="max-tab:hidden">
              Identifiant
            </th>
            <th scope="col">Compte</th>
            <th scope="col" className="max-tab:hidden">
              Dernière connexion
            </th>
          </tr>
        </thead>
        <tbody>
          {gestionnaires.map((compte) => (
            <tr key={compte.id}>
              <th scope="row">
                {nomComplet(compte)}
                {compte.id === moi && <span className="font-normal"> (vous)</span>}
                <span className="block text-14 font-normal text-encre-2">{compte.fonction}</span>
                <span className="text-14 font-normal text-encre-2 tab:hidden">{compte.identifiant}</span>
              </th>
              <td className="max-tab:hidden">{compte.identifiant}</td>
              <td>
                <EtatGestionnaire etat={compte.etat} />
                {compte.inactivationPrevueLe && compte.etat !== 'inactif' && (
                  <span className="mt-1 block text-14 text-encre-2">
                    à inactiver le {dateSansAnnee(jourDe(compte.inactivationPrevueLe), dateAParis(maintenant))}
                  </span>
                )}
              </td>
              <td className="max-tab:hidden">{derniereConnexion(compte.connecteLe, maintenant)}</td>
            </tr>
          ))}
        </tbody>
      </Tableau>
    </section>
  )
}

function EtatGestionnaire({ etat }: { etat: string }) {
  if (etat === 'inactif') return <BadgeInactif />
  return etat === 'actif' ? (
    <Badge ton="cyan" icone={<Check />}>
      Actif
    </Badge>
  ) : (
    <Badge ton="papier" icone={<MailWarning />}>
      Lien non utilisé
    </Badge>
  )
}
