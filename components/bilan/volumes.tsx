import { Barres, Part } from '@/components/bilan/barres'
import { Nombre } from '@/components/bilan/chiffre'
import type { Ouvrir } from '@/components/bilan/liens'
import { Tableau, ZoneDefilante } from '@/components/ui/tableau'
import { evolutionEnMots, joursEnMots, partEnMots, prestationCourte } from '@/lib/bilan/libelles'
import { type Bilan, prestations } from '@/lib/bilan/modele'
import { evolution, part } from '@/lib/bilan/regles'
import { definitionDe } from '@/lib/demandes/registre'

/** «Demandes par prestation»: the picture and its table, side by side. */
export function Volumes({ bilan, ouvrir }: { bilan: Bilan; ouvrir: Ouvrir }) {
  const { courant, avant, periode } = bilan
  const { tranches } = courant
  const lignes = prestations.filter((p) => courant.parPrestation[p] !== 0 || avant.parPrestation[p] !== 0)
  const moyenne = (p: string | null) => courant.delais.find(({ prestation }) => prestation === p)?.total.moyenne ?? null
  const plusieurs = tranches.length > 1
  return (
    <section aria-labelledby="volumes" className="mt-8">
      <h2 id="volumes" className="mb-4">
        Demandes reçues, par prestation
      </h2>
      <div className="grid gap-x-10 gap-y-6 bureau:grid-cols-2">
        <div>
          <Barres tranches={tranches} id="g-volumes" />
        </div>
        <ZoneDefilante nom="Tableau des demandes par prestation">
          <Tableau allure="chiffres" legende={`Demandes reçues par prestation, ${periode.libelle}`}>
            <thead>
              <tr>
                <th scope="col">Prestation</th>
                {plusieurs &&
                  tranches.map(({ libelle, du }) => (
                    <th key={du} scope="col" className="text-right">
                      {libelle}
                    </th>
                  ))}
                <th scope="col" className="text-right">
                  Total
                </th>
                <th scope="col" className="text-right">
                  Avant
                </th>
                <th scope="col" className="text-right">
                  Délai moyen
                </th>
              </tr>
            </thead>
            <tbody>
              {lignes.map((p) => (
                <tr key={p}>
                  <th scope="row">{prestationCourte[p]}</th>
                  {plusieurs &&
                    tranches.map(({ parPrestation, libelle, du }, rang) => (
                      <td key={du} className="text-right">
                        <Nombre
                          n={parPrestation[p]}
                          href={ouvrir({ quoi: 'deposees', prestation: p, tranche: rang })}
                          de={`demandes, ${prestationCourte[p]}, ${libelle}`}
                        />
                      </td>
                    ))}
                  <td className="text-right font-[650]">
                    <Nombre
                      n={courant.parPrestation[p]}
                      href={ouvrir({ quoi: 'deposees', prestation: p })}
                      de={`demandes, ${prestationCourte[p]}`}
                    />
                  </td>
                  <td className="text-right">
                    <Nombre n={avant.parPrestation[p]} />
                  </td>
                  <td className="text-right">{joursEnMots(moyenne(p))}</td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr className="font-[650]">
                <th scope="row">Total</th>
                {plusieurs &&
                  tranches.map(({ deposees, du }) => (
                    <td key={du} className="text-right">
                      <Nombre n={deposees} />
                    </td>
                  ))}
                <td className="text-right">
                  <Nombre n={courant.deposees} />
                </td>
                <td className="text-right">
                  <Nombre n={avant.deposees} />
                </td>
                <td className="text-right">{joursEnMots(moyenne(null))}</td>
              </tr>
            </tfoot>
          </Tableau>
        </ZoneDefilante>
      </div>
    </section>
  )
}

/** Volume of each service, with its share. */
export function Services({ bilan, ouvrir }: { bilan: Bilan; ouvrir: Ouvrir }) {
  const { courant, avant } = bilan
  return (
    <section aria-labelledby="services" className="mt-8">
      <h2 id="services" className="mb-2">
        Par service
      </h2>
      <ZoneDefilante nom="Demandes reçues, par service">
        <Tableau allure="chiffres" legende="Demandes reçues, par service">
          <thead>
            <tr>
              <th scope="col">Service</th>
              <th scope="col" className="text-right">
                Demandes
              </th>
              <th scope="col" className="w-1/4">
                Part
              </th>
              <th scope="col" className="text-right">
                Avant
              </th>
            </tr>
          </thead>
          <tbody>
            {courant.parService.map(({ service, n }, rang) => {
              const precedent = avant.parService[rang]?.n ?? null
              const valeur = part(n, courant.deposees)
              return (
                <tr key={service}>
                  <th scope="row">{definitionDe(service).libelleCourt}</th>
                  <td className="text-right">
                    <Nombre
                      n={n}
                      href={ouvrir({ quoi: 'deposees', service })}
                      de={definitionDe(service).libelleCourt}
                    />
                  </td>
                  <td>
                    <span className="flex items-center gap-3">
                      <Part valeur={valeur} />
                      <span className="w-14 flex-none text-right">{partEnMots(valeur)}</span>
                    </span>
                  </td>
                  <td className="text-right">
                    <Nombre n={precedent} />
                    <span className="ml-2 text-14 text-encre-2">{evolutionEnMots(evolution(n, precedent))}</span>
                  </td>
                </tr>
              )
            })}
          </tbody>
        </Tableau>
      </ZoneDefilante>
      <p className="mt-2 text-15 text-encre-2">
        Urgentes{'\u00A0'}:{' '}
        <Nombre n={courant.urgentes} href={ouvrir({ quoi: 'deposees', urgent: 'oui' })} de="demandes urgentes" />.
      </p>
    </section>
  )
}
