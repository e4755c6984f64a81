import type { DemandeDeCaisse } from '@/lib/demandes/demande-caisse'
import { sortDuCourriel } from '@/lib/notifications/libelles'

/** Shown beside the demande; the page of the mails has them all. */
const MONTRES = 5

/** The last e-mails about the demande, and where to read them. They hold a reference and a link: nothing of the person, nothing of the messages. */
export function Courriels({ demande, maintenant }: { demande: DemandeDeCaisse; maintenant: Date }) {
  const { courriels, reference } = demande
  if (courriels.length === 0) return <p className="text-encre-2">Aucun courriel n’a été envoyé.</p>
  return (
    <>
      <ul className="flex flex-col gap-2.5">
        {courriels.slice(0, MONTRES).map((courriel) => (
          <li key={courriel.id}>
            <p>{courriel.objet}</p>
            <p className="text-14 break-words text-encre-2">
              à {courriel.destinataire},{' '}
              <span className={courriel.etat === 'echec' ? 'text-brique-700' : undefined}>
                {sortDuCourriel(courriel, maintenant)}
              </span>
            </p>
          </li>
        ))}
      </ul>
      <p className="mt-3 text-15">
        <a href={`/caisse/demandes/${reference}/courriels`} className="inline-block min-h-6">
          Lire les courriels{courriels.length > MONTRES && ` (${courriels.length})`}
        </a>
      </p>
    </>
  )
}
