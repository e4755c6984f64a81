import { ChronologieCompacte } from '@/components/ui/chronologie'
import { dateEtHeure } from '@/lib/socle/format'
import { libellesEtatSupport } from '@/lib/support/libelles'
import type { EtatSupport } from '@/lib/support/modele'
import type { Ticket } from '@/lib/support/queries'

/** What was answered and added, the last first. */
export function Echanges({ ticket: { echanges, caisse, auteur, sien } }: { ticket: Ticket }) {
  if (echanges.length === 0) return <p className="text-encre-2">Pas encore de réponse.</p>
  const cotes: Record<string, string> = {
    auteur: sien ? 'Vous' : auteur,
    caisse: caisse?.nom ?? 'La caisse',
    national: 'L’appui national',
  }
  return (
    <ChronologieCompacte
      evenements={echanges.toReversed().map(({ id, cote, texte, etat, ecritLe }) => ({
        cle: id,
        titre: (
          <>
            {etat && <span className="font-[650]">{libellesEtatSupport[etat as EtatSupport]}</span>}
            {texte && <span className="block whitespace-pre-line break-words">{texte}</span>}
          </>
        ),
        detail: `${dateEtHeure(ecritLe)}, ${cotes[cote] ?? ''}`,
        fort: cote !== 'auteur',
      }))}
    />
  )
}
