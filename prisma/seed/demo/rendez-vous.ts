import { decouper, joursOuverts } from '@/lib/rendez-vous/decoupe'
import { quand } from '@/lib/rendez-vous/libelles'
import { enDate } from '@/lib/socle/jour'
import { ajouterJours, type CalendrierFerie, dateAParis } from '@/lib/socle/temps'
import type { Atelier } from '../fabriques/atelier'
import type { Hasard } from '../fabriques/hasard'

const DUREE = 30
const LIEU = 'Agence d’Orvelle, bureau 2'

/** Whose slots, held how: two agents of the main caisse, one of them by telephone in the afternoon. */
const tenues = [
  { rang: 0, mode: 'sur_place', lieu: LIEU, horaires: { debut: '09:00', fin: '12:00' } },
  { rang: 1, mode: 'telephone', lieu: null, horaires: { debut: '14:00', fin: '16:00' } },
]

/**
 * Availabilities of the main caisse, from last week to three weeks ahead, a closed day, and a rendez-vous in every state on its open
 * demandes. Draws from a branch of its own.
 */
export async function installerRendezVous(atelier: Atelier): Promise<void> {
  const hasard = atelier.hasard.branche('rendez-vous')
  const { tx, maintenant } = atelier
  const agent = await tx.compte.findFirst({
    where: { identifiant: 'deuxvallees-faubertin' },
    include: { caisse: true },
  })
  if (!agent?.caisse) return
  const { id: caisseId, calendrier } = agent.caisse
  const aujourdhui = dateAParis(maintenant)
  const ferme = ajouterJours(aujourdhui, 24)
  await tx.fermeture.create({
    data: {
      id: hasard.uuid(maintenant),
      caisseId,
      debutLe: enDate(ferme),
      finLe: enDate(ferme),
      libelle: 'Journée du personnel',
    },
  })
  const autres = await tx.compte.findMany({
    where: { caisseId, roles: { has: 'agent' }, etat: 'actif', id: { not: agent.id } },
    orderBy: { identifiant: 'asc' },
    take: 1,
  })
  const { jours } = joursOuverts({
    du: ajouterJours(aujourdhui, -7),
    au: ajouterJours(aujourdhui, 21),
    semaine: [1, 2, 4, 5],
    calendrier: calendrier as CalendrierFerie,
    fermetures: [],
  })
  for (const { rang, mode, lieu, horaires } of tenues) {
    const agentId = [agent, ...autres][rang]?.id ?? null
    const serieId = hasard.uuid(maintenant)
    for (const jour of jours) {
      const intervalles = decouper(jour, horaires, DUREE)
      const [premier, dernier] = [intervalles[0], intervalles.at(-1)]
      if (!premier || !dernier) continue
      const commun = { caisseId, agentId, mode, lieu, capacite: 1 }
      const plageId = hasard.uuid(maintenant)
      await tx.plage.create({
        data: {
          id: plageId,
          ...commun,
          debutLe: premier.debutLe,
          finLe: dernier.finLe,
          dureeMinutes: DUREE,
          serieId,
          creeeParId: agent.id,
          creeeLe: new Date(maintenant.getTime() - 10 * 86_400_000),
        },
      })
      await tx.creneau.createMany({
        data: intervalles.map((intervalle) => ({ id: hasard.uuid(maintenant), plageId, ...commun, ...intervalle })),
      })
    }
  }
  await animer(atelier, hasard, caisseId)
}

/** Who opens the demo sees, in this order: slots to choose from, a rendez-vous to come, one that is over and to note, one honoured, one cancelled. */
const histoires = ['propose', 'fixe', 'passe', 'honore', 'annule'] as const

async function animer({ tx, maintenant }: Atelier, hasard: Hasard, caisseId: string): Promise<void> {
  const demandes = await tx.demande.findMany({
    where: { caisseId, service: 'rendez_vous', ouverte: true, agentId: { not: null } },
    // Those of the partenaire whose accounts are shown first.
    include: { auteur: { select: { identifiant: true } } },
    orderBy: { reference: 'asc' },
  })
  const enTete = demandes.filter(({ auteur }) => auteur.identifiant === 'vaucreux-mlegall')
  const ordre = [...enTete, ...demandes.filter((demande) => !enTete.includes(demande))]
  const creneaux = await tx.creneau.findMany({ where: { caisseId }, orderBy: [{ debutLe: 'asc' }, { mode: 'asc' }] })
  const passes = creneaux.filter(({ debutLe }) => debutLe < maintenant).reverse()
  const aVenir = creneaux.filter(({ debutLe }) => debutLe > maintenant).slice(3)
  const debuts = new Date(maintenant.getTime() - 9 * 86_400_000)
  for (const [rang, histoire] of histoires.entries()) {
    const demande = ordre[rang]
    const creneau = histoire === 'passe' || histoire === 'honore' ? passes[rang] : aVenir[rang * 2]
    if (!demande || !creneau) continue
    const id = hasard.uuid(debuts)
    const lieu = { demandeId: demande.id, caisseId, structureId: demande.structureId }
    const { agentId, mode, debutLe, finLe } = creneau
    const fixe = histoire !== 'propose'
    await tx.rendezVous.create({
      data: {
        id,
        ...lieu,
        mode,
        etat: histoire === 'passe' ? 'fixe' : histoire,
        ...(fixe && { agentId, creneauId: creneau.id, lieu: creneau.lieu, debutLe, finLe, sequence: 1 }),
        ...(histoire === 'annule' && {
          annulePar: 'partenaire',
          raison: 'La personne n’est plus disponible ce jour-là.',
        }),
        creeLe: debuts,
      },
    })
    if (!fixe)
      await tx.propositionCreneau.createMany({
        data: aVenir.slice(0, 6).map(({ id: creneauId }) => ({
          rendezVousId: id,
          creneauId,
          caisseId,
          structureId: demande.structureId,
        })),
      })
    const type = {
      propose: 'rendez_vous_propose',
      fixe: 'rendez_vous_fixe',
      passe: 'rendez_vous_fixe',
      honore: 'rendez_vous_honore',
      annule: 'rendez_vous_annule',
    }[histoire]
    await tx.evenement.create({
      data: {
        id: hasard.uuid(debuts),
        ...lieu,
        type,
        le: new Date(maintenant.getTime() - 3_600_000),
        auteurId: histoire === 'annule' ? demande.auteurId : demande.agentId,
        cote: histoire === 'annule' ? 'partenaire' : 'caisse',
        details: fixe ? { quand: quand(creneau) } : { combien: 6 },
      },
    })
    await tx.demande.update({ where: { id: demande.id }, data: { version: { increment: 1 } }, select: { id: true } })
  }
}
