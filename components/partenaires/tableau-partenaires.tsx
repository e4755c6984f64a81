import { AuDela, EtatPart, Suspendu } from '@/components/partenaires/badges'
import { placesEnMots } from '@/components/partenaires/places'
import { Echeance } from '@/components/ui/echeance'
import type { Places } from '@/lib/habilitations/regles'
import { libelleType } from '@/lib/partenaires/libelles'
import type { LignePartenaire } from '@/lib/partenaires/queries-caisse'
import type { Situation } from '@/lib/partenaires/situation'
import { dateAvecAnnee, pluriel } from '@/lib/socle/format'
import { jourDe } from '@/lib/socle/jour'
import { type DateIso, joursEntre } from '@/lib/socle/temps'

const cellule = 'max-bureau:p-0! max-bureau:border-0!'

/** Partenaires of the caisse: a table from 1024 px, cards below. Roles are written since cards are no table cells. */
export function TableauPartenaires({ lignes, aujourdhui }: { lignes: LignePartenaire[]; aujourdhui: DateIso }) {
  return (
    <table role="table" className="tableau tableau--aere max-bureau:block">
      <caption className="sr-only">Partenaires de la caisse</caption>
      <thead role="rowgroup" className="max-bureau:sr-only">
        <tr role="row">
          <th role="columnheader">Partenaire</th>
          <th role="columnheader">Convention</th>
          <th role="columnheader">Gestionnaires</th>
          <th role="columnheader">Techniciens</th>
          <th role="columnheader">À voir</th>
        </tr>
      </thead>
      <tbody role="rowgroup" className="max-bureau:block max-bureau:border-t max-bureau:border-filet-2">
        {lignes.map((ligne) => (
          <Rangee key={ligne.id} ligne={ligne} aujourdhui={aujourdhui} />
        ))}
      </tbody>
    </table>
  )
}

function Rangee({ ligne, aujourdhui }: { ligne: LignePartenaire; aujourdhui: DateIso }) {
  const { situation, structures } = ligne
  const brouillon = situation.part.etat === 'brouillon'
  return (
    <tr
      role="row"
      className="max-bureau:flex max-bureau:flex-wrap max-bureau:items-baseline max-bureau:gap-x-3 max-bureau:gap-y-1 max-bureau:border-b max-bureau:border-filet max-bureau:py-3.5"
    >
      <th role="rowheader" className={`${cellule} max-bureau:w-full`}>
        <a href={`/caisse/partenaires/${ligne.id}`} className="inline-block min-h-6 font-semibold">
          {ligne.nom}
        </a>
        <span className="block text-14 font-normal text-encre-2">
          {libelleType(ligne.type)}, {ligne.ville}
          {structures.length > 1 && `, ${pluriel(structures.length, 'structure')}`}
        </span>
      </th>
      <td role="cell" className={`${cellule} max-bureau:w-full`}>
        <EtatPart etat={situation.part.etat} />
      </td>
      <td role="cell" className={`${cellule} ${brouillon ? 'max-bureau:hidden' : ''}`}>
        <Nombres situation={situation} profil="gestionnaires" />
      </td>
      <td role="cell" className={`${cellule} ${brouillon ? 'max-bureau:hidden' : ''}`}>
        <Nombres situation={situation} profil="techniciens" />
      </td>
      <td role="cell" className={`${cellule} max-bureau:w-full`}>
        <span className="flex flex-wrap gap-x-3 gap-y-2">
          {situation.suspendueLe && <Suspendu />}
          <AuDela nombre={situation.depassement} />
          {situation.finProche && <FinProche le={situation.finProche} aujourdhui={aujourdhui} />}
          {structures.some(({ ouvreLe }) => ouvreLe && jourDe(ouvreLe) > aujourdhui) && (
            <span className="text-encre-2">Ouverture à venir</span>
          )}
        </span>
      </td>
    </tr>
  )
}

export function FinProche({ le, aujourdhui }: { le: DateIso; aujourdhui: DateIso }) {
  const jours = joursEntre(aujourdhui, le)
  const quand = jours === 0 ? 'aujourd’hui' : jours === 1 ? 'demain' : `dans ${jours}\u00A0jours`
  return <Echeance mots={`fin ${quand}, le ${dateAvecAnnee(le)}`} ton="bientot" />
}

/** Seats taken over all the structures: «2 sur 3», «4 sur 3», «7» without limit; nothing while the accounts are hidden. */
function Nombres({ situation, profil }: { situation: Situation; profil: 'gestionnaires' | 'techniciens' }) {
  if (situation.part.etat === 'brouillon') return null
  const places = Object.values(situation.places).map((lu) => lu[profil])
  const total = sommer(places)
  return (
    <span
      title={places.length === 1 ? placesEnMots(total) : undefined}
      className={total.depassement > 0 ? 'text-brique-700' : ''}
    >
      {total.occupees}
      {total.quota !== null && ` sur ${total.quota}`}
      <span className="bureau:sr-only"> {profil}</span>
    </span>
  )
}

function sommer(places: Places[]): Places {
  const somme = (lire: (place: Places) => number | null) =>
    places.reduce((total, place) => total + (lire(place) ?? 0), 0)
  const limite = places.every(({ quota }) => quota !== null)
  return {
    quota: limite ? somme(({ quota }) => quota) : null,
    occupees: somme(({ occupees }) => occupees),
    libres: limite ? somme(({ libres }) => libres) : null,
    depassement: somme(({ depassement }) => depassement),
  }
}
