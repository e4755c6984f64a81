import { LienDocument } from '@/components/bibliotheque/lien-document'
import type { DocumentListe } from '@/lib/bibliotheque/queries'

/** Beside a form: what helps to fill it in. */
export function DocumentsUtiles({ documents }: { documents: DocumentListe[] }) {
  if (documents.length === 0) return null
  return (
    <nav aria-label="Documents utiles" className="border-l border-filet-2 pl-4 text-15">
      <p className="font-[650]">Documents utiles</p>
      <ul>
        {documents.map((document) => (
          <li key={document.id} className="mt-2">
            <LienDocument document={document} />
          </li>
        ))}
      </ul>
    </nav>
  )
}
