import { empreinteJeton, type TypeJeton } from '@/lib/comptes/creer-jeton'
import { messagesJeton } from '@/lib/comptes/libelles'
import { type EtatJeton, etatJeton } from '@/lib/comptes/regles'
import type { Transaction } from '@/lib/socle/base'
import { ErreurMetier } from '@/lib/socle/erreurs'

const compteDuJeton = {
  id: true,
  identifiant: true,
  profil: true,
  roles: true,
  etat: true,
  civilite: true,
  nom: true,
  prenom: true,
  courriel: true,
  caisseId: true,
  partenaireId: true,
  structure: { select: { nom: true } },
} as const

const etatAttendu: Record<TypeJeton, string> = { activation: 'attente_activation', mot_de_passe: 'actif' }

/** Reads a link without consuming it: mail scanners open links too. */
export async function lireJeton(tx: Transaction, jeton: string, type: TypeJeton, maintenant: Date) {
  const rang = await tx.jeton.findUnique({
    where: { empreinte: empreinteJeton(jeton), type },
    select: { id: true, expireLe: true, utiliseLe: true, compte: { select: compteDuJeton } },
  })
  const etat = rang?.compte.etat === 'inactif' ? 'inconnu' : etatJeton(rang, maintenant)
  // An account activated by another link, or activated again: this one has no use any more.
  if (rang && etat === 'valable' && rang.compte.etat !== etatAttendu[type]) return { etat: 'utilise' as const }
  return rang && etat === 'valable' ? { etat, compte: rang.compte } : { etat: etat as Exclude<EtatJeton, 'valable'> }
}

export function refuserJeton(etat: Exclude<EtatJeton, 'valable'>): ErreurMetier {
  const { titre, texte } = messagesJeton[etat]
  return new ErreurMetier('etat_change', `${titre}. ${texte}`)
}

/**
 * Uses the link, once: of several uses at the same time, one goes through and the others are refused. The other links of
 * the account end with it.
 */
export async function consommerJeton(
  tx: Transaction,
  { jeton, type, compteId, maintenant }: { jeton: string; type: TypeJeton; compteId: string; maintenant: Date },
): Promise<void> {
  await tx.$queryRaw`SELECT id FROM compte WHERE id = ${compteId}::uuid FOR UPDATE`
  const lu = await lireJeton(tx, jeton, type, maintenant)
  if (lu.etat !== 'valable') throw refuserJeton(lu.etat)
  await tx.jeton.updateMany({ where: { compteId, type, utiliseLe: null }, data: { utiliseLe: maintenant } })
}
