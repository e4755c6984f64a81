import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { prevenirDeLaFormation } from '@/lib/formations/prevenir'
import { estComplete, refusInscription } from '@/lib/formations/regles'
import type { inscrireSchema, retirerSchema } from '@/lib/formations/schema'
import { type FormationTenue, promouvoirAttente, tenirFormation } from '@/lib/formations/tenir'
import { type Acteur, nomComplet } from '@/lib/socle/acteur'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'

type Inscrit = { id: string; prenom: string; nom: string; courriel: string; structureId: string; partenaireId: string }

/**
 * Registers oneself or, for a gestionnaire, somebody of its structure. Without a seat left, only who has said to accept it waits: nobody
 * finds itself in a waiting list without knowing.
 */
export async function inscrire(contexte: Contexte, saisie: z.output<typeof inscrireSchema>): Promise<Suite> {
  const { tx, acteur, maintenant } = contexte
  const formation = await tenirFormation(contexte, saisie.id)
  const ferme = refusInscription(formation, maintenant)
  if (ferme) throw new ErreurMetier('etat_change', ferme)
  const personne = await personneAInscrire(contexte, formation, saisie.compteId)
  const soi = personne.id === acteur.compteId
  const deja = await tx.inscriptionFormation.findUnique({
    where: { formationId_compteId: { formationId: formation.id, compteId: personne.id } },
  })
  if (deja?.etat === 'inscrite' || deja?.etat === 'attente')
    throw new ErreurMetier('doublon', dejaLa(deja.etat, soi, personne))
  const attend = estComplete(formation)
  if (attend && !saisie.attente)
    throw new ErreurMetier(
      'etat_change',
      'La session est complète : la dernière place vient d’être prise. Rechargez la page pour demander à être en liste d’attente.',
    )
  const etat = attend ? 'attente' : 'inscrite'
  const colonnes = { etat, inscriteLe: maintenant, inscriteParId: acteur.compteId }
  if (deja)
    await tx.inscriptionFormation.update({
      where: { id: deja.id },
      data: { ...colonnes, promueLe: null, retireeLe: null, retireeParId: null },
      select: { id: true },
    })
  else
    await tx.inscriptionFormation.createMany({
      data: [
        {
          id: randomUUID(),
          formationId: formation.id,
          caisseId: formation.caisseId,
          compteId: personne.id,
          partenaireId: personne.partenaireId,
          structureId: personne.structureId,
          ...colonnes,
        },
      ],
    })
  const lecteur = { compteId: personne.id, prenom: personne.prenom, courriel: personne.courriel }
  if (attend) {
    await prevenirDeLaFormation(tx, formation, 'formation_attente', [lecteur], { maintenant })
    // Those who waited before may be gone: a free seat is given at once.
    await promouvoirAttente(tx, formation.id, maintenant)
  } else await prevenirDeLaFormation(tx, formation, 'formation_inscrite', [lecteur], { methode: 'REQUEST', maintenant })
  return {
    vers: `/formations/${formation.id}?fait=${attend ? 'attente' : 'inscrite'}${soi ? '' : '_autre'}`,
    journal: {
      objetType: 'formation',
      objetId: formation.id,
      caisseId: formation.caisseId,
      details: { compteId: personne.id, etat },
    },
  }
}

function dejaLa(etat: 'inscrite' | 'attente', soi: boolean, personne: Inscrit): string {
  if (etat === 'inscrite')
    return soi
      ? 'Vous avez déjà une place à cette session.'
      : `${nomComplet(personne)} a déjà une place à cette session.`
  return soi ? 'Vous êtes déjà en liste d’attente.' : `${nomComplet(personne)} est déjà en liste d’attente.`
}

/** Oneself; for a gestionnaire, an active account of its structure. Anybody else does not exist. */
async function personneAInscrire(
  { tx, acteur }: Contexte,
  { profils, caisseId }: FormationTenue,
  compteId: string,
): Promise<Inscrit> {
  if (!acteur.caissesOuvertes.some(({ id }) => id === caisseId)) throw new ErreurMetier('introuvable')
  const compte = await tx.compte.findFirst({ where: { id: compteId, etat: 'actif', supprimeLe: null } })
  if (!compte?.structureId || !compte.partenaireId || !tientLInscription(acteur, compte))
    throw new ErreurMetier('introuvable')
  if (!profils.includes(compte.profil))
    throw new ErreurMetier('saisie', undefined, {
      compteId:
        compte.profil === 'technicien'
          ? 'Cette session s’adresse aux gestionnaires.'
          : 'Cette session s’adresse aux techniciens.',
    })
  return { ...compte, structureId: compte.structureId, partenaireId: compte.partenaireId }
}

const tientLInscription = (acteur: Acteur, { id, structureId }: { id: string; structureId: string | null }): boolean =>
  id === acteur.compteId || (acteur.profil === 'gestionnaire' && structureId === acteur.structure?.id)

/** Gives a seat back, or leaves the waiting list, until the session begins: the seat goes to the first who waits. */
export async function retirerInscription(
  contexte: Contexte,
  { id, compteId }: z.output<typeof retirerSchema>,
): Promise<Suite> {
  const { tx, acteur, maintenant } = contexte
  const formation = await tenirFormation(contexte, id)
  const inscription = await tx.inscriptionFormation.findUnique({
    where: { formationId_compteId: { formationId: id, compteId } },
    include: { compte: { select: { prenom: true, courriel: true, etat: true } } },
  })
  if (!inscription || !tientLInscription(acteur, { id: compteId, structureId: inscription.structureId }))
    throw new ErreurMetier('introuvable')
  if (inscription.etat === 'retiree') throw new ErreurMetier('doublon', 'Cette inscription est déjà retirée.')
  if (formation.etat !== 'publiee')
    throw new ErreurMetier('etat_change', 'Cette session est annulée ou terminée : il n’y a plus rien à retirer.')
  if (formation.debutLe <= maintenant)
    throw new ErreurMetier('etat_change', 'Cette session a commencé : on ne s’en désinscrit plus.')
  await tx.inscriptionFormation.update({
    where: { id: inscription.id },
    data: { etat: 'retiree', retireeLe: maintenant, retireeParId: acteur.compteId },
    select: { id: true },
  })
  const { prenom, courriel, etat } = inscription.compte
  if (inscription.etat === 'inscrite' && etat === 'actif')
    await prevenirDeLaFormation(tx, formation, 'formation_retiree', [{ compteId, prenom, courriel }], {
      methode: 'CANCEL',
      maintenant,
    })
  await promouvoirAttente(tx, id, maintenant)
  return {
    vers: `/formations/${id}?fait=${compteId === acteur.compteId ? 'retiree' : 'retiree_autre'}`,
    journal: { objetType: 'formation', objetId: id, caisseId: formation.caisseId, details: { compteId } },
  }
}
