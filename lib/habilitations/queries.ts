import { z } from 'zod'
import { normaliser } from '@/lib/demandes/regles'
import { invitationDe } from '@/lib/habilitations/invitation'
import { placesDeLaStructure } from '@/lib/habilitations/places'
import { attestationARenouveler, effacementLe } from '@/lib/habilitations/regles'
import { type Acteur, nomComplet, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre, type Transaction } from '@/lib/socle/base'
import { estId } from '@/lib/socle/identifiants'
import { jourDe } from '@/lib/socle/jour'
import { dateAParis } from '@/lib/socle/temps'

const ETATS = ['tous', 'actif', 'attente_activation', 'inactif', 'a_renouveler'] as const

/** Filters of the table, kept in the address. */
export const filtresEquipeSchema = z.object({
  q: z.string().trim().max(100).optional().catch(undefined),
  r: z.uuid().optional().catch(undefined),
  etat: z.enum(ETATS).catch('tous'),
  tri: z.enum(['nom', '-nom', 'connexion', '-connexion']).catch('nom'),
  tout: z.literal('1').optional().catch(undefined),
})

export type FiltresEquipe = z.output<typeof filtresEquipeSchema>

const AFFICHES = 50
/** A structure has a few dozen techniciens at most; beyond, the search finds them. */
const LUS = 2_000

const colonnes = {
  id: true,
  identifiant: true,
  civilite: true,
  nom: true,
  prenom: true,
  fonction: true,
  telephone: true,
  courriel: true,
  etat: true,
  creeLe: true,
  activeLe: true,
  inactiveLe: true,
  connecteLe: true,
  inactivationPrevueLe: true,
  motifInactivation: true,
  version: true,
  attestations: { orderBy: { attesteeLe: 'desc' }, take: 1, select: { attesteeLe: true, texte: true } },
  courriels: {
    where: { modele: 'activation' },
    orderBy: { creeLe: 'desc' },
    take: 1,
    select: { etat: true, erreur: true, creeLe: true, envoyeLe: true, destinataire: true },
  },
} as const

async function lireTechniciens(tx: Transaction, structureId: string, maintenant: Date, id?: string) {
  const comptes = await tx.compte.findMany({
    where: { structureId, profil: 'technicien', supprimeLe: null, ...(id ? { id } : {}) },
    orderBy: [{ nom: 'asc' }, { prenom: 'asc' }, { id: 'asc' }],
    take: LUS,
    select: colonnes,
  })
  const aujourdhui = dateAParis(maintenant)
  return comptes.map(({ attestations: [attestation], courriels: [courriel], inactivationPrevueLe, ...compte }) => {
    const attesteeLe = attestation ? dateAParis(attestation.attesteeLe) : null
    return {
      ...compte,
      attesteeLe,
      attestation: attestation?.texte ?? null,
      aRenouveler: compte.etat !== 'inactif' && attestationARenouveler(attesteeLe, aujourdhui),
      effaceLe: compte.inactiveLe && compte.etat === 'inactif' ? effacementLe(dateAParis(compte.inactiveLe)) : null,
      inactivationPrevueLe: jourDe(inactivationPrevueLe),
      invitation: compte.etat === 'attente_activation' ? invitationDe(courriel, maintenant) : null,
    }
  })
}

export type Technicien = Awaited<ReturnType<typeof lireTechniciens>>[number]

/** The team of a gestionnaire: the techniciens of its structure, its seats, and the other gestionnaires. */
export function equipeDeLaStructure(acteur: Acteur, filtres: FiltresEquipe, maintenant = new Date()) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const structureId = acteur.structure?.id ?? ''
    const [tous, places, gestionnaires] = [
      await lireTechniciens(tx, structureId, maintenant),
      await placesDeLaStructure(tx, structureId, dateAParis(maintenant)),
      await tx.compte.findMany({
        where: { structureId, profil: 'gestionnaire', supprimeLe: null },
        orderBy: [{ nom: 'asc' }, { prenom: 'asc' }],
        take: 50,
        select: {
          id: true,
          nom: true,
          prenom: true,
          fonction: true,
          identifiant: true,
          etat: true,
          connecteLe: true,
          inactiveLe: true,
          inactivationPrevueLe: true,
        },
      }),
    ]
    const retenus = trier(tous.filter(convient(filtres)), filtres.tri)
    const techniciens = filtres.tout ? retenus : retenus.slice(0, AFFICHES)
    return { techniciens, retenus: retenus.length, total: tous.length, tous, places, gestionnaires }
  })
}

export type Equipe = Awaited<ReturnType<typeof equipeDeLaStructure>>

function convient({ q, etat }: FiltresEquipe) {
  const mots = normaliser(q ?? '')
    .split(' ')
    .filter(Boolean)
  return (technicien: Technicien) => {
    if (etat === 'a_renouveler' ? !technicien.aRenouveler : etat !== 'tous' && technicien.etat !== etat) return false
    const texte = normaliser(`${nomComplet(technicien)} ${technicien.identifiant} ${technicien.courriel}`)
    return mots.every((mot) => texte.includes(mot))
  }
}

const alphabet = new Intl.Collator('fr')

function trier(techniciens: Technicien[], tri: FiltresEquipe['tri']): Technicien[] {
  const sens = tri.startsWith('-') ? -1 : 1
  const parNom = (a: Technicien, b: Technicien) => alphabet.compare(`${a.nom} ${a.prenom}`, `${b.nom} ${b.prenom}`)
  const parConnexion = (a: Technicien, b: Technicien) =>
    (a.connecteLe?.getTime() ?? 0) - (b.connecteLe?.getTime() ?? 0) || parNom(a, b)
  return [...techniciens].sort((a, b) => sens * (tri.endsWith('nom') ? parNom(a, b) : parConnexion(a, b)))
}

/** One technicien of the structure, with what closing the account would leave; null out of reach. */
export function technicienDeLaStructure(acteur: Acteur, id: string, maintenant = new Date()) {
  if (!estId(id)) return Promise.resolve(null)
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const [technicien] = await lireTechniciens(tx, acteur.structure?.id ?? '', maintenant, id)
    if (!technicien) return null
    const [encours] = await tx.$queryRaw<{ brouillons: number; demandes: number }[]>`
      SELECT * FROM ep_travail_en_cours(${id}::uuid)`
    const { domaines, places } = await cadreDeLaStructure(tx, acteur, maintenant)
    return { ...technicien, enCours: encours ?? { brouillons: 0, demandes: 0 }, domaines, places }
  })
}

async function cadreDeLaStructure(tx: Transaction, acteur: Acteur, maintenant: Date) {
  const partenaire = await tx.partenaire.findUnique({
    where: { id: acteur.partenaire?.id },
    select: { domaines: true },
  })
  const places = await placesDeLaStructure(tx, acteur.structure?.id ?? '', dateAParis(maintenant))
  return { domaines: partenaire?.domaines ?? [], places: places.techniciens, membres: places.membres }
}

/** What the pages that create accounts say first: the seats left and the declared domains. */
export function cadreDeCreation(acteur: Acteur, maintenant = new Date()) {
  return avecPerimetre(perimetre(acteur), (tx) => cadreDeLaStructure(tx, acteur, maintenant))
}
