import { DecisionPrise } from '@/components/revues/ligne-revue'
import { Tableau } from '@/components/ui/tableau'
import { motsProfil } from '@/lib/revues/libelles'
import type { Revue } from '@/lib/revues/queries'
import { nomComplet } from '@/lib/socle/acteur'
import type { DateIso } from '@/lib/socle/temps'

/** The decisions of a revue, open or signed, to be read. */
export function TableauDecisions({ revue, moi, aujourdhui }: { revue: Revue; moi?: string; aujourdhui: DateIso }) {
  return (
    <Tableau legende="Décisions de la revue">
      <thead>
        <tr>
          <th scope="col">Compte</th>
          <th scope="col">Décision</th>
        </tr>
      </thead>
      <tbody>
        {revue.lignes.map((ligne) => (
          <tr key={ligne.compte.id}>
            <th scope="row">
              {nomComplet(ligne.compte)}
              <span className="block text-14 font-normal text-encre-2 wrap-anywhere">
                {motsProfil[ligne.compte.profil]}, {ligne.compte.identifiant}
              </span>
            </th>
            <td>
              <DecisionPrise ligne={ligne} signee={revue.signeeLe !== null} moi={moi} aujourdhui={aujourdhui} />
            </td>
          </tr>
        ))}
      </tbody>
    </Tableau>
  )
}
