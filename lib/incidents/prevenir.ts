import { motifsIncident, type TypeIncident } from '@/lib/incidents/libelles'
import { ajouterCourriel } from '@/lib/notifications/ajouter-courriel'
import { prevenirComptes, prevenirGestionnaires, referentsAPrevenir } from '@/lib/notifications/destinataires'
import { nomComplet } from '@/lib/socle/acteur'
import type { Contexte } from '@/lib/socle/action'
import type { Transaction } from '@/lib/socle/base'
import { dateAParis } from '@/lib/socle/temps'

export type CompteSignale = {
  id: string
  identifiant: string
  profil: string
  etat: string
  prenom: string
  nom: string
  courriel: string
  structureId: string | null
  partenaireId: string | null
  caisseId: string | null
  structure: { nom: string } | null
  partenaire: { nom: string } | null
}

type Incident = { id: string; type: TypeIncident; description: string; compte: CompteSignale; inactive: boolean }

/** The référents who may act: of the caisses bound to the partenaire, or of the caisse of the account. */
async function referents(tx: Transaction, { partenaireId, caisseId }: CompteSignale) {
  if (partenaireId) return referentsAPrevenir(tx, partenaireId)
  return tx.compte.findMany({
    where: { caisseId, roles: { has: 'referent' }, etat: 'actif', supprimeLe: null },
    select: { id: true, prenom: true, courriel: true },
    orderBy: { id: 'asc' },
  })
}

/**
 * Tells at once those who may act, and gives the partenaire its dated proof. What was written is read in the portal only; the
 * reason of an exclusion alone goes to its holder.
 */
export async function prevenirDuSignalement(
  { tx, acteur, maintenant }: Contexte,
  { id, type, description, compte, inactive }: Incident,
): Promise<void> {
  const faits = {
    personne: nomComplet(compte),
    identifiant: compte.identifiant,
    partenaire: compte.partenaire?.nom,
    jour: dateAParis(maintenant),
    motif: motifsIncident[type],
    ...(inactive && { nombre: 1 }),
  }
  const autres = (await referents(tx, compte)).filter(
    (referent) => referent.id !== acteur.compteId && referent.id !== compte.id,
  )
  await prevenirComptes(tx, autres, 'incident_signale', { ...faits, lien: `/caisse/incidents/${id}` })
  const { partenaireId, structureId } = compte
  if (partenaireId && structureId) {
    const lieu = { partenaireId, structureId, sauf: compte.id, contacts: inactive }
    await prevenirGestionnaires(tx, lieu, inactive ? 'incident_preuve' : 'incident_signale', {
      ...faits,
      lien: `/signaler/${id}`,
    })
  }
  if (inactive) await prevenirTitulaire({ tx, acteur, maintenant }, compte, type, description)
}

async function prevenirTitulaire(
  { tx, acteur, maintenant }: Contexte,
  { id, identifiant, prenom, courriel }: CompteSignale,
  type: TypeIncident,
  description: string,
): Promise<void> {
  const exclu = type === 'exclusion'
  await ajouterCourriel(tx, {
    modele: exclu ? 'compte_exclu' : 'compte_protege',
    destinataire: courriel,
    compteId: id,
    donnees: {
      prenom,
      identifiant,
      jour: dateAParis(maintenant),
      caisse: acteur.caisse?.nom,
      motif: exclu ? description : motifsIncident[type],
    },
  })
}

/** Nobody is left to manage the accounts of the structure: the référents must habilitate a successor. */
export async function prevenirSansGestionnaire(tx: Transaction, compte: CompteSignale): Promise<boolean> {
  const { partenaireId, structureId } = compte
  if (compte.profil !== 'gestionnaire' || !partenaireId || !structureId) return false
  const restants = await tx.compte.count({
    where: { structureId, profil: 'gestionnaire', etat: 'actif', supprimeLe: null, id: { not: compte.id } },
  })
  if (restants > 0) return false
  await prevenirComptes(tx, await referentsAPrevenir(tx, partenaireId), 'successeur_attendu', {
    personne: compte.structure?.nom,
    partenaire: compte.partenaire?.nom,
    lien: `/caisse/partenaires/${partenaireId}`,
  })
  return true
}
