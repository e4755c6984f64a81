import { compteEnMots, prestationCourte } from '@/lib/bilan/libelles'
import { type PrestationBilan, prestations, type Tranche } from '@/lib/bilan/modele'

const hauteur = 220
const largeurMax = 640
const bas = 26
const haut = 26
const gauche = 40

/** Fills that can be told apart in grey, in the order of the legend. */
const aspects = ['plein', 'cyan', 'hachures', 'points', 'creux', 'barres'] as const

/** The fills that are patterns, once in the picture. */
function Motifs({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={`${id}-hachures`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" className="fill-blanc" />
        <line x1="0" y1="0" x2="0" y2="6" className="stroke-bleu-700" strokeWidth="2.4" />
      </pattern>
      <pattern id={`${id}-points`} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" className="fill-blanc" />
        <circle cx="3" cy="3" r="1.5" className="fill-cyan-700" />
      </pattern>
      <pattern id={`${id}-barres`} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" className="fill-blanc" />
        <line x1="0" y1="3" x2="6" y2="3" className="stroke-encre-2" strokeWidth="1.6" />
      </pattern>
    </defs>
  )
}

function remplissage(aspect: (typeof aspects)[number], id: string) {
  if (aspect === 'plein') return { className: 'fill-bleu-700 stroke-bleu-700' }
  if (aspect === 'cyan') return { className: 'fill-cyan-500 stroke-cyan-700' }
  if (aspect === 'creux') return { className: 'fill-blanc stroke-encre-2' }
  return {
    fill: `url(#${id}-${aspect})`,
    className: aspect === 'hachures' ? 'stroke-bleu-700' : aspect === 'points' ? 'stroke-cyan-700' : 'stroke-encre-2',
  }
}

/** A round number above the largest value, and the lines below it. */
export function graduations(max: number): number[] {
  if (max <= 4) return [0, 1, 2, 3, 4].slice(0, Math.max(max, 1) + 1)
  const brut = max / 4
  const puissance = 10 ** Math.floor(Math.log10(brut))
  const pas =
    [1, 2, 2.5, 5, 10].map((n) => n * puissance).find((n) => n >= brut && Number.isInteger(n)) ?? 10 * puissance
  return Array.from({ length: Math.ceil(max / pas) + 1 }, (_, rang) => rang * pas)
}

/** Only the prestations that were asked for, each with its fill. */
function seriesDe(tranches: readonly Tranche[]): PrestationBilan[] {
  return prestations.filter((p) => tranches.some(({ parPrestation }) => parPrestation[p] !== 0))
}

/** Bars by period and by prestation: a picture of the table beside it, hidden from who hears it. */
export function Barres({ tranches, id }: { tranches: readonly Tranche[]; id: string }) {
  const series = seriesDe(tranches)
  const max = Math.max(0, ...tranches.flatMap(({ parPrestation }) => series.map((p) => parPrestation[p] ?? 0)))
  const lignes = graduations(max)
  const sommet = lignes.at(-1) || 1
  const largeur = (largeurMax - gauche) / Math.max(tranches.length, 1)
  const barre = Math.min(34, (largeur * 0.8) / Math.max(series.length, 1))
  const y = (n: number) => haut + (hauteur - haut - bas) * (1 - n / sommet)
  return (
    <div aria-hidden="true">
      <ul className="mb-3 flex flex-wrap gap-x-5 gap-y-1 text-15">
        {series.map((p, rang) => (
          <li key={p} className="flex items-center gap-2">
            <svg viewBox="0 0 16 16" width="16" height="16">
              <Motifs id={`${id}-l${rang}`} />
              <rect
                x="0.75"
                y="0.75"
                width="14.5"
                height="14.5"
                strokeWidth="1.5"
                {...remplissage(aspects[rang] ?? 'creux', `${id}-l${rang}`)}
              />
            </svg>
            {prestationCourte[p]}
          </li>
        ))}
      </ul>
      <svg viewBox={`0 0 ${largeurMax} ${hauteur}`} className="block h-auto w-full" role="presentation">
        <Motifs id={id} />
        {lignes.map((n) => (
          <g key={n}>
            <line
              x1={gauche}
              x2={largeurMax}
              y1={y(n)}
              y2={y(n)}
              className={n === 0 ? 'stroke-bord' : 'stroke-filet'}
              strokeWidth="1"
            />
            <text x={gauche - 8} y={y(n) + 5} textAnchor="end" className="fill-encre-2 text-14">
              {compteEnMots(n)}
            </text>
          </g>
        ))}
        {tranches.map(({ libelle, parPrestation, du }, rang) => {
          const debut = gauche + largeur * rang + (largeur - barre * series.length) / 2
          return (
            <g key={du}>
              {series.map((p, place) => {
                const n = parPrestation[p]
                const x = debut + barre * place
                return (
                  <g key={p}>
                    <rect
                      x={x + 1.5}
                      y={y(n ?? 0)}
                      width={Math.max(barre - 3, 1)}
                      height={y(0) - y(n ?? 0)}
                      strokeWidth="1.5"
                      {...remplissage(aspects[place] ?? 'creux', id)}
                    />
                    {barre >= 20 && (
                      <text x={x + barre / 2} y={y(n ?? 0) - 6} textAnchor="middle" className="fill-encre-2 text-14">
                        {n === null ? '?' : n === 0 ? '' : compteEnMots(n)}
                      </text>
                    )}
                  </g>
                )
              })}
              <text
                x={gauche + largeur * (rang + 0.5)}
                y={hauteur - 6}
                textAnchor="middle"
                className="fill-encre-2 text-14"
              >
                {libelle}
              </text>
            </g>
          )
        })}
      </svg>
    </div>
  )
}

/** One bar out of a hundred, beside its figures: the longer, the more. */
export function Part({ valeur }: { valeur: number | null }) {
  return (
    <svg viewBox="0 0 100 10" preserveAspectRatio="none" className="h-2.5 w-full min-w-16" aria-hidden="true">
      <rect x="0" y="0.5" width="100" height="9" className="fill-papier-2" />
      {valeur !== null && (
        <rect x="0" y="0.5" width={Math.max(valeur * 100, valeur > 0 ? 0.8 : 0)} height="9" className="fill-bleu-700" />
      )}
    </svg>
  )
}
