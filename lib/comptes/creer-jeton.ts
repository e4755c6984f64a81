import { createHash, randomBytes } from 'node:crypto'
import { DUREE_JETON_MS } from '@/lib/comptes/regles'
import type { Transaction } from '@/lib/socle/base'

export type TypeJeton = 'activation' | 'mot_de_passe'

export const empreinteJeton = (jeton: string) => createHash('sha256').update(jeton).digest('hex')

const chemins: Record<TypeJeton, string> = { activation: '/activation', mot_de_passe: '/mot-de-passe/nouveau' }

/**
 * Gives a new single-use link, valid for 24 hours. Only its hash is kept, so it can be shown or sent this once. The links
 * given before stay valid until one is used.
 */
export async function creerJeton(
  tx: Transaction,
  { compteId, type, maintenant }: { compteId: string; type: TypeJeton; maintenant: Date },
): Promise<string> {
  const jeton = randomBytes(32).toString('base64url')
  await tx.jeton.createMany({
    data: [
      {
        compteId,
        type,
        empreinte: empreinteJeton(jeton),
        creeLe: maintenant,
        expireLe: new Date(maintenant.getTime() + DUREE_JETON_MS),
      },
    ],
  })
  return new URL(`${chemins[type]}/${jeton}`, process.env.URL_PUBLIQUE).href
}
