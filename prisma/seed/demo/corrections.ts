import { cibleDuMotif, colonnesDeLaCible } from '@/lib/demandes/cible'
import type { TypeEvenement } from '@/lib/demandes/evenements'
import { jourDe } from '@/lib/socle/jour'
import type { Demande, Prisma } from '@/lib/socle/prisma/client'
import type { Atelier } from '../fabriques/atelier'

const HEURE = 3_600_000
const JOUR = 24 * HEURE

type Acte = { demande: Demande; type: TypeEvenement; le: Date; auteurId: string; details: Prisma.InputJsonObject }

/**
 * What agents put right: a demande that left for another caisse and one that came, an urgency withdrawn, two demandes linked, one
 * that the usual way would have served. Draws from a branch of its own.
 */
export async function corrigerDemandes(racine: Atelier): Promise<void> {
  const atelier = { ...racine, hasard: racine.hasard.branche('corrections') }
  const { tx, maintenant } = atelier
  const agent = await tx.compte.findFirst({ where: { identifiant: 'deuxvallees-faubertin' } })
  const auteur = await tx.compte.findFirst({ where: { identifiant: 'saintaubrac-elarrieu' } })
  if (!agent?.caisseId || !auteur?.partenaireId) throw new Error('Il manque un compte.')
  const caisseId = agent.caisseId
  // The other caisse of this partenaire, where its access is about to close.
  const part = await tx.conventionCaisse.findFirstOrThrow({
    where: { partenaireId: auteur.partenaireId, caisseId: { not: caisseId } },
  })
  const collegue = await tx.compte.findFirstOrThrow({
    where: { caisseId: part.caisseId, roles: { has: 'agent' }, etat: 'actif' },
    orderBy: { identifiant: 'asc' },
  })
  const hier = new Date(maintenant.getTime() - 26 * HEURE)
  const anciennes = { ouverte: true, majLe: { lt: new Date(hier.getTime() - JOUR) } }
  const ordre = [{ deposeeLe: 'desc' }, { id: 'asc' }] satisfies Prisma.DemandeOrderByWithRelationInput[]
  const deSaintAubrac = (lieu: string) =>
    tx.demande.findFirst({
      where: {
        ...anciennes,
        caisseId: lieu,
        auteurId: auteur.id,
        service: 'dossier',
        urgent: false,
        suspendueLe: null,
      },
      orderBy: ordre,
    })

  const partie = await deSaintAubrac(caisseId)
  const raison = 'La personne a emménagé dans le Haut-Morvelle : son dossier y est suivi.'
  if (partie) await transferer(atelier, partie, { vers: part.caisseId, auteurId: agent.id, raison, le: hier })
  const venue = await deSaintAubrac(part.caisseId)
  if (venue && venue.id !== partie?.id)
    await transferer(atelier, venue, {
      vers: caisseId,
      auteurId: collegue.id,
      raison: 'La personne relève des Deux-Vallées depuis le 1er du mois.',
      le: new Date(hier.getTime() + HEURE),
    })

  const urgente = await tx.demande.findFirst({
    where: { ...anciennes, caisseId, urgent: true, suspendueLe: null, delaiOrdinaireJours: { not: null } },
    orderBy: ordre,
  })
  if (urgente) await retirerUrgence(atelier, urgente, agent.id, new Date(hier.getTime() + 2 * HEURE))

  // Filed by the CCAS de Vaucreux and followed by this agent: the two that wait for it.
  const suivies = await tx.demande.findMany({
    where: { caisseId, agentId: agent.id, ouverte: true, auteur: { identifiant: { startsWith: 'vaucreux-' } } },
    orderBy: [{ deposeeLe: 'asc' }, { id: 'asc' }],
    take: 2,
  })
  const [a, b] = suivies.toSorted((un, autre) => (un.id < autre.id ? -1 : 1))
  if (a && b) {
    const le = new Date(maintenant.getTime() - 150 * 60_000)
    await tx.lienDemande.create({ data: { aId: a.id, bId: b.id, caisseId, lieParId: agent.id, lieLe: le } })
    const commun = { type: 'liee' as const, le, auteurId: agent.id }
    await inscrire(atelier, { ...commun, demande: a, details: { reference: b.reference } }, false)
    await inscrire(atelier, { ...commun, demande: b, details: { reference: a.reference } }, false)
  }

  const document = await tx.demande.findFirst({
    where: { ...anciennes, caisseId, service: 'document', agentId: { not: null } },
    orderBy: ordre,
  })
  if (document) {
    await tx.demande.update({ where: { id: document.id }, data: { procedureOrdinaire: true }, select: { id: true } })
    const details = { possible: true, raison: 'Téléchargeable dans le compte ameli.' }
    const acte = { demande: document, type: 'procedure_ordinaire' as const, le: hier, auteurId: agent.id, details }
    await inscrire(atelier, acte, false)
  }
}

async function inscrire({ tx, hasard }: Atelier, acte: Acte, visiblePartenaire = true): Promise<void> {
  const { demande, type, le, auteurId, details } = acte
  const { id: demandeId, caisseId, structureId } = demande
  await tx.evenement.create({
    data: {
      id: hasard.uuid(le),
      demandeId,
      caisseId,
      structureId,
      type,
      le,
      auteurId,
      cote: 'caisse',
      visiblePartenaire,
      details,
    },
  })
}

type Transfert = { vers: string; auteurId: string; raison: string; le: Date }

/** As the function of the database does it: what both sides have said goes, what the first caisse noted for itself stays. */
async function transferer(atelier: Atelier, demande: Demande, { vers, auteurId, raison, le }: Transfert) {
  const { tx, hasard } = atelier
  const { id, caisseId: de, motifId, prestation, partenaireId, structureId } = demande
  const ici = { demandeId: id, caisseId: de }
  await tx.lecture.deleteMany({ where: { ...ici, cote: 'caisse' } })
  const auteurs = await tx.evenement.findMany({
    where: { ...ici, cote: 'caisse', visiblePartenaire: true },
    select: { auteurId: true },
  })
  const connus = new Set([auteurId, ...auteurs.flatMap((evenement) => evenement.auteurId ?? [])])
  await tx.auteurTransfere.createMany({
    data: [...connus].map((compteId) => ({ compteId, versCaisseId: vers, structureId })),
    skipDuplicates: true,
  })
  const data = { caisseId: vers }
  await tx.pieceJointe.updateMany({ where: ici, data })
  await tx.message.updateMany({ where: { ...ici, interne: false }, data })
  await tx.evenement.updateMany({ where: { ...ici, visiblePartenaire: true }, data })
  await tx.lecture.updateMany({ where: ici, data })
  const cible = colonnesDeLaCible(demande, demande.urgent, await cibleDuMotif(tx, vers, { id: motifId, prestation }))
  const nonLusCaisse = await tx.message.count({ where: { demandeId: id, cote: 'partenaire' } })
  await tx.demande.update({
    where: { id },
    data: {
      ...cible,
      caisseId: vers,
      transfereeDeId: de,
      etat: 'transmise',
      agentId: null,
      priseEnChargeLe: null,
      nonLusCaisse,
      version: { increment: 1 },
      majLe: le,
    },
    select: { id: true },
  })
  const noms = new Map((await tx.caisse.findMany()).map((caisse) => [caisse.id, caisse.nom]))
  const details = { de: noms.get(de) ?? '', vers: noms.get(vers) ?? '', raison }
  await inscrire(atelier, { demande: { ...demande, ...data }, type: 'transferee', le, auteurId, details })
  await tx.transfert.create({
    data: {
      id: hasard.uuid(le),
      demandeId: id,
      reference: demande.reference,
      deCaisseId: de,
      versCaisseId: vers,
      partenaireId,
      raison,
      transfereeLe: le,
      transfereeParId: auteurId,
    },
  })
}

async function retirerUrgence(atelier: Atelier, demande: Demande, auteurId: string, le: Date): Promise<void> {
  const { tx } = atelier
  const cible = colonnesDeLaCible(demande, false, {
    delaiJours: demande.delaiOrdinaireJours,
    seuilAlerteJours: demande.seuilAlerteJours,
    delaiUrgentJours: 0,
  })
  await tx.demande.update({
    where: { id: demande.id },
    data: { ...cible, version: { increment: 1 }, majLe: le },
    select: { id: true },
  })
  const details = {
    raison: 'Le justificatif ne dit pas de soins à venir : le délai habituel suffit.',
    avant: jourDe(demande.echeanceLe),
    apres: jourDe(cible.echeanceLe),
  }
  await inscrire(atelier, { demande, type: 'urgence_retiree', le, auteurId, details })
}
