import { TableauFiches } from '@/components/administration/tableau-fiches'
import { acteEnMots, auteurEnMots, lieuEnMots } from '@/lib/journal/phrase'
import type { LigneDuJournal, Reperes } from '@/lib/journal/queries'
import { dateCourte, heure } from '@/lib/socle/format'
import { dateAParis } from '@/lib/socle/temps'

/** Rows in words, the last ones first; each leads to its page. */
export function TableJournal({
  lignes,
  reperes,
  base,
  retour,
}: {
  lignes: LigneDuJournal[]
  reperes: Reperes
  base: string
  /** Address of this page of the list, to come back to. */
  retour: string
}) {
  const suite = retour.includes('?') ? retour.slice(retour.indexOf('?')) : ''
  return (
    <TableauFiches
      legende="Lignes du journal"
      colonnes={['Ce qui s’est passé', 'Quand', 'Où', 'Adresse']}
      lignes={lignes.map((ligne) => ({
        cle: String(ligne.id),
        cellules: [
          <a
            key="ligne"
            href={`${base}/${ligne.id}${suite}`}
            className="inline-block min-h-6 max-w-full font-normal wrap-anywhere"
          >
            <span className="font-semibold">{auteurEnMots(ligne, reperes)}</span> {acteEnMots(ligne, reperes)}
          </a>,
          <time key="le" dateTime={ligne.le.toISOString()} className="whitespace-nowrap">
            {dateCourte(dateAParis(ligne.le))} à {heure(ligne.le)}
          </time>,
          lieuEnMots(ligne, reperes),
          ligne.adresse,
        ],
      }))}
    />
  )
}
