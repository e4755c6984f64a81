import type { ReactNode } from 'react'
import { JaugePlaces } from '@/components/equipe/jauge-places'
import { AuDela } from '@/components/partenaires/badges'
import { OuvertureEnMots } from '@/components/partenaires/ouverture'
import { placesEnMots } from '@/components/partenaires/places'
import type { Places } from '@/lib/habilitations/regles'
import type { FichePartenaire } from '@/lib/partenaires/queries-fiche'
import { pluriel } from '@/lib/socle/format'
import type { DateIso } from '@/lib/socle/temps'

type Structure = FichePartenaire['structures'][number]
const cellule = 'max-bureau:p-0! max-bureau:border-0!'

/** Seats and opening date. A small partenaire has one structure and never sees the notion. */
export function StructuresFiche({ fiche, aujourdhui }: { fiche: FichePartenaire; aujourdhui: DateIso }) {
  const [seule, ...reste] = fiche.structures
  const adresse = `/caisse/partenaires/${fiche.id}/structures`
  return (
    <section id="structures" aria-labelledby="titre-structures" className="mt-9">
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 id="titre-structures">{reste.length > 0 ? 'Structures' : 'Places et ouverture'}</h2>
        {fiche.tenu && (
          <a href={`${adresse}/nouvelle`} className="inline-block min-h-6 text-15">
            Ajouter une structure
          </a>
        )}
      </div>
      {seule && reste.length === 0 ? (
        <Seule fiche={fiche} structure={seule} aujourdhui={aujourdhui} />
      ) : (
        <table role="table" className="tableau tableau--aere max-bureau:block">
          <caption className="sr-only">Structures du partenaire</caption>
          <thead role="rowgroup" className="max-bureau:sr-only">
            <tr role="row">
              <th role="columnheader">Structure</th>
              <th role="columnheader">Gestionnaires</th>
              <th role="columnheader">Techniciens</th>
              <th role="columnheader">Ouverture</th>
              <th role="columnheader">
                <span className="sr-only">Agir</span>
              </th>
            </tr>
          </thead>
          <tbody role="rowgroup" className="max-bureau:block max-bureau:border-t max-bureau:border-filet-2">
            {fiche.structures.map((structure) => (
              <tr
                key={structure.id}
                role="row"
                className="max-bureau:flex max-bureau:flex-col max-bureau:gap-y-1 max-bureau:border-b max-bureau:border-filet max-bureau:py-3.5"
              >
                <th role="rowheader" className={cellule}>
                  {structure.nom}
                  <span className="block text-14 font-normal text-encre-2">
                    {pluriel(structure.nombreMembres, 'membre')}
                    {structure.ville && `, ${structure.ville}`}
                  </span>
                </th>
                <td role="cell" className={cellule}>
                  <span className="bureau:sr-only">Gestionnaires : </span>
                  <EnPlaces places={fiche.situation.places[structure.id]?.gestionnaires} />
                </td>
                <td role="cell" className={cellule}>
                  <span className="bureau:sr-only">Techniciens : </span>
                  <EnPlaces places={fiche.situation.places[structure.id]?.techniciens} />
                </td>
                <td role="cell" className={cellule}>
                  <span className="bureau:hidden">Ouverture : </span>
                  <OuvertureEnMots structure={structure} aujourdhui={aujourdhui} />
                </td>
                <td role="cell" className={cellule}>
                  <span className="flex flex-wrap gap-x-4">
                    {fiche.tenu && (
                      <a href={`${adresse}/${structure.id}`} className="inline-block min-h-6">
                        Modifier<span className="sr-only"> {structure.nom}</span>
                      </a>
                    )}
                    {fiche.situation.part.vivante && (
                      <a
                        href={`/caisse/partenaires/${fiche.id}/gestionnaires/nouveau?structure=${structure.id}`}
                        className="inline-block min-h-6"
                      >
                        Ajouter un gestionnaire<span className="sr-only"> à {structure.nom}</span>
                      </a>
                    )}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Seule({
  fiche,
  structure,
  aujourdhui,
}: {
  fiche: FichePartenaire
  structure: Structure
  aujourdhui: DateIso
}) {
  const places = fiche.situation.places[structure.id]
  return (
    <>
      {places && (
        <div className="flex flex-wrap gap-x-14 gap-y-5 border-t border-filet-2 py-4">
          <JaugePlaces places={places.gestionnaires} nom="gestionnaire" large />
          <JaugePlaces places={places.techniciens} nom="technicien" />
        </div>
      )}
      <dl className="mb-3 border-t border-filet">
        <Ligne cle="Ouverture de l’accès">
          <OuvertureEnMots structure={structure} aujourdhui={aujourdhui} />
        </Ligne>
        <Ligne cle="Boîte partagée">{structure.courriel ?? <span className="text-encre-2">aucune</span>}</Ligne>
      </dl>
      {fiche.tenu && (
        <a href={`/caisse/partenaires/${fiche.id}/structures/${structure.id}`} className="inline-block min-h-6 text-15">
          Modifier l’ouverture et la boîte partagée
        </a>
      )}
    </>
  )
}

function Ligne({ cle, children }: { cle: string; children: ReactNode }) {
  return (
    <div className="resume__ligne">
      <dt>{cle}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  )
}

/** Nothing is counted for a caisse that has signed nothing. */
function EnPlaces({ places }: { places?: Places }) {
  if (!places) return null
  const { occupees, quota, depassement } = places
  return (
    <>
      {depassement > 0 ? <AuDela nombre={depassement} de={quota} /> : placesEnMots(places)}
      {quota !== null && <span className="block text-14 text-encre-2">{pluriel(occupees, 'compte')}</span>}
    </>
  )
}
