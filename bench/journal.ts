import { randomUUID } from 'node:crypto'
import { journaliser, journaliserVue } from '@/lib/journal/ecrire'
import { avecConnexion, baseWeb } from '@/lib/socle/base'

/**
 * What a row of the journal costs an act: `tsx bench/journal.ts`, on a migrated database (DATABASE_URL, CLES_JOURNAL). The same
 * transaction with and without its row, one after the other then sixteen at once; then sights, that share theirs.
 */
const FOIS = 200

const ligne = () => ({
  action: 'demande.consultee' as const,
  objetType: 'demande',
  objetId: randomUUID(),
  adresse: '192.0.2.1',
})
const sans = () => avecConnexion((tx) => tx.$queryRaw`SELECT 1`)
const avec = () =>
  avecConnexion(async (tx) => {
    await tx.$queryRaw`SELECT 1`
    await journaliser(tx, ligne())
  })

async function mesurer(acte: () => Promise<unknown>, ensemble: number): Promise<number> {
  let restent = FOIS
  const debut = performance.now()
  await Promise.all(
    Array.from({ length: ensemble }, async () => {
      while (restent-- > 0) await acte()
    }),
  )
  return (performance.now() - debut) / FOIS
}

const enMs = (valeur: number) => `${valeur.toFixed(2)} ms`

for (const acte of [sans, avec, () => journaliserVue(ligne())]) await mesurer(acte, 4)
for (const ensemble of [1, 16]) {
  const [nu, journalise, vue] = [
    await mesurer(sans, ensemble),
    await mesurer(avec, ensemble),
    await mesurer(() => journaliserVue(ligne()), ensemble),
  ]
  console.log(
    `${ensemble} à la fois : acte ${enMs(nu)}, avec sa ligne ${enMs(journalise)} (+ ${enMs(journalise - nu)}), vue ${enMs(vue)}`,
  )
}
await baseWeb().$disconnect()
