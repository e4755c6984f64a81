import { PrevisionEnMots } from '@/components/conventions/prevision'
import { Encart } from '@/components/ui/encart'
import { avecFin, prevoir } from '@/lib/conventions/prevision'
import type { VueConvention } from '@/lib/conventions/queries-detail'
import { ajouterJours, type DateIso } from '@/lib/socle/temps'

/** «Voici ce qui se passera»: access on the first day after the end that is about to be decided. */
export function Consequences({
  vue,
  finLe,
  causeFin,
}: {
  vue: VueConvention
  finLe: DateIso
  causeFin: 'denonciation' | 'resiliation'
}) {
  const apres = avecFin(vue.situation, vue.part.caisseId, { finLe, causeFin })
  return (
    <div className="mb-7">
      <Encart titre="Voici ce qui se passera" id="consequences">
        <PrevisionEnMots prevision={prevoir(apres, vue.jour, ajouterJours(finLe, 1))} jour={vue.jour} />
      </Encart>
    </div>
  )
}
