import { effetsDesDurees } from '@/lib/conservation/effets'
import { jours, selon } from '@/lib/reglages/libelles'
import type { Effet, Reglages } from '@/lib/reglages/modele'
import { demandesCloses } from '@/lib/reglages/portee'
import type { Transaction } from '@/lib/socle/base'
import { pluriel } from '@/lib/socle/format'
import { ajouterJours, dateAParis, debutDuJour } from '@/lib/socle/temps'

const closes = (n: number) => pluriel(n, 'demande close', 'demandes closes')

/** What the delays that run after an answer change for the demandes already closed: their number depends on the days asked for. */
export async function effetsDesCloses(
  tx: Transaction,
  caisseId: string,
  avant: Reglages,
  apres: Reglages,
  maintenant: Date,
): Promise<Effet[]> {
  const jour = dateAParis(maintenant)
  const ilYA = (n: number) => debutDuJour(ajouterJours(jour, -n))
  const effets: Effet[] = []
  const [ancien, nouveau] = [avant.delaiReouvertureJours, apres.delaiReouvertureJours]
  if (ancien !== nouveau) {
    const [du, au] = [ilYA(Math.max(ancien, nouveau)), ilYA(Math.min(ancien, nouveau))]
    const n = await demandesCloses(tx, caisseId, du, au)
    effets.push({
      texte:
        nouveau < ancien
          ? `${closes(n)} depuis plus de ${jours(nouveau)} ne ${selon(n, 'pourra', 'pourront')} plus être ${selon(n, 'rouverte', 'rouvertes')} par un message.`
          : `${closes(n)} depuis plus de ${jours(ancien)} ${selon(n, 'pourra', 'pourront')} de nouveau être ${selon(n, 'rouverte', 'rouvertes')}.`,
    })
  }
  return [...effets, ...(await effetsDesDurees(tx, caisseId, avant, apres, maintenant))]
}
