import { Avis } from '@/components/ui/avis'
import { ArrowLeftRight } from '@/components/ui/icones'
import type { DemandeDeCaisse } from '@/lib/demandes/demande-caisse'
import { dateSansAnnee } from '@/lib/socle/format'
import { avecArticle } from '@/lib/socle/francais'
import { type DateIso, dateAParis } from '@/lib/socle/temps'

/** «Transférée par la CPAM…»: it came from another caisse, with its first date. */
export function Transferee({
  demande: { transfereeDe, evenements, deposeeLe, delaiJours },
  aujourdhui,
}: {
  demande: Pick<DemandeDeCaisse, 'transfereeDe' | 'evenements' | 'deposeeLe' | 'delaiJours'>
  aujourdhui: DateIso
}) {
  if (!transfereeDe) return null
  const fait = evenements.find(({ type }) => type === 'transferee')
  const { raison } = (fait?.details ?? {}) as { raison?: string }
  const jour = (instant: Date) => dateSansAnnee(dateAParis(instant), aujourdhui)
  return (
    <Avis ton="fond" icone={<ArrowLeftRight />} className="mb-6">
      <p>
        <strong>Transférée par {avecArticle(transfereeDe)}</strong>
        {fait && ` le ${jour(fait.le)}`}, déposée chez elle le {jour(deposeeLe)}
        {delaiJours === null ? '.' : '\u00A0: le délai se compte depuis le même dossier complet.'}
      </p>
      {raison && (
        <p>
          Sa raison{'\u00A0'}: «{'\u00A0'}
          {raison}
          {'\u00A0'}»
        </p>
      )}
    </Avis>
  )
}
