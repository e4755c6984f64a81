import { adresseDe, contenuDe, dateDe } from '@/components/bibliotheque/lien-document'
import type { DocumentVu } from '@/lib/bibliotheque/queries'
import { telechargeable } from '@/lib/pieces-jointes/vue'
import { majuscule } from '@/lib/socle/francais'

/** Every version of a document, the last first; those before stay within reach of the caisse. */
export function VersionsDocument({ document: { versions, courante } }: { document: DocumentVu }) {
  return (
    <section aria-labelledby="versions">
      <h2 id="versions" className="mb-2">
        Versions
      </h2>
      {versions.length === 0 && <p>Aucune pour le moment.</p>}
      <ul>
        {versions.map((version) => {
          const { id, lien, pieceJointe } = version
          const ouvrable = lien !== null || telechargeable(pieceJointe?.etat ?? '')
          return (
            <li key={id} className="border-t border-filet py-2">
              {ouvrable ? (
                <a href={adresseDe(version)} rel={lien ? 'noopener noreferrer' : undefined}>
                  {majuscule(dateDe(version))}
                </a>
              ) : (
                majuscule(dateDe(version))
              )}
              <span className="text-encre-2">
                , {contenuDe(version)}
                {id === courante?.id && ', celle que lisent les partenaires'}
                {pieceJointe?.etat === 'en_analyse' && ', en cours d’analyse'}
                {pieceJointe && !ouvrable && pieceJointe.etat !== 'en_analyse' && ', refusée'}
              </span>
              {!ouvrable && pieceJointe?.raisonRefus && (
                <span className="block text-15">{pieceJointe.raisonRefus}</span>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
