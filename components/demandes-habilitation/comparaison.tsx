import { valeurLue } from '@/components/demandes-habilitation/lignes-identite'
import { Tableau } from '@/components/ui/tableau'
import { libellesChamps } from '@/lib/habilitations/libelles'
import { champsIdentite, type Identite } from '@/lib/habilitations/schema'

/** What an account holds today beside what is asked; what changes is in bold, and said. */
export function Comparaison({
  avant,
  apres,
  entetes = ['Aujourd’hui', 'Demandé'],
}: {
  avant: Record<keyof Identite, string | null>
  apres: Identite
  entetes?: [string, string]
}) {
  return (
    <Tableau legende="Le compte aujourd’hui, et ce qui est demandé" className="table-fixed">
      <thead>
        <tr>
          <th scope="col">Information</th>
          {entetes.map((entete) => (
            <th key={entete} scope="col">
              {entete}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {champsIdentite.map((champ) => {
          const change = (avant[champ] ?? '') !== apres[champ]
          return (
            <tr key={champ}>
              <th scope="row" className="font-normal">
                {libellesChamps[champ]}
              </th>
              <td className="wrap-anywhere">{valeurLue(champ, avant[champ])}</td>
              <td className={`wrap-anywhere ${change ? 'font-[650]' : 'text-encre-2'}`}>
                {valeurLue(champ, apres[champ])}
                {change ? <span className="sr-only"> (change)</span> : <span className="sr-only"> (inchangé)</span>}
              </td>
            </tr>
          )
        })}
      </tbody>
    </Tableau>
  )
}
