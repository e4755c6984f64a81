// What a component of the server leaves for the same page, rendered a moment later by another copy of this module.
const memoire = globalThis as unknown as { depotHtml?: Map<string, { html: string; le: number }> }
memoire.depotHtml ??= new Map()
const depot = memoire.depotHtml

const duree = 30_000
const places = 2_000
let rang = 0

/** Leaves HTML to be taken once. Null when there is no place left: it then goes with the rest of the page. */
export function confier(html: string, maintenant = Date.now()): string | null {
  if (depot.size >= places) purger(maintenant)
  if (depot.size >= places) return null
  rang += 1
  const jeton = rang.toString(36)
  depot.set(jeton, { html, le: maintenant })
  return jeton
}

/** A page given up on its way leaves what it was to take. */
function purger(maintenant: number) {
  for (const [jeton, { le }] of depot) if (maintenant - le > duree) depot.delete(jeton)
}

export function retirer(jeton: string): string {
  const garde = depot.get(jeton)
  if (!garde) throw new Error('HTML déjà retiré')
  depot.delete(jeton)
  return garde.html
}
