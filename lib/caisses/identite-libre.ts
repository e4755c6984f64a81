import type { Transaction } from '@/lib/socle/base'
import { ErreurMetier } from '@/lib/socle/erreurs'

/** Two caisses have neither the same code nor the same name: techniciens choose by name. Safe when two people write at once. */
export async function exigerIdentiteLibre(
  tx: Transaction,
  { id, code, nom }: { id?: string; code: string; nom: string },
): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('identite des caisses'))::text`
  const autres = await tx.caisse.findMany({
    where: { OR: [{ code }, { nom: { equals: nom, mode: 'insensitive' } }], ...(id ? { id: { not: id } } : {}) },
    select: { code: true, nom: true },
  })
  const memeCode = autres.find((autre) => autre.code === code)
  const memeNom = autres.find((autre) => autre.nom.toLowerCase() === nom.toLowerCase())
  const erreurs = {
    ...(memeCode && { code: `Le code ${code} est déjà celui de ${memeCode.nom}. Vérifiez-le.` }),
    ...(memeNom && { nom: `Une caisse porte déjà ce nom (code ${memeNom.code}).` }),
  }
  if (Object.keys(erreurs).length > 0) throw new ErreurMetier('saisie', undefined, erreurs)
}
