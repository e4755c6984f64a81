import { Part } from '@/components/bilan/barres'
import { Nombre } from '@/components/bilan/chiffre'
import type { Ouvrir } from '@/components/bilan/liens'
import { Tableau, ZoneDefilante } from '@/components/ui/tableau'
import { joursEnMots, partEnMots } from '@/lib/bilan/libelles'
import type { Bilan } from '@/lib/bilan/modele'
import { part } from '@/lib/bilan/regles'
import { definitionDe } from '@/lib/demandes/registre'

/** «Ce qui bloque»: motifs, those past the delay first, then those where most days are lost waiting. */
export function CeQuiBloque({ bilan: { motifs }, ouvrir }: { bilan: Bilan; ouvrir: Ouvrir }) {
  if (motifs.length === 0) return null
  return (
    <section aria-labelledby="blocages" className="mt-8">
      <h2 id="blocages">Ce qui bloque</h2>
      <p className="lecture mt-1 mb-3 text-15 text-encre-2">
        Les motifs, du plus au moins souvent hors délai, puis par jours passés à attendre le partenaire.
      </p>
      <ZoneDefilante nom="Tableau de ce qui bloque">
        <Tableau allure="chiffres" legende="Ce qui bloque, par motif">
          <thead>
            <tr>
              <th scope="col">Motif</th>
              <th scope="col">Service</th>
              <th scope="col" className="text-right">
                Répondues
              </th>
              <th scope="col" className="text-right">
                Hors délai
              </th>
              <th scope="col" className="w-1/6">
                Part hors délai
              </th>
              <th scope="col" className="text-right">
                Avec complément
              </th>
              <th scope="col" className="text-right">
                Délai moyen
              </th>
              <th scope="col" className="text-right">
                dont attente
              </th>
            </tr>
          </thead>
          <tbody>
            {motifs
              .slice(0, 12)
              .map(({ motifId, libelle, service, traitees, hors, complements, joursTotal, joursPause }) => (
                <tr key={motifId}>
                  <th scope="row">{libelle}</th>
                  <td>{definitionDe(service).libelleCourt}</td>
                  <td className="text-right">
                    <Nombre
                      n={traitees}
                      href={ouvrir({ quoi: 'traitees', motif: motifId })}
                      de={`demandes, ${libelle}`}
                    />
                  </td>
                  <td className="text-right">
                    <Nombre
                      n={hors}
                      href={ouvrir({ quoi: 'traitees', motif: motifId, respect: 'hors' })}
                      de={`demandes hors délai, ${libelle}`}
                    />
                  </td>
                  <td>
                    <span className="flex items-center gap-3">
                      <Part valeur={part(hors, traitees)} />
                      <span className="w-14 flex-none text-right">{partEnMots(part(hors, traitees))}</span>
                    </span>
                  </td>
                  <td className="text-right">
                    <Nombre
                      n={complements}
                      href={ouvrir({ quoi: 'traitees', motif: motifId, complement: 'oui' })}
                      de={`demandes avec un complément, ${libelle}`}
                    />
                  </td>
                  <td className="text-right">{joursEnMots(joursTotal / traitees)}</td>
                  <td className="text-right">{joursEnMots(joursPause / traitees)}</td>
                </tr>
              ))}
          </tbody>
        </Tableau>
      </ZoneDefilante>
    </section>
  )
}
