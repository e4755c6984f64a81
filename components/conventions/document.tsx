import { typesDocument } from '@/lib/conventions/types-document'
import { telechargeable } from '@/lib/pieces-jointes/vue'
import { taille } from '@/lib/socle/format'

export type DocumentLu = {
  id: string
  type: string
  pieceJointe: { nomFichier: string; taille: number; etat: string; raisonRefus: string | null }
}

const libelle = (type: string) => (typesDocument as Record<string, string>)[type] ?? type

/** A document of a convention: its link, or why it can't be opened yet. */
export function LienDocument({ document: { id, pieceJointe } }: { document: DocumentLu }) {
  const { nomFichier, etat, raisonRefus } = pieceJointe
  if (telechargeable(etat)) return <a href={`/api/conventions/documents/${id}`}>{nomFichier}</a>
  if (etat === 'en_analyse') return <>{nomFichier}, en cours d’analyse</>
  return <>{raisonRefus ?? `${nomFichier} : refusé`}</>
}

export function ListeDocuments({ documents }: { documents: DocumentLu[] }) {
  return (
    <ul className="text-15">
      {documents.map((document) => (
        <li key={document.id} className="flex flex-wrap justify-between gap-x-4 border-t border-filet py-2">
          <span className="min-w-0 break-words">
            <LienDocument document={document} />
          </span>
          <span className="text-encre-2">
            {libelle(document.type)}, {taille(document.pieceJointe.taille)}
          </span>
        </li>
      ))}
    </ul>
  )
}
