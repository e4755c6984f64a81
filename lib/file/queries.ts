import { avecNommes, type ChoixFiltres, choixDesFiltres } from '@/lib/demandes/choix-filtres'
import type { Etat, Service } from '@/lib/demandes/modele'
import { agentsDeLaCaisse, equipesDeLaCaisse } from '@/lib/equipes/queries'
import { lireLignes, type TypeLot } from '@/lib/file/lot'
import { enVue, vuesDeLAgent } from '@/lib/file/queries-vues'
import { LOT_MAX } from '@/lib/file/schema'
import { type Acteur, nomComplet, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre } from '@/lib/socle/base'
import { estId } from '@/lib/socle/identifiants'
import { dateAParis } from '@/lib/socle/temps'

/** What puts filters into words: every partenaire, though fewer are offered. */
async function choixNommes(acteur: Acteur): Promise<ChoixFiltres> {
  const choix = await choixDesFiltres(acteur)
  return avecNommes(choix, choix.noms, [...choix.noms.keys()])
}

/** The views of an agent with who made each, and what puts their filters into words. */
export async function vuesAGerer(acteur: Acteur) {
  const lignes = await avecPerimetre(perimetre(acteur), (tx) => vuesDeLAgent(tx, acteur))
  return {
    vues: lignes.map((ligne) => ({ ...enVue(ligne, acteur.compteId), auteur: nomComplet(ligne.auteur) })),
    choix: await choixNommes(acteur),
  }
}

/** The views that the agents share, for the référent: with who made each, and whether that account is still there. */
export async function vuesPartagees(acteur: Acteur) {
  const lignes = await avecPerimetre(perimetre(acteur), (tx) =>
    tx.vueFile.findMany({
      where: { caisseId: acteur.caisse?.id ?? '', partagee: true },
      include: { auteur: { select: { prenom: true, nom: true, etat: true, roles: true } } },
      orderBy: [{ nom: 'asc' }, { id: 'asc' }],
    }),
  )
  return {
    vues: lignes.map(({ auteur, ...ligne }) => ({
      ...enVue(ligne, acteur.compteId),
      auteur: nomComplet(auteur),
      seule: auteur.etat !== 'actif' || !auteur.roles.includes('agent'),
    })),
    choix: await choixNommes(acteur),
  }
}

/** What was ticked, as it stands now, in the order of the queue: what the agent reads before it acts on all of it. */
export function demandesCochees(acteur: Acteur, ids: string[]) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const demandes = await tx.demande.findMany({
      where: { id: { in: ids.filter(estId).slice(0, LOT_MAX) }, caisseId: acteur.caisse?.id },
      select: {
        id: true,
        reference: true,
        objet: true,
        service: true,
        etat: true,
        version: true,
        civilite: true,
        prenom: true,
        nomNaissance: true,
        nomUsage: true,
        nonLusCaisse: true,
        partenaire: { select: { nom: true } },
        agent: { select: { id: true, prenom: true, nom: true } },
      },
      orderBy: [{ triLe: 'asc' }, { id: 'asc' }],
    })
    return demandes.map((demande) => ({ ...demande, etat: demande.etat as Etat, service: demande.service as Service }))
  })
}

export type DemandeCochee = Awaited<ReturnType<typeof demandesCochees>>[number]

/** Colleagues and teams a lot can be given to. */
export function destinataires(acteur: Acteur, maintenant = new Date()) {
  const caisseId = acteur.caisse?.id ?? ''
  return avecPerimetre(perimetre(acteur), async (tx) => ({
    agents: await agentsDeLaCaisse(tx, caisseId, dateAParis(maintenant)),
    equipes: await equipesDeLaCaisse(tx, caisseId),
  }))
}

export type Destinataires = Awaited<ReturnType<typeof destinataires>>

/** The report of a lot, for who did it; null for anybody else. */
export function lireLot(acteur: Acteur, id: string) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const lot = estId(id) ? await tx.actionGroupee.findFirst({ where: { id, compteId: acteur.compteId } }) : null
    if (!lot) return null
    const lignes = lireLignes(lot.lignes)
    const demandes = await tx.demande.findMany({
      where: { id: { in: lignes.map(({ demandeId }) => demandeId) } },
      select: { id: true, objet: true, prenom: true, nomNaissance: true, etat: true },
    })
    const parId = new Map(demandes.map((demande) => [demande.id, demande]))
    return {
      ...lot,
      type: lot.type as TypeLot,
      lignes: lignes.map((ligne) => ({ ...ligne, demande: parId.get(ligne.demandeId) ?? null })),
    }
  })
}

export type LotLu = NonNullable<Awaited<ReturnType<typeof lireLot>>>
