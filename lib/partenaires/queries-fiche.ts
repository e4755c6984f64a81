import { z } from 'zod'
import { invitationDe } from '@/lib/habilitations/invitation'
import { placesDeLaStructure } from '@/lib/habilitations/places'
import { partenairesDeLaCaisse } from '@/lib/partenaires/acces'
import { autresCaisses, estTenu, partenaireConnu } from '@/lib/partenaires/fiche'
import { situationsDeLaCaisse } from '@/lib/partenaires/situation'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre, type Transaction } from '@/lib/socle/base'
import type { Prisma } from '@/lib/socle/prisma/client'
import { dateAParis } from '@/lib/socle/temps'

const estId = (texte: string) => z.uuid().safeParse(texte).success

/** What is known of a SIRET: already with this caisse, known to another one, or new. */
export function chercherSiret(acteur: Acteur, siret: string) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const connu = await partenaireConnu(tx, siret)
    if (!connu) return { etat: 'inconnu' as const }
    const ici = await tx.partenaire.count({ where: { AND: [partenairesDeLaCaisse(acteur), { id: connu.id }] } })
    return { etat: ici > 0 ? ('ici' as const) : ('ailleurs' as const), ...connu }
  })
}

const colonnesCompte = {
  id: true,
  identifiant: true,
  profil: true,
  civilite: true,
  nom: true,
  prenom: true,
  fonction: true,
  telephone: true,
  courriel: true,
  structureId: true,
  etat: true,
  creeLe: true,
  activeLe: true,
  connecteLe: true,
  inactiveLe: true,
  motifInactivation: true,
  inactivationPrevueLe: true,
  version: true,
} satisfies Prisma.CompteSelect

/** Where the invitation of each account that is not active yet stands. */
async function invitations(tx: Transaction, comptes: { id: string; etat: string }[], maintenant: Date) {
  const attendus = comptes.filter(({ etat }) => etat === 'attente_activation').map(({ id }) => id)
  const courriels = await tx.courriel.findMany({
    where: { modele: 'activation', compteId: { in: attendus } },
    orderBy: { creeLe: 'desc' },
    select: { compteId: true, destinataire: true, etat: true, erreur: true, creeLe: true, envoyeLe: true },
  })
  return (id: string) =>
    attendus.includes(id)
      ? invitationDe(
          courriels.find(({ compteId }) => compteId === id),
          maintenant,
        )
      : null
}

/** The record of a partenaire for a référent, with all its page shows; null outside the perimeter. */
export async function fichePourCaisse(acteur: Acteur, id: string, maintenant = new Date()) {
  if (!estId(id)) return null
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const caisseId = acteur.caisse?.id ?? ''
    const fiche = await tx.partenaire.findFirst({
      where: { AND: [partenairesDeLaCaisse(acteur), { id }] },
      include: {
        structures: { orderBy: { nom: 'asc' } },
        contacts: { orderBy: [{ type: 'desc' }, { nom: 'asc' }] },
      },
    })
    const situation = (await situationsDeLaCaisse(tx, caisseId, maintenant, id)).get(id)
    if (!fiche || !situation) return null
    const comptes = await tx.compte.findMany({
      where: { partenaireId: id, supprimeLe: null },
      select: colonnesCompte,
      orderBy: [{ profil: 'asc' }, { nom: 'asc' }, { prenom: 'asc' }, { id: 'asc' }],
      take: 1_000,
    })
    const invitationDe = await invitations(tx, comptes, maintenant)
    const autre = fiche.modifieParCaisseId !== caisseId && fiche.modifieParCaisseId
    return {
      ...fiche,
      situation,
      /** A draft opens nothing, not even the names of the accounts: the database hides them. */
      comptesVisibles: situation.parts.some(({ etat }) => etat !== 'brouillon'),
      comptes: comptes.map((compte) => ({ ...compte, invitation: invitationDe(compte.id) })),
      tenu: await estTenu(tx, id),
      autres: await autresCaisses(tx, id),
      modifieeParAutre: autre
        ? ((await tx.caisse.findUnique({ where: { id: autre }, select: { nom: true } }))?.nom ?? null)
        : null,
      suspension: await tx.suspension.findFirst({
        where: {
          caisseId,
          partenaireId: id,
          debutLe: { lte: maintenant },
          OR: [{ finLe: null }, { finLe: { gt: maintenant } }],
        },
        select: { motif: true, debutLe: true },
      }),
      enAttente: {
        habilitations: await tx.demandeHabilitation.count({ where: { caisseId, partenaireId: id, etat: 'deposee' } }),
        revues: await tx.revueHabilitation.count({ where: { partenaireId: id, signeeLe: null } }),
        incidents: await tx.signalementCompte.count({ where: { partenaireId: id, suite: null } }),
      },
    }
  })
}

export type FichePartenaire = NonNullable<Awaited<ReturnType<typeof fichePourCaisse>>>
export type CompteDeFiche = FichePartenaire['comptes'][number]

/** The record alone, for the pages that change it: its structures, its contacts, whether this caisse may. */
export async function fichePourEcriture(acteur: Acteur, id: string) {
  if (!estId(id)) return null
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const fiche = await tx.partenaire.findFirst({
      where: { AND: [partenairesDeLaCaisse(acteur), { id }] },
      include: { structures: { orderBy: { nom: 'asc' } }, contacts: true },
    })
    if (!fiche) return null
    const comptes = await tx.compte.groupBy({
      by: ['structureId'],
      where: { partenaireId: id, etat: 'actif', supprimeLe: null },
      _count: true,
    })
    return {
      ...fiche,
      tenu: await estTenu(tx, id),
      autres: await autresCaisses(tx, id),
      /** Accounts that may sign in today, by structure. */
      comptesOuverts: Object.fromEntries(comptes.map(({ structureId, _count }) => [structureId ?? '', _count])),
    }
  })
}

export type FicheAEcrire = NonNullable<Awaited<ReturnType<typeof fichePourEcriture>>>

/** One account of a partenaire for a référent, with what an inactivation would do; null outside the perimeter. */
export async function comptePourCaisse(
  acteur: Acteur,
  partenaireId: string,
  compteId: string,
  maintenant = new Date(),
) {
  if (!estId(partenaireId) || !estId(compteId)) return null
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const compte = await tx.compte.findFirst({
      where: {
        id: compteId,
        partenaireId,
        supprimeLe: null,
        partenaire: partenairesDeLaCaisse(acteur),
      },
      select: {
        ...colonnesCompte,
        partenaire: { select: { id: true, nom: true, domaines: true } },
        structure: { select: { id: true, nom: true } },
      },
    })
    if (!compte?.partenaire || !compte.structure) return null
    const structureId = compte.structure.id
    return {
      ...compte,
      partenaire: compte.partenaire,
      structure: compte.structure,
      plusieursStructures: (await tx.structure.count({ where: { partenaireId } })) > 1,
      invitation: (await invitations(tx, [compte], maintenant))(compte.id),
      autresGestionnaires: await tx.compte.count({
        where: { structureId, profil: 'gestionnaire', etat: 'actif', supprimeLe: null, id: { not: compteId } },
      }),
      techniciensCrees: await tx.compte.count({
        where: { creeParId: compteId, profil: 'technicien', etat: { not: 'inactif' }, supprimeLe: null },
      }),
      reglages: await tx.reglagesCaisse.findUnique({
        where: { caisseId: acteur.caisse?.id ?? '' },
        select: { inactivationGestionnaire: true, preavisInactivationJours: true },
      }),
      conventionVivante:
        (await situationsDeLaCaisse(tx, acteur.caisse?.id ?? '', maintenant, partenaireId)).get(partenaireId)?.part
          .vivante ?? false,
      tenu: await estTenu(tx, partenaireId),
    }
  })
}

export type ComptePourCaisse = NonNullable<Awaited<ReturnType<typeof comptePourCaisse>>>

/** What the page that habilite a gestionnaire says first; null outside the perimeter. */
export async function cadreGestionnaire(
  acteur: Acteur,
  partenaireId: string,
  structureId: string,
  maintenant = new Date(),
) {
  if (!estId(partenaireId) || !estId(structureId)) return null
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const structure = await tx.structure.findFirst({
      where: { id: structureId, partenaireId, partenaire: partenairesDeLaCaisse(acteur) },
      select: {
        id: true,
        nom: true,
        partenaire: { select: { id: true, nom: true, domaines: true, _count: { select: { structures: true } } } },
      },
    })
    const situations = await situationsDeLaCaisse(tx, acteur.caisse?.id ?? '', maintenant, partenaireId)
    const situation = situations.get(partenaireId)
    if (!structure || !situation) return null
    const { _count, ...partenaire } = structure.partenaire
    return {
      structure: { id: structure.id, nom: structure.nom },
      partenaire,
      plusieurs: _count.structures > 1,
      part: situation.part,
      places: await placesDeLaStructure(tx, structureId, dateAParis(maintenant)),
    }
  })
}
