import { ecrireCurseur, lireCurseur } from '@/lib/demandes/page'
import { type Contenu, lireContenu } from '@/lib/demandes-habilitation/contenu'
import type { TypeDemande } from '@/lib/demandes-habilitation/regles'
import { restePersonne } from '@/lib/demandes-habilitation/verifier-depot'
import { type Acteur, nomComplet, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre, type Transaction } from '@/lib/socle/base'
import type { CalendrierFerie } from '@/lib/socle/temps'

const taillePage = 50
const avecCaisse = { caisse: { select: { nom: true, calendrier: true } } } as const

/** Names of the accounts that requests speak of, by id; those deleted since are left out. */
export async function nomsDesComptes(tx: Transaction, demandes: Contenu[]): Promise<Map<string, string>> {
  const ids = demandes.flatMap(({ compteId, deposeeParId, traiteeParId }) => [compteId, deposeeParId, traiteeParId])
  const comptes = await tx.compte.findMany({
    where: { id: { in: ids.filter((id) => id !== null) }, supprimeLe: null },
    select: { id: true, prenom: true, nom: true },
  })
  return new Map(comptes.map((compte) => [compte.id, nomComplet(compte)]))
}

/** Whom a request is about: the person to habiliter, or the holder of the account; null once the account is deleted. */
export function sujetDe({ type, etat, identite, compteId }: Contenu, noms: Map<string, string>): string | null {
  if (compteId) return noms.get(compteId) ?? null
  return type === 'creation' && etat !== 'appliquee' && identite ? nomComplet(identite) : null
}

/** The requests of the structure about its gestionnaire accounts, latest first. */
export function demandesDeLaStructure(acteur: Acteur, apres?: string) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const curseur = lireCurseur(apres)
    const rangs = await tx.demandeHabilitation.findMany({
      where: {
        structureId: acteur.structure?.id,
        ...(curseur && {
          deposeeLe: { lte: curseur.cle },
          OR: [{ deposeeLe: { lt: curseur.cle } }, { id: { lt: curseur.id } }],
        }),
      },
      include: avecCaisse,
      orderBy: [{ deposeeLe: 'desc' }, { id: 'desc' }],
      take: taillePage + 1,
    })
    const page = rangs.slice(0, taillePage).map(({ caisse, ...rang }) => ({ caisse, ...lireContenu(rang) }))
    const noms = await nomsDesComptes(tx, page)
    const derniere = page.at(-1)
    return {
      demandes: page.map((demande) => ({
        ...demande,
        sujet: sujetDe(demande, noms),
        auteur: noms.get(demande.deposeeParId) ?? null,
        calendrier: demande.caisse.calendrier as CalendrierFerie,
      })),
      suivante:
        rangs.length > taillePage && derniere ? ecrireCurseur({ cle: derniere.deposeeLe, id: derniere.id }) : null,
    }
  })
}

/** One request of the structure; null outside of it. */
export function demandeDeLaStructure(acteur: Acteur, id: string) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const rang = await tx.demandeHabilitation.findFirst({
      where: { id, structureId: acteur.structure?.id },
      include: avecCaisse,
    })
    if (!rang) return null
    const { caisse, ...reste } = rang
    const demande = lireContenu(reste)
    const noms = await nomsDesComptes(tx, [demande])
    const compte = demande.compteId
      ? await tx.compte.findFirst({ where: { id: demande.compteId, supprimeLe: null } })
      : null
    return {
      ...demande,
      caisse: caisse.nom,
      calendrier: caisse.calendrier as CalendrierFerie,
      sujet: sujetDe(demande, noms),
      auteur: noms.get(demande.deposeeParId) ?? null,
      compte,
      mienne: demande.deposeeParId === acteur.compteId,
    }
  })
}

/** What the form of a kind of request needs at a caisse; null when the caisse is not open. `compteId`: the account chosen. */
export function cadreDeDemande(
  acteur: Acteur,
  { caisseId, type, compteId }: { caisseId: string; type: TypeDemande; compteId?: string },
) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const ouverte = acteur.caissesOuvertes.some(({ id }) => id === caisseId)
    const caisse = ouverte ? await tx.caisse.findUnique({ where: { id: caisseId }, include: { reglages: true } }) : null
    if (!caisse?.reglages) return null
    const partenaire = await tx.partenaire.findUniqueOrThrow({
      where: { id: acteur.partenaire?.id },
      select: { domaines: true },
    })
    const comptes =
      type === 'creation'
        ? []
        : await tx.compte.findMany({
            where: {
              profil: 'gestionnaire',
              structureId: acteur.structure?.id,
              etat: { not: 'inactif' },
              supprimeLe: null,
            },
            orderBy: [{ nom: 'asc' }, { prenom: 'asc' }],
          })
    const compte = comptes.find(({ id }) => id === compteId) ?? null
    return {
      caisse: { id: caisse.id, nom: caisse.nom, calendrier: caisse.calendrier as CalendrierFerie },
      reglages: caisse.reglages,
      domaines: partenaire.domaines,
      comptes,
      compte,
      dernier: type === 'inactivation' && compte !== null && (await restePersonne(tx, compte)),
    }
  })
}

export type CadreDemande = NonNullable<Awaited<ReturnType<typeof cadreDeDemande>>>
