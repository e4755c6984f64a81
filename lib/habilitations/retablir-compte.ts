import { type CompteGere, compteAGerer } from '@/lib/habilitations/acces'
import { doublon } from '@/lib/habilitations/doublons'
import { exigerPlaces, type Profil } from '@/lib/habilitations/places'
import { ajouterCourriel } from '@/lib/notifications/ajouter-courriel'
import type { Contexte } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { dateAParis } from '@/lib/socle/temps'

/**
 * Brings back an inactivated account that is not deleted, within the quota; or keeps one whose inactivation was planned. Where
 * the password was never set or is too old, the holder chooses one through a new link. An account the caisse closed after a
 * report comes back by the caisse alone. Journal: «compte.retabli», by the caller.
 */
export async function retablirCompte(
  contexte: Contexte,
  compteId: string,
  /** Whoever held the password must not come back with it. */
  { nouveauMotDePasse = false } = {},
): Promise<{ compte: CompteGere; aActiver: boolean }> {
  const { tx, maintenant } = contexte
  const compte = await compteAGerer(contexte, compteId)
  if (compte.etat !== 'inactif') return garder(contexte, compte)
  await exigerSansSignalement(contexte, compteId)
  const { structureId } = compte
  const profil = compte.profil as Profil
  const refus = await doublon(tx, { structureId, profil, sauf: compteId }, compte)
  if (refus) throw new ErreurMetier('etat_change', refus)
  await exigerPlaces(tx, { structureId, profil, jour: dateAParis(maintenant) })
  const [rang] = await tx.$queryRaw<{ tient: boolean }[]>`
    SELECT ep_mot_de_passe_tient(${compteId}::uuid, ${maintenant}::timestamptz) AS tient`
  const aActiver = nouveauMotDePasse || rang?.tient !== true
  const { count } = await tx.compte.updateMany({
    where: { id: compteId, etat: 'inactif' },
    data: { etat: aActiver ? 'attente_activation' : 'actif', ...effacees, version: { increment: 1 } },
  })
  if (count === 0) throw new ErreurMetier('introuvable')
  const { courriel: destinataire, prenom, identifiant } = compte
  if (aActiver) await ajouterCourriel(tx, { modele: 'activation', destinataire, compteId, donnees: {} })
  else await ajouterCourriel(tx, { modele: 'compte_retabli', destinataire, compteId, donnees: { prenom, identifiant } })
  return { compte, aActiver }
}

const effacees = { inactiveLe: null, motifInactivation: null, inactivationPrevueLe: null }

async function garder({ tx }: Contexte, compte: CompteGere) {
  if (!compte.inactivationPrevueLe) throw new ErreurMetier('etat_change', 'Ce compte n’est pas inactivé.')
  const { count } = await tx.compte.updateMany({
    where: { id: compte.id, version: compte.version },
    data: { motifInactivation: null, inactivationPrevueLe: null, version: { increment: 1 } },
  })
  if (count === 0) throw new ErreurMetier('introuvable')
  return { compte, aActiver: compte.etat === 'attente_activation' }
}

async function exigerSansSignalement({ tx, acteur }: Contexte, compteId: string): Promise<void> {
  if (acteur.profil !== 'gestionnaire') return
  const signale = await tx.signalementCompte.findFirst({
    where: { compteId, OR: [{ suite: null }, { suite: 'inactive' }] },
    select: { id: true },
  })
  if (signale) {
    throw new ErreurMetier(
      'etat_change',
      'Ce compte a été fermé après un signalement\u00a0: seule la caisse peut le rétablir. Demandez-le à son référent.',
    )
  }
}
