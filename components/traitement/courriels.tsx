import type { DemandeDeCaisse } from '@/lib/demandes/queries-caisse'
import { relatif } from '@/lib/socle/format'

type Courriel = DemandeDeCaisse['courriels'][number]

function sort({ etat, creeLe, envoyeLe }: Courriel, maintenant: Date): string {
  if (envoyeLe) return `envoyé ${relatif(envoyeLe, maintenant)}`
  if (etat === 'echec') return `non distribué, écrit ${relatif(creeLe, maintenant)}`
  return `en attente d’envoi, écrit ${relatif(creeLe, maintenant)}`
}

/** Every e-mail sent about the demande. They hold a reference and a link: nothing of the person, nothing of the messages. */
export function Courriels({ demande, maintenant }: { demande: DemandeDeCaisse; maintenant: Date }) {
  const { courriels } = demande
  if (courriels.length === 0) return <p className="text-encre-2">Aucun courriel n’a été envoyé.</p>
  return (
    <>
      <ul className="flex flex-col gap-2.5">
        {courriels.map((courriel) => (
          <li key={courriel.id}>
            <p>{courriel.objet}</p>
            <p className="text-14 break-words text-encre-2">
              à {courriel.destinataire},{' '}
              <span className={courriel.etat === 'echec' ? 'text-brique-700' : undefined}>
                {sort(courriel, maintenant)}
              </span>
            </p>
          </li>
        ))}
      </ul>
      <p className="mt-3 text-14 text-encre-2">
        Ils donnent la référence et le lien de la demande, rien de la personne ni des messages.
      </p>
    </>
  )
}
