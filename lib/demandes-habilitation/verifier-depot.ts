import { changements } from '@/lib/demandes-habilitation/regles'
import { doublon } from '@/lib/habilitations/doublons'
import { autresGestionnaires } from '@/lib/habilitations/fermer-compte'
import { placesDeLaStructure } from '@/lib/habilitations/places'
import { verifierCourriel } from '@/lib/habilitations/regles'
import type { Identite } from '@/lib/habilitations/schema'
import type { Contexte } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import type { Compte } from '@/lib/socle/prisma/client'
import { dateAParis } from '@/lib/socle/temps'

/** The gestionnaire account a request is about: one of the structure of who asks, still open. */
export async function cibleDe({ tx, acteur }: Contexte, compteId: string) {
  const compte = await tx.compte.findFirst({
    where: { id: compteId, profil: 'gestionnaire', structureId: acteur.structure?.id, supprimeLe: null },
  })
  if (!compte) throw new ErreurMetier('introuvable')
  if (compte.etat === 'inactif')
    throw new ErreurMetier(
      'etat_change',
      'Ce compte a été inactivé entre-temps\u00A0: il n’y a plus rien à demander. Pour une autre personne, demandez la création d’un compte.',
    )
  return compte
}

/** The address must be professional, and nobody else's, now or in a request that waits. */
export async function exigerIdentite(
  { tx }: Contexte,
  { partenaireId, structureId }: { partenaireId: string; structureId: string },
  identite: Identite,
  sauf?: string,
): Promise<void> {
  const partenaire = await tx.partenaire.findUniqueOrThrow({ where: { id: partenaireId }, select: { domaines: true } })
  const attend = await tx.demandeHabilitation.count({
    where: {
      structureId,
      etat: 'deposee',
      type: 'creation',
      donnees: { path: ['courriel'], equals: identite.courriel },
    },
  })
  const refus =
    verifierCourriel(identite.courriel, partenaire.domaines) ??
    (await doublon(tx, { structureId, profil: 'gestionnaire', sauf }, identite)) ??
    (attend > 0 ? 'Une demande de création attend déjà la réponse de la caisse pour cette adresse' : null)
  if (refus) throw new ErreurMetier('saisie', undefined, { courriel: refus })
}

export function exigerChangement(compte: Compte, identite: Identite): void {
  const actuel = { ...compte, civilite: compte.civilite }
  if (changements(actuel, identite).length > 0) return
  throw new ErreurMetier('etat_change', 'Rien ne change\u00A0: corrigez au moins une information avant de transmettre.')
}

/** A seat must be free, or about to be: an inactivation that waits or is planned frees one, a creation that waits takes one. */
export async function exigerPlace({ tx, maintenant }: Contexte, structureId: string): Promise<void> {
  const jour = dateAParis(maintenant)
  const { gestionnaires, membres } = await placesDeLaStructure(tx, structureId, jour)
  const { quota, occupees } = gestionnaires
  if (quota === null) return
  const [partants, arrivants] = [await comptesQuiPartent(tx, structureId), await creationsEnAttente(tx, structureId)]
  if (occupees + arrivants - partants < quota) return
  const attente =
    arrivants > 0
      ? `, et ${arrivants === 1 ? 'une demande de création attend' : `${arrivants} demandes de création attendent`} une réponse`
      : ''
  throw new ErreurMetier(
    'etat_change',
    `Le quota est de ${quota} comptes de gestionnaire pour ${membres} membres déclarés\u00A0: ${occupees} ${occupees > 1 ? 'sont occupés' : 'est occupé'}${attente}. Demandez d’abord l’inactivation d’un compte, ou faites mettre à jour le nombre de membres par la caisse.`,
  )
}

/** The last active gestionnaire leaves once a successor is there, or at least asked for. */
export async function exigerSuccesseur({ tx }: Contexte, compte: Compte): Promise<void> {
  if (await restePersonne(tx, compte))
    throw new ErreurMetier(
      'etat_change',
      'C’est le dernier gestionnaire actif de la structure. Demandez d’abord la création du compte de son successeur\u00A0: vous pourrez ensuite demander cette inactivation.',
    )
}

/** Nobody else is active, invited, or asked for. */
export async function restePersonne(
  tx: Contexte['tx'],
  { id, etat, structureId }: Pick<Compte, 'id' | 'etat' | 'structureId'>,
): Promise<boolean> {
  if (etat !== 'actif' || !structureId) return false
  if ((await autresGestionnaires(tx, { id, structureId })).length > 0) return false
  const invites = await tx.compte.count({ where: { structureId, profil: 'gestionnaire', etat: 'attente_activation' } })
  return invites + (await creationsEnAttente(tx, structureId)) === 0
}

function creationsEnAttente(tx: Contexte['tx'], structureId: string): Promise<number> {
  return tx.demandeHabilitation.count({ where: { structureId, type: 'creation', etat: 'deposee' } })
}

async function comptesQuiPartent(tx: Contexte['tx'], structureId: string): Promise<number> {
  const demandes = await tx.demandeHabilitation.findMany({
    where: { structureId, type: 'inactivation', etat: 'deposee' },
    select: { compteId: true },
  })
  return tx.compte.count({
    where: {
      structureId,
      profil: 'gestionnaire',
      etat: { not: 'inactif' },
      OR: [{ inactivationPrevueLe: { not: null } }, { id: { in: demandes.map(({ compteId }) => compteId ?? '') } }],
    },
  })
}
