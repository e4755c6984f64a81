import { assurerLesCodes } from '@/lib/securite/codes-secours'
import { scellerSecret } from '@/lib/securite/coffre'
import { completerSession } from '@/lib/securite/donner-second-facteur'
import { exigerFraicheur } from '@/lib/securite/fraicheur'
import { prevenirTitulaire } from '@/lib/securite/prevenir'
import { pasDuCode, secretPropose } from '@/lib/securite/totp'
import type { ContextePublic, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'

/**
 * Ties an application of codes to the account, once it shows the right one; in the place of the one before. Also for a session
 * that must have a second factor before anything else. Gives the recovery codes when there are none left.
 */
export async function installerApplication(
  contexte: ContextePublic,
  { code }: { code: string; retour?: string },
): Promise<Suite> {
  const { tx, acteur, maintenant } = contexte
  if (!acteur) throw new ErreurMetier('session_expiree')
  await exigerFraicheur(contexte, acteur)
  const { compteId, sessionId } = acteur
  await tx.$queryRaw`SELECT id FROM session WHERE id = ${sessionId}::uuid FOR UPDATE`
  const ancien = await tx.secondFacteur.findUnique({ where: { compteId }, select: { installeLe: true } })
  const secret = secretPropose(sessionId, compteId, ancien?.installeLe ?? null)
  const dernierPas = pasDuCode(secret, code, maintenant)
  if (dernierPas === null)
    throw new ErreurMetier('saisie', undefined, {
      code: 'Ce code n’est pas celui attendu. Vérifiez que l’heure du téléphone est réglée automatiquement, puis saisissez le code du moment',
    })
  await tx.secondFacteur.deleteMany({ where: { compteId } })
  await tx.secondFacteur.createMany({
    data: [{ compteId, ...scellerSecret(secret, compteId), installeLe: maintenant, dernierPas }],
  })
  await completerSession(tx, acteur, maintenant)
  await prevenirTitulaire(tx, acteur, 'double_authentification_installee')
  const codes = await assurerLesCodes(tx, compteId, maintenant)
  return {
    donnees: { fait: true, codes },
    journal: { objetType: 'compte', objetId: compteId, details: { remplace: ancien !== null } },
  }
}
