import { notFound } from 'next/navigation'
import { lignesDeMesure } from '@/lib/demandes/mesure'

type Props = { searchParams: Promise<{ caisse?: string }> }

/** What a bare dynamic page costs, against which `npm run bench` weighs the others. */
export default async function Mesure({ searchParams }: Props) {
  const lignes = await lignesDeMesure((await searchParams).caisse)
  if (!lignes) notFound()
  return (
    <table>
      <tbody>
        {lignes.map((ligne) => (
          <tr key={ligne.id}>
            <td>{ligne.echeanceLe?.toISOString().slice(0, 10)}</td>
            <td>
              <a href={`/caisse/demandes/${ligne.reference}`}>{ligne.objet}</a>
            </td>
            <td>{`${ligne.prenom} ${ligne.nomNaissance}`}</td>
            <td>{ligne.partenaireId}</td>
            <td>{ligne.deposeeLe.toISOString().slice(0, 10)}</td>
            <td>{ligne.etat}</td>
            <td>{ligne.urgent && 'urgent'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
