import { libellesComptes } from '@/lib/conservation/libelles'

/** What goes, by kind, one line each; nothing when nothing does. */
export function ListeComptes({ comptes }: { comptes: Record<string, number> }) {
  const dits = Object.entries(libellesComptes).flatMap(([nature, dire]) => {
    const nombre = comptes[nature] ?? 0
    return nombre > 0 && nature !== 'delaissees' ? [dire(nombre)] : []
  })
  if (dits.length === 0) return <p>Rien n’arrive à son terme.</p>
  return (
    <ul className="list-disc pl-5">
      {dits.map((mots) => (
        <li key={mots}>{mots}</li>
      ))}
    </ul>
  )
}
