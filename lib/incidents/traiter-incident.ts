import type { z } from 'zod'
import { retablirCompte } from '@/lib/habilitations/retablir-compte'
import { libellesSuite, type TypeIncident } from '@/lib/incidents/libelles'
import { type CompteSignale, prevenirSansGestionnaire } from '@/lib/incidents/prevenir'
import { inactiveTout, suitesPossibles } from '@/lib/incidents/regles'
import type { inactiverSignaleSchema, traiterSchema } from '@/lib/incidents/schema'
import { auteurDe, colonnesCompte, inactiver } from '@/lib/incidents/signaler-compte'
import { journaliser } from '@/lib/journal/ecrire'
import { ajouterCourriel } from '@/lib/notifications/ajouter-courriel'
import { prevenirGestionnaires } from '@/lib/notifications/destinataires'
import { nomComplet } from '@/lib/socle/acteur'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { dateAParis } from '@/lib/socle/temps'

async function lireIncident({ tx }: Contexte, id: string) {
  await tx.$queryRaw`SELECT id FROM signalement_compte WHERE id = ${id}::uuid FOR UPDATE`
  const incident = await tx.signalementCompte.findFirst({
    where: { id, compte: { supprimeLe: null } },
    include: { compte: { select: colonnesCompte } },
  })
  if (!incident) throw new ErreurMetier('introuvable')
  return { ...incident, type: incident.type as TypeIncident }
}

type Incident = Awaited<ReturnType<typeof lireIncident>>

/** In one click, by those who were told: a gestionnaire for a technicien of its structure, a référent for any account. */
export async function inactiverSignale(
  contexte: Contexte,
  { id }: z.output<typeof inactiverSignaleSchema>,
): Promise<Suite> {
  const { tx, acteur, maintenant } = contexte
  const incident = await lireIncident(contexte, id)
  const { compte, type } = incident
  const auteur = auteurDe(acteur)
  const dansSaStructure = acteur.profil !== 'gestionnaire' || compte.structureId === auteur.structureId
  if (!dansSaStructure || !inactiveTout(auteur, compte)) throw new ErreurMetier('introuvable')
  if (compte.etat === 'inactif' || !(await inactiver(contexte, compte, type)))
    throw new ErreurMetier('etat_change', 'Ce compte est déjà inactivé. Relisez le signalement.')
  await tx.signalementCompte.updateMany({ where: { id }, data: { inactiveLe: maintenant } })
  await attester(contexte, incident)
  await prevenirSansGestionnaire(tx, compte)
  return {
    vers: acteur.profil === 'gestionnaire' ? `/signaler/${id}` : `/caisse/incidents/${id}`,
    journal: { objetType: 'compte', objetId: compte.id, details: { signalementId: id, suite: 'inactivation' } },
  }
}

/** What a référent decides of a report: the inactivation stays, the account comes back within the quota, or nothing follows. */
export async function traiterIncident(
  contexte: Contexte,
  { id, suite }: z.output<typeof traiterSchema>,
): Promise<Suite> {
  const { tx, acteur, maintenant } = contexte
  const incident = await lireIncident(contexte, id)
  const { compte, type } = incident
  if (compte.id === acteur.compteId)
    throw new ErreurMetier(
      'etat_change',
      'Ce signalement concerne votre propre compte\u00a0: un autre référent le traite, ou l’administration nationale si vous êtes seul.',
    )
  if (!suitesPossibles(incident.suite, compte.etat).includes(suite))
    throw new ErreurMetier('etat_change', 'Ce signalement a changé entre-temps. Relisez-le avant de décider.')
  let { inactiveLe } = incident
  if (suite === 'inactive' && compte.etat !== 'inactif') {
    if (!(await inactiver(contexte, compte, type))) throw new ErreurMetier('introuvable')
    inactiveLe = maintenant
    await attester(contexte, incident)
    await prevenirSansGestionnaire(tx, compte)
  }
  if (suite === 'retabli') await retablir(contexte, compte)
  const { count } = await tx.signalementCompte.updateMany({
    where: { id },
    data: { suite, inactiveLe, traiteLe: maintenant, traiteParId: acteur.compteId },
  })
  if (count === 0) throw new ErreurMetier('introuvable')
  if (compte.partenaireId && compte.structureId)
    await prevenirGestionnaires(
      tx,
      { partenaireId: compte.partenaireId, structureId: compte.structureId, sauf: compte.id },
      'incident_clos',
      {
        ...faitsDe(compte),
        caisse: acteur.caisse?.nom,
        motif: libellesSuite[suite].toLowerCase(),
        lien: `/signaler/${id}`,
      },
    )
  return {
    vers: `/caisse/incidents/${id}`,
    journal: { objetType: 'compte', objetId: compte.id, details: { signalementId: id, suite } },
  }
}

const faitsDe = (compte: CompteSignale) => ({
  personne: nomComplet(compte),
  identifiant: compte.identifiant,
  partenaire: compte.partenaire?.nom,
})

/** The proof to the partenaire, and a word to the holder, when the inactivation comes after the report. */
async function attester({ tx, maintenant }: Contexte, { id, compte }: Incident): Promise<void> {
  const jour = dateAParis(maintenant)
  const motif = 'un signalement est en cours d’examen'
  const { partenaireId, structureId, prenom, identifiant } = compte
  if (partenaireId && structureId)
    await prevenirGestionnaires(tx, { partenaireId, structureId, sauf: compte.id, contacts: true }, 'incident_preuve', {
      ...faitsDe(compte),
      jour,
      motif,
      lien: `/signaler/${id}`,
    })
  await ajouterCourriel(tx, {
    modele: 'compte_protege',
    destinataire: compte.courriel,
    compteId: compte.id,
    donnees: { prenom, identifiant, jour, motif },
  })
}

/** With a new password: whoever held the old one must not come back with it. */
async function retablir(contexte: Contexte, compte: CompteSignale): Promise<void> {
  const { tx, acteur } = contexte
  if (compte.partenaireId) {
    await retablirCompte(contexte, compte.id, { nouveauMotDePasse: true })
  } else {
    const { count } = await tx.compte.updateMany({
      where: { id: compte.id, etat: 'inactif' },
      data: { etat: 'attente_activation', inactiveLe: null, motifInactivation: null, version: { increment: 1 } },
    })
    if (count === 0) throw new ErreurMetier('introuvable')
    await ajouterCourriel(tx, { modele: 'activation', destinataire: compte.courriel, compteId: compte.id, donnees: {} })
  }
  await journaliser(tx, { action: 'compte.retabli', acteur, objetType: 'compte', objetId: compte.id })
}
