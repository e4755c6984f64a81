import { EtatPart } from '@/components/violations/etat-part'
import { MotsHorloge } from '@/components/violations/horloges'
import { dateEtHeure } from '@/lib/socle/format'
import { naturesEnMots } from '@/lib/violations/faits'
import { referenceViolation } from '@/lib/violations/libelles'
import type { LigneViolation } from '@/lib/violations/queries'
import { type Horloge, horlogesDe } from '@/lib/violations/regles'

const cellule = 'max-bureau:block max-bureau:p-0! max-bureau:border-0!'

/** Breaches of the caisse: a table from 1024 px, cards below. Roles are written since cards are no table cells. */
export function TableauViolations({ lignes, maintenant }: { lignes: LigneViolation[]; maintenant: Date }) {
  return (
    <table role="table" className="tableau tableau--aere max-bureau:block">
      <caption className="sr-only">Violations de données de la caisse, celles à traiter d’abord</caption>
      <thead role="rowgroup" className="max-bureau:sr-only">
        <tr role="row">
          <th role="columnheader">Violation</th>
          <th role="columnheader">Déclarée</th>
          <th role="columnheader">Informer l’autre partie</th>
          <th role="columnheader">Notifier la CNIL</th>
          <th role="columnheader">État</th>
        </tr>
      </thead>
      <tbody role="rowgroup" className="max-bureau:block max-bureau:border-t max-bureau:border-filet-2">
        {lignes.map((ligne) => (
          <Rangee key={ligne.violationId} ligne={ligne} maintenant={maintenant} />
        ))}
      </tbody>
    </table>
  )
}

function Rangee({ ligne, maintenant }: { ligne: LigneViolation; maintenant: Date }) {
  const { violation } = ligne
  const { autrePartie, autorite } = horlogesDe(ligne, maintenant)
  return (
    <tr role="row" className="max-bureau:block max-bureau:border-b max-bureau:border-filet max-bureau:py-3.5">
      <th role="rowheader" className={cellule}>
        <a href={`/caisse/violations/${violation.id}`} className="inline-block min-h-6 font-semibold">
          {referenceViolation(violation.id)}
        </a>
        <span className="block text-14 font-normal text-encre-2">{naturesEnMots(violation.natures)}</span>
      </th>
      <td role="cell" className={cellule}>
        {dateEtHeure(violation.declareeLe)}
        <span className="block text-14 text-encre-2">
          {violation.cote === 'caisse' ? 'par la caisse' : `par ${ligne.partenaire ?? 'un partenaire'}`}
        </span>
      </td>
      <Delai titre="Autre partie" horloge={autrePartie} />
      <Delai titre="CNIL" horloge={autorite} />
      <td role="cell" className={cellule}>
        <EtatPart part={ligne} aFaire />
      </td>
    </tr>
  )
}

function Delai({ titre, horloge }: { titre: string; horloge: Horloge }) {
  return (
    <td role="cell" className={cellule}>
      <span className="text-14 text-encre-2 bureau:hidden">
        {titre}
        {'\u00a0'}:{' '}
      </span>
      <MotsHorloge horloge={horloge} />
    </td>
  )
}
