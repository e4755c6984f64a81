import { LienDocument } from '@/components/bibliotheque/lien-document'
import type { DocumentListe } from '@/lib/bibliotheque/queries'
import { typo } from '@/lib/socle/format'

/** Documents, under their themes or in the order given. On the side of the caisse each leads to its sheet. */
export function ListeDocuments({
  documents,
  parTheme,
  cote,
}: {
  documents: DocumentListe[]
  parTheme: boolean
  cote: 'caisse' | 'partenaire'
}) {
  if (!parTheme) return <Liste documents={documents} cote={cote} avecTheme />
  return [...Map.groupBy(documents, ({ theme }) => theme)].map(([theme, lus], rang) => (
    <section key={theme} aria-labelledby={`theme-${rang}`} className="mb-8 max-w-180">
      <h2 id={`theme-${rang}`} className="mb-2">
        {typo(theme)}
      </h2>
      <Liste documents={lus} cote={cote} />
    </section>
  ))
}

function Liste({
  documents,
  cote,
  avecTheme,
}: {
  documents: DocumentListe[]
  cote: 'caisse' | 'partenaire'
  avecTheme?: boolean
}) {
  return (
    <ul className="max-w-180">
      {documents.map((document) => (
        <li key={document.id} className="border-t border-filet py-3">
          <LienDocument document={document} />
          <p className="mt-1 text-15">
            {avecTheme && <span className="text-encre-2">{typo(document.theme)}. </span>}
            {typo(document.description)}
          </p>
          {cote === 'caisse' && (
            <a href={`/bibliotheque/${document.id}`} className="inline-block min-h-6 text-15">
              Fiche et versions<span className="sr-only"> : {document.titre}</span>
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}
