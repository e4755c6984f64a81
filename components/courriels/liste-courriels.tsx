import { sortDuCourriel } from '@/lib/notifications/libelles'
import type { courrielsDeLaDemande } from '@/lib/notifications/queries'

type Courriel = NonNullable<Awaited<ReturnType<typeof courrielsDeLaDemande>>>['courriels'][number]

/** What the text says where a link stands: its address is enough. */
const liens = /(https?:\/\/[^\s<>"]+)/

/** Every mail about a demande, each with its text as it left. */
export function ListeCourriels({ courriels, maintenant }: { courriels: Courriel[]; maintenant: Date }) {
  if (courriels.length === 0) return <p className="mt-4 text-encre-2">Aucun courriel n’a été envoyé.</p>
  return (
    <ul className="mt-4 max-w-180 border-t border-filet-2">
      {courriels.map((courriel) => (
        <li key={courriel.id} className="border-b border-filet py-4">
          <h2 className="text-17!">{courriel.objet}</h2>
          <p className="text-15 break-words text-encre-2">
            à {courriel.destinataire},{' '}
            <span className={courriel.etat === 'echec' ? 'text-brique-700' : undefined}>
              {sortDuCourriel(courriel, maintenant)}
            </span>
          </p>
          {courriel.texte && (
            <details className="mt-2">
              <summary className="min-h-6 text-bleu-700">
                Lire le courriel<span className="sr-only"> {courriel.objet}</span>
              </summary>
              <p className="mt-2 border-l-2 border-filet-2 pl-4 text-15 break-words whitespace-pre-line">
                {courriel.texte.split(liens).map((morceau, rang) =>
                  rang % 2 === 1 ? (
                    <a key={morceau} href={morceau}>
                      {morceau}
                    </a>
                  ) : (
                    morceau
                  ),
                )}
              </p>
            </details>
          )}
        </li>
      ))}
    </ul>
  )
}
