import { type CleEssais, compterEssai } from '@/lib/comptes/essais'
import { empreintesCode, estCodeSecours, normaliserCode } from '@/lib/securite/codes-secours'
import { ouvrirSecret } from '@/lib/securite/coffre'
import { messageBlocageCode } from '@/lib/securite/libelles'
import { prevenirTitulaire } from '@/lib/securite/prevenir'
import { pasDuCode } from '@/lib/securite/totp'
import { type Acteur, accueilDe } from '@/lib/socle/acteur'
import type { ContextePublic, Suite } from '@/lib/socle/action'
import type { Transaction } from '@/lib/socle/base'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { cheminSur } from '@/lib/socle/session'

/** Counter of wrong codes: by account, since the password has been given already. */
const essaisDuSecondFacteur = (compteId: string): CleEssais => ({ genre: 'second_facteur', valeur: compteId })

/** After a new password: whoever tried codes had the one before. */
export async function oublierEssaisDuSecondFacteur(tx: Transaction, compteId: string): Promise<void> {
  await tx.tentative.updateMany({
    where: { cle: `second_facteur:${compteId}` },
    data: { echecs: 0, bloqueJusqua: null },
  })
}

type Verdict = { juste: true; par: 'application' | 'code_secours'; garder: () => Promise<void> } | Refus
type Refus = { juste: false; message: string }

/**
 * The code asked for after the password: of the application, or one of the recovery codes. Wrong ones are counted as wrong
 * passwords are; a right recovery code opens all the same. A code serves once, whoever sends it and however many times at once.
 */
export async function donnerSecondFacteur(
  contexte: ContextePublic,
  { code, retour }: { code: string; retour?: string },
): Promise<Suite> {
  const { tx, acteur, maintenant } = contexte
  if (!acteur) throw new ErreurMetier('session_expiree')
  const { compteId } = acteur
  const normalise = normaliserCode(code)
  const verdict = estCodeSecours(normalise)
    ? await examinerCodeSecours(tx, compteId, normalise, maintenant)
    : await examinerCode(tx, compteId, code.replace(/\D/g, ''), maintenant)
  const bloque = await compterEssai(contexte, [essaisDuSecondFacteur(compteId)], verdict.juste)
  // Nobody guesses one among 2^60: it opens even while codes are locked, as a passkey does, and the lock ends with it.
  const secours = verdict.juste && verdict.par === 'code_secours'
  if (bloque && secours) await oublierEssaisDuSecondFacteur(tx, compteId)
  else if (bloque) return refuser(new ErreurMetier('trop_de_tentatives', messageBlocageCode(bloque, maintenant)))
  if (!verdict.juste) return refuser(new ErreurMetier('saisie', undefined, { code: verdict.message }))
  await verdict.garder()
  await completerSession(tx, acteur, maintenant)
  const details = { par: verdict.par, ...(verdict.par === 'code_secours' && (await direCodeUtilise(tx, acteur))) }
  return {
    vers: cheminSur(retour, accueilDe(acteur)),
    journal: { objetType: 'session', objetId: acteur.sessionId, details },
  }
}

const refuser = (refus: ErreurMetier): Suite => ({
  refus,
  journal: { action: 'connexion.refusee', details: { raison: 'second_facteur' } },
})

/** From its next request, the session reaches the portal. */
export async function completerSession(
  tx: Transaction,
  { sessionId, compteId }: Pick<Acteur, 'sessionId' | 'compteId'>,
  maintenant: Date,
): Promise<void> {
  await tx.session.updateMany({ where: { id: sessionId, compteId }, data: { secondFacteurLe: maintenant } })
}

async function examinerCode(tx: Transaction, compteId: string, code: string, maintenant: Date): Promise<Verdict> {
  // Two uses of one code wait for each other here: the second finds its step taken.
  await tx.$queryRaw`SELECT "compteId" FROM second_facteur WHERE "compteId" = ${compteId}::uuid FOR UPDATE`
  const facteur = await tx.secondFacteur.findUnique({ where: { compteId } })
  const pas = facteur && pasDuCode(ouvrirSecret(facteur, compteId), code, maintenant)
  if (!pas) return { juste: false, message: FAUX }
  if (pas <= facteur.dernierPas)
    return { juste: false, message: 'Ce code a déjà servi. Attendez que l’application en montre un autre.' }
  const garder = async () => {
    await tx.secondFacteur.updateMany({ where: { compteId }, data: { dernierPas: pas } })
  }
  return { juste: true, par: 'application', garder }
}

const FAUX = 'Ce code n’est pas le bon. Saisissez celui que l’application montre maintenant.'

async function examinerCodeSecours(
  tx: Transaction,
  compteId: string,
  normalise: string,
  maintenant: Date,
): Promise<Verdict> {
  await tx.$queryRaw`SELECT id FROM code_secours WHERE "compteId" = ${compteId}::uuid ORDER BY id FOR UPDATE`
  const code = await tx.codeSecours.findFirst({
    where: { compteId, empreinte: { in: empreintesCode(compteId, normalise) } },
  })
  if (!code) return { juste: false, message: 'Ce code de secours n’est pas reconnu. Vérifiez chaque signe.' }
  if (code.utiliseLe) return { juste: false, message: 'Ce code de secours a déjà servi. Prenez-en un autre.' }
  const garder = async () => {
    await tx.codeSecours.updateMany({ where: { id: code.id }, data: { utiliseLe: maintenant } })
  }
  return { juste: true, par: 'code_secours', garder }
}

async function direCodeUtilise(tx: Transaction, acteur: Acteur): Promise<{ restants: number }> {
  const restants = await tx.codeSecours.count({ where: { compteId: acteur.compteId, utiliseLe: null } })
  await prevenirTitulaire(tx, acteur, 'code_secours_utilise', { nombre: restants })
  return { restants }
}
