import { encode } from 'uqr'

/** A QR code as a drawing in the page: nothing is fetched, and nothing is left behind. */
export function CodeQr({ texte, label }: { texte: string; label: string }) {
  const { data, size } = encode(texte, { ecc: 'M', border: 4 })
  const trace = data
    .flatMap((ligne, y) => ligne.map((noir, x) => (noir ? `M${x} ${y}h1v1h-1z` : '')))
    .filter(Boolean)
    .join('')
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      width={208}
      height={208}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
      className="max-w-full border border-filet bg-white"
    >
      <path d={trace} fill="#000" />
    </svg>
  )
}
