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

/**
 * What each page costs at each size, at rest; the last column is the growth of p50 from the first size to the last, next to that
 * of the bare page: sizes are measured minutes apart, and the machine may not be the same by then.
 */
export function croissance(parTaille: { demandes: number; mesures: Mesure[] }[]): string {
  const concurrence = Math.min(...parTaille.flatMap(({ mesures }) => mesures.map((mesure) => mesure.concurrence)))
  const seules = parTaille.map(({ mesures }) => mesures.filter((mesure) => mesure.concurrence === concurrence))
  const p50 = (tirs: Tir[] = []) =>
    quantile(
      tirs.flatMap(({ latencesMs }) => latencesMs),
      0.5,
    )
  const lignes = (seules[0] ?? []).map(({ nom }, rang) => {
    const durees = seules.map((mesures) => p50(mesures[rang]?.tirs))
    const nues = seules.map((mesures) => p50(mesures[rang]?.etalons))
    const enPagesNues = durees.map((duree, taille) => duree / (nues[taille] ?? Number.NaN))
    const facteur = (enPagesNues.at(-1) ?? Number.NaN) / (enPagesNues[0] ?? Number.NaN)
    return [nom, ...durees.map((duree) => `${nombre(duree)} ms`), `× ${facteur.toFixed(2).replace('.', ',')}`]
  })
  const titre = 'croissance, rapportée à la page nue'
  return tableau([['Page, p50', ...parTaille.map(({ demandes }) => String(demandes)), titre], ...lignes])
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
