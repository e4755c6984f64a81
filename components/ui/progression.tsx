/** A real progress bar, 0 to 100. The figure also stands in words beside it. */
export function Progression({ pourcent, nom }: { pourcent: number; nom: string }) {
  return <progress className="progression" value={pourcent} max={100} aria-label={nom} />
}
