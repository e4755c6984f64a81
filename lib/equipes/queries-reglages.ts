import type { Service } from '@/lib/demandes/modele'
import { equipePour } from '@/lib/equipes/equipe-pour'
import { agentsDeLaCaisse, equipesDeLaCaisse } from '@/lib/equipes/queries'
import { enOrdre, regleGagnante } from '@/lib/equipes/regles'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre, type Transaction } from '@/lib/socle/base'
import { estId } from '@/lib/socle/identifiants'
import { dateAParis } from '@/lib/socle/temps'

type Comptes = { equipe: string | null; ouvertes: number; a_prendre: number }

const demandesParEquipe = (tx: Transaction) =>
  tx.$queryRaw<Comptes[]>`SELECT equipe, ouvertes, a_prendre FROM ep_demandes_par_equipe()`

const membresActifs = {
  where: { compte: { etat: 'actif', roles: { has: 'agent' } } },
  select: { compte: { select: { id: true, prenom: true, nom: true } } },
  orderBy: [{ compte: { nom: 'asc' as const } }, { compte: { prenom: 'asc' as const } }],
}

/** Active teams of the caisse, their members in activity, how many demandes and rules each has; and the agents in no team. */
export function equipesAGerer(acteur: Acteur, maintenant = new Date()) {
  const caisseId = acteur.caisse?.id ?? ''
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const [equipes, comptes, agents] = await Promise.all([
      tx.equipe.findMany({
        where: { caisseId, actif: true },
        select: { id: true, nom: true, membres: membresActifs, _count: { select: { regles: true } } },
        orderBy: [{ nom: 'asc' }, { id: 'asc' }],
      }),
      demandesParEquipe(tx),
      agentsDeLaCaisse(tx, caisseId, dateAParis(maintenant)),
    ])
    const ranges = new Set(equipes.flatMap(({ membres }) => membres.map(({ compte }) => compte.id)))
    return {
      equipes: equipes.map(({ membres, _count, ...equipe }) => ({
        ...equipe,
        membres: membres.map(({ compte }) => compte),
        regles: _count.regles,
        ...demandesDe(comptes, equipe.id),
      })),
      commune: demandesDe(comptes, null),
      sansEquipe: agents.filter(({ id }) => !ranges.has(id)),
    }
  })
}

const demandesDe = (comptes: Comptes[], id: string | null) => {
  const { ouvertes = 0, a_prendre = 0 } = comptes.find(({ equipe }) => equipe === id) ?? {}
  return { ouvertes, aPrendre: a_prendre }
}

/** The agents that a team may have. */
export function agentsAReunir(acteur: Acteur, maintenant = new Date()) {
  return avecPerimetre(perimetre(acteur), (tx) => agentsDeLaCaisse(tx, acteur.caisse?.id ?? '', dateAParis(maintenant)))
}

/** One active team with what its end would touch; null out of reach. */
export function equipeAGerer(acteur: Acteur, id: string, maintenant = new Date()) {
  if (!estId(id)) return Promise.resolve(null)
  const caisseId = acteur.caisse?.id ?? ''
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const equipe = await tx.equipe.findFirst({
      where: { id, caisseId, actif: true },
      select: { id: true, nom: true, version: true, membres: membresActifs, _count: { select: { regles: true } } },
    })
    if (!equipe) return null
    const [agents, autres, comptes] = await Promise.all([
      agentsDeLaCaisse(tx, caisseId, dateAParis(maintenant)),
      equipesDeLaCaisse(tx, caisseId),
      demandesParEquipe(tx),
    ])
    const { _count, membres, ...lue } = equipe
    return {
      ...lue,
      membres: membres.map(({ compte }) => compte.id),
      regles: _count.regles,
      ...demandesDe(comptes, id),
      agents,
      autres: autres.filter((autre) => autre.id !== id),
    }
  })
}

export type EquipeAGerer = NonNullable<Awaited<ReturnType<typeof equipeAGerer>>>

type Essai = { motif?: string; partenaire?: string }

/** The rules in the order in which they are tried, what they are made of, what they would move today, and where a given demande goes. */
export function routageDeLaCaisse(acteur: Acteur, essai: Essai = {}) {
  const caisseId = acteur.caisse?.id ?? ''
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const [lues, motifs, partenaires, equipes, mouvements] = await Promise.all([
      tx.regleRoutage.findMany({ where: { caisseId, equipe: { actif: true } } }),
      motifsNommes(tx, caisseId),
      partenairesLies(tx, caisseId),
      equipesDeLaCaisse(tx, caisseId),
      tx.$queryRaw<{ apres: string | null; n: number }[]>`
        SELECT apres, count(*)::int AS n FROM ep_a_router() GROUP BY 1 ORDER BY 2 DESC`,
    ])
    const regles = enOrdre(lues.map((regle) => ({ ...regle, service: regle.service as Service | null })))
    return { regles, motifs, partenaires, equipes, mouvements, essai: await essayer() }

    async function essayer() {
      const motif = motifs.find(({ id }) => id === essai.motif)
      const partenaire = partenaires.find(({ id }) => id === essai.partenaire)
      if (!motif || !partenaire) return null
      const depot = { service: motif.service, motifId: motif.id, partenaireId: partenaire.id }
      return {
        motif,
        partenaire,
        equipeId: await equipePour(tx, { caisseId, ...depot }),
        regleId: regleGagnante(regles, depot)?.id ?? null,
      }
    }
  })
}

export type Routage = Awaited<ReturnType<typeof routageDeLaCaisse>>

/** Motifs of the catalogue and of the caisse, under the names it gives them. */
async function motifsNommes(tx: Transaction, caisseId: string) {
  const motifs = await tx.motif.findMany({
    where: { actif: true, habilitation: false, OR: [{ caisseId: null }, { caisseId }] },
    select: {
      id: true,
      service: true,
      libelleCourt: true,
      reglages: { where: { caisseId }, select: { libelle: true, actif: true } },
    },
    orderBy: [{ service: 'asc' }, { ordre: 'asc' }],
  })
  return motifs.map(({ reglages: [reglage], service, ...motif }) => ({
    ...motif,
    service: service as Service,
    libelle: reglage?.libelle ?? motif.libelleCourt,
  }))
}

function partenairesLies(tx: Transaction, caisseId: string) {
  return tx.partenaire.findMany({
    where: { conventions: { some: { caisses: { some: { caisseId, etat: { not: 'brouillon' } } } } } },
    select: { id: true, nom: true },
    orderBy: { nom: 'asc' },
  })
}
