import { CeQuiBloque } from '@/components/bilan/blocages'
import { ChiffresCles } from '@/components/bilan/cles'
import { Delais } from '@/components/bilan/delais'
import type { Ouvrir } from '@/components/bilan/liens'
import { Suites } from '@/components/bilan/suites'
import { Services, Volumes } from '@/components/bilan/volumes'
import { regleDuMasque } from '@/lib/bilan/libelles'
import type { Bilan } from '@/lib/bilan/modele'
import { dateAvecAnnee } from '@/lib/socle/format'

/** All the figures of a period, the same on both sides. */
export function CorpsBilan({ bilan, ouvrir }: { bilan: Bilan; ouvrir: Ouvrir }) {
  const { precedente, arreteLe, encours, periode, masque } = bilan
  return (
    <>
      <p className="mb-4 max-w-180 text-15 text-encre-2">
        {periode.libelle}
        {encours ? `, chiffres au ${dateAvecAnnee(arreteLe)}` : ''}. Comparaison{'\u00A0'}: {precedente.libelle}
        {periode.genre === 'libre' ? ', autant de jours juste avant' : ''}. Les volumes comptent les demandes reçues
        dans la période{'\u00A0'}; les délais et les résultats, celles qui y ont reçu leur réponse.
        {masque && ` ${regleDuMasque}`}
      </p>
      <ChiffresCles bilan={bilan} ouvrir={ouvrir} />
      <Volumes bilan={bilan} ouvrir={ouvrir} />
      <Services bilan={bilan} ouvrir={ouvrir} />
      <Delais bilan={bilan} ouvrir={ouvrir} />
      <Suites bilan={bilan} ouvrir={ouvrir} />
      <CeQuiBloque bilan={bilan} ouvrir={ouvrir} />
    </>
  )
}
