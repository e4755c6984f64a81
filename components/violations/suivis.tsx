import { ChronologieCompacte } from '@/components/ui/chronologie'
import { dateEtHeure } from '@/lib/socle/format'
import { libellesSuivi } from '@/lib/violations/libelles'
import type { ViolationLue } from '@/lib/violations/queries'

/** What followed, most recent first. */
export function Suivis({ suivis }: { suivis: ViolationLue['suivis'] }) {
  if (suivis.length === 0) return <p className="text-encre-2">Rien de plus pour l’instant.</p>
  return (
    <ChronologieCompacte
      evenements={suivis.toReversed().map(({ id, type, texte, le, auteur }) => ({
        cle: id,
        titre: (
          <>
            <span className="font-[650]">{libellesSuivi[type]}</span>
            {texte && <span className="block whitespace-pre-line break-words">{texte}</span>}
          </>
        ),
        detail: `${dateEtHeure(le)}${auteur ? `, ${auteur}` : ''}`,
        fort: type === 'qualifiee' || type === 'close',
      }))}
    />
  )
}
