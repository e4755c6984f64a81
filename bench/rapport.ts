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

/** What each page costs at each size, at rest; the last column is the growth of p50 from the first size to the last. */
export function croissance(parTaille: { demandes: number; mesures: Mesure[] }[]): string {
  const concurrence = Math.min(...parTaille.flatMap(({ mesures }) => mesures.map((mesure) => mesure.concurrence)))
  const seules = parTaille.map(({ mesures }) => mesures.filter((mesure) => mesure.concurrence === concurrence))
  const p50 = ({ tirs }: Mesure) =>
    quantile(
      tirs.flatMap(({ latencesMs }) => latencesMs),
      0.5,
    )
  const lignes = (seules[0] ?? []).map(({ nom }, rang) => {
    const durees = seules.map((mesures) => (mesures[rang] ? p50(mesures[rang]) : Number.NaN))
    const facteur = (durees.at(-1) ?? Number.NaN) / (durees[0] ?? Number.NaN)
    return [nom, ...durees.map((duree) => `${nombre(duree)} ms`), `× ${facteur.toFixed(2).replace('.', ',')}`]
  })
  return tableau([['Page, p50', ...parTaille.map(({ demandes }) => String(demandes)), 'croissance'], ...lignes])
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
