import { exigerFraicheur } from '@/lib/securite/fraicheur'
import { situationDuCompte } from '@/lib/securite/obligation'
import { prevenirTitulaire } from '@/lib/securite/prevenir'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'

/** What remains of the account's second factors: where one is required, the last is not taken away. */
export async function exigerQuIlEnReste(contexte: Contexte, apres: { application: boolean; cles: number }) {
  const { exige } = await situationDuCompte(contexte.tx, contexte.acteur)
  if (!exige || apres.application || apres.cles > 0) return
  throw new ErreurMetier(
    'etat_change',
    'Votre compte demande une double authentification, et celle-ci est la dernière. Ajoutez d’abord une autre application ou une clé d’accès.',
  )
}

/** Without any second factor, recovery codes recover nothing. */
export async function oublierCodesInutiles({ tx, acteur: { compteId } }: Contexte): Promise<void> {
  const reste =
    (await tx.secondFacteur.count({ where: { compteId } })) + (await tx.cleAcces.count({ where: { compteId } }))
  if (reste === 0) await tx.codeSecours.deleteMany({ where: { compteId } })
}

export async function retirerApplication(contexte: Contexte): Promise<Suite> {
  const { tx, acteur } = contexte
  const { compteId } = acteur
  await exigerFraicheur(contexte, acteur)
  await verrouillerFacteurs(contexte)
  await exigerQuIlEnReste(contexte, { application: false, cles: await tx.cleAcces.count({ where: { compteId } }) })
  const { count } = await tx.secondFacteur.deleteMany({ where: { compteId } })
  if (count === 0) throw new ErreurMetier('etat_change', 'L’application est déjà retirée.')
  await oublierCodesInutiles(contexte)
  await prevenirTitulaire(tx, acteur, 'double_authentification_retiree')
  return { vers: '/compte/securite?fait=retiree', journal: { objetType: 'compte', objetId: compteId } }
}

/** Two removals at once must not each leave the other's factor as the last one. */
export async function verrouillerFacteurs({ tx, acteur }: Contexte): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`facteurs ${acteur.compteId}`}))::text`
}
