import { Part } from '@/components/bilan/barres'
import { Tableau, ZoneDefilante } from '@/components/ui/tableau'
import { joursEnMots, partEnMots } from '@/lib/bilan/libelles'
import type { LignePartenaire } from '@/lib/bilan/queries'
import { part } from '@/lib/bilan/regles'
import { nombre } from '@/lib/socle/format'

/** Each partenaire of the caisse, and the way to its bilan. */
export function BilansDesPartenaires({
  lignes,
  adresse,
}: {
  lignes: LignePartenaire[]
  adresse: (partenaireId: string) => string
}) {
  return (
    <section aria-labelledby="partenaires" className="mt-8">
      <h2 id="partenaires" className="mb-2">
        Partenaire par partenaire
      </h2>
      <ZoneDefilante nom="Bilan de chaque partenaire">
        <Tableau allure="chiffres" legende="Bilan de chaque partenaire">
          <thead>
            <tr>
              <th scope="col">Partenaire</th>
              <th scope="col" className="text-right">
                Reçues
              </th>
              <th scope="col" className="text-right">
                Répondues
              </th>
              <th scope="col" className="text-right">
                Délai moyen
              </th>
              <th scope="col" className="text-right">
                dont attente
              </th>
              <th scope="col" className="w-1/6">
                Hors délai
              </th>
              <th scope="col" className="w-1/6">
                Avec complément
              </th>
            </tr>
          </thead>
          <tbody>
            {lignes.map(({ partenaireId, nom, deposees, traitees, hors, annonces, complements, jours, pause }) => (
              <tr key={partenaireId}>
                <th scope="row">
                  <a href={adresse(partenaireId)}>{nom}</a>
                </th>
                <td className="text-right">{nombre(deposees)}</td>
                <td className="text-right">{nombre(traitees)}</td>
                <td className="text-right">{joursEnMots(traitees > 0 ? jours / traitees : null)}</td>
                <td className="text-right">{joursEnMots(traitees > 0 ? pause / traitees : null)}</td>
                {[part(hors, annonces), part(complements, traitees)].map((valeur, rang) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two columns, always in that order
                  <td key={rang}>
                    <span className="flex items-center gap-3">
                      <Part valeur={valeur} />
                      <span className="w-14 flex-none text-right">{partEnMots(valeur)}</span>
                    </span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </Tableau>
      </ZoneDefilante>
    </section>
  )
}
