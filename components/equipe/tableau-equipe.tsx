import { Badge, type TonBadge } from '@/components/ui/badge'
import { Ban, Check, MailWarning } from '@/components/ui/icones'
import { libellesEtatCompte } from '@/lib/partenaires/libelles'
import type { CompteEquipe } from '@/lib/partenaires/queries'
import { nomComplet } from '@/lib/socle/acteur'
import { dateAvecAnnee } from '@/lib/socle/format'
import { dateAParis } from '@/lib/socle/temps'

const aspects: Record<string, [TonBadge, typeof Check]> = {
  actif: ['cyan', Check],
  attente_activation: ['brique', MailWarning],
  inactif: ['papier', Ban],
}

const cellule = 'max-bureau:p-0! max-bureau:border-0!'

/** Accounts of one profile: a table from 1024 px, cards below. Roles are written since cards are no table cells. */
export function TableauEquipe({
  legende,
  comptes,
  avecStructure,
}: {
  legende: string
  comptes: CompteEquipe[]
  avecStructure: boolean
}) {
  return (
    <table role="table" className="tableau tableau--aere mt-2 table-fixed max-bureau:block">
      <caption className="sr-only">{legende}</caption>
      <thead role="rowgroup" className="max-bureau:sr-only">
        <tr role="row">
          <th role="columnheader">Nom</th>
          <th role="columnheader">Identifiant</th>
          {avecStructure && <th role="columnheader">Structure</th>}
          <th role="columnheader">Compte</th>
          <th role="columnheader">Depuis le</th>
        </tr>
      </thead>
      <tbody role="rowgroup" className="max-bureau:block max-bureau:border-t max-bureau:border-filet-2">
        {comptes.map((compte) => {
          const [ton, Icone] = aspects[compte.etat] ?? ['papier', Ban]
          const depuis = compte.etat === 'inactif' ? compte.inactiveLe : (compte.activeLe ?? compte.creeLe)
          return (
            <tr
              key={compte.id}
              role="row"
              className="max-bureau:flex max-bureau:flex-wrap max-bureau:items-baseline max-bureau:gap-x-3 max-bureau:gap-y-1 max-bureau:border-b max-bureau:border-filet max-bureau:py-3.5"
            >
              <th role="rowheader" className={`${cellule} max-bureau:w-full`}>
                {nomComplet(compte)}
                <span className="block text-14 font-normal text-encre-2">{compte.fonction}</span>
              </th>
              <td role="cell" className={`${cellule} max-bureau:w-full`}>
                {compte.identifiant}
                <span className="block text-14 break-all text-encre-2">{compte.courriel}</span>
              </td>
              {avecStructure && (
                <td role="cell" className={`${cellule} max-bureau:w-full`}>
                  {compte.structure?.nom}
                </td>
              )}
              <td role="cell" className={cellule}>
                <Badge ton={ton} icone={<Icone />}>
                  {libellesEtatCompte[compte.etat] ?? compte.etat}
                </Badge>
              </td>
              <td role="cell" className={`${cellule} max-bureau:text-encre-2`}>
                <span className="bureau:hidden">depuis le </span>
                {depuis && dateAvecAnnee(dateAParis(depuis))}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
