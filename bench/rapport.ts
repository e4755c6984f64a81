import { tableau } from '@/lib/processus/tableau-texte'
import type { Mesure } from './mesurer'
import { quantile, type Tir } from './tir'

const titres = ['Page', 'Concurrence', 'p50', 'p95', 'req/s', 'page nue, req/s', 'rapport']

/** Figures as a plain table. The ratio is the median over the rounds of the throughput divided by that of the bare page. */
export function rapport(mesures: Mesure[]): string {
  const lignes = mesures.map(({ nom, concurrence, tirs, etalons }) => {
    const latences = tirs.flatMap(({ latencesMs }) => latencesMs)
    return [
      nom,
      String(concurrence),
      `${nombre(quantile(latences, 0.5))} ms`,
      `${nombre(quantile(latences, 0.95))} ms`,
      nombre(debit(tirs)),
      nombre(debit(etalons)),
      rapportDe(tirs, etalons).toFixed(2).replace('.', ','),
    ]
  })
  return tableau([titres, ...lignes])
}

export function rapportDe(tirs: Tir[], etalons: Tir[]): number {
  const rapports = tirs.map((tir, rang) => debit([tir]) / debit(etalons.slice(rang, rang + 1)))
  return quantile(rapports, 0.5)
}

function debit(tirs: Tir[]): number {
  const requetes = tirs.reduce((somme, { latencesMs }) => somme + latencesMs.length, 0)
  return (requetes / tirs.reduce((somme, { dureeMs }) => somme + dureeMs, 0)) * 1000
}

const nombre = (valeur: number) => valeur.toFixed(valeur < 10 ? 1 : 0).replace('.', ',')
