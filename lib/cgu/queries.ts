import type { FiltresRegistre } from '@/lib/cgu/schema'
import { libellesProfil } from '@/lib/comptes/libelles'
import { ecrireCurseur, lireCurseur } from '@/lib/demandes/page'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre, type Transaction } from '@/lib/socle/base'
import { estId } from '@/lib/socle/identifiants'
import type { Prisma } from '@/lib/socle/prisma/client'

export const taillePageRegistre = 50
/** Rows of one export: beyond, the register is exported version by version. */
export const lignesExportMax = 50_000

const etatDe = (publieeLe: Date | null, maintenant: Date) =>
  publieeLe === null ? 'brouillon' : publieeLe > maintenant ? 'prevue' : 'publiee'

/** Every version, the last one first, with how many living accounts accepted it; then how many may sign in. */
export function versionsCgu(acteur: Acteur, maintenant: Date) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const versions = await tx.versionCgu.findMany({
      orderBy: { numero: 'desc' },
      select: { id: true, numero: true, resume: true, creeeLe: true, publieeLe: true },
    })
    const parVersion = await tx.acceptationCgu.groupBy({
      by: ['versionId'],
      where: { compte: { etat: 'actif', supprimeLe: null } },
      _count: { compteId: true },
    })
    const enVigueur = versions.find(({ publieeLe }) => etatDe(publieeLe, maintenant) === 'publiee')?.id
    return {
      actifs: await tx.compte.count({ where: { etat: 'actif', supprimeLe: null } }),
      versions: versions.map((version) => ({
        ...version,
        etat: etatDe(version.publieeLe, maintenant),
        enVigueur: version.id === enVigueur,
        acceptations: parVersion.find(({ versionId }) => versionId === version.id)?._count.compteId ?? 0,
      })),
    }
  })
}

/** One version with its text; for a new one, the text in force to start from. */
export function versionCgu(acteur: Acteur, id: string, maintenant: Date) {
  if (!estId(id)) return Promise.resolve(null)
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const version = await tx.versionCgu.findUnique({ where: { id } })
    return (
      version && {
        ...version,
        etat: etatDe(version.publieeLe, maintenant),
        actifs: await tx.compte.count({ where: { etat: 'actif', supprimeLe: null } }),
      }
    )
  })
}

function criteres({ q, version }: FiltresRegistre): Prisma.AcceptationCguWhereInput {
  const mots = q?.split(/\s+/).filter(Boolean) ?? []
  return {
    ...(version && { versionId: version }),
    compte: {
      supprimeLe: null,
      AND: mots.map((mot) => ({
        OR: (['nom', 'prenom', 'identifiant', 'courriel'] as const).map((champ) => ({
          [champ]: { contains: mot, mode: 'insensitive' as const },
        })),
      })),
    },
  }
}

const colonnes = {
  accepteeLe: true,
  compteId: true,
  version: { select: { numero: true } },
  compte: {
    select: {
      identifiant: true,
      prenom: true,
      nom: true,
      profil: true,
      caisse: { select: { nom: true } },
    },
  },
} as const

type Ligne = Prisma.AcceptationCguGetPayload<{ select: typeof colonnes }>

const enLigne = ({ accepteeLe, compteId, version, compte }: Ligne) => ({
  accepteeLe,
  compteId,
  numero: version.numero,
  identifiant: compte.identifiant,
  prenom: compte.prenom,
  nom: compte.nom,
  profil: libellesProfil[compte.profil as keyof typeof libellesProfil] ?? compte.profil,
  caisse: compte.caisse?.nom ?? null,
})

/** Who accepted which version and when, latest first (règles du domaine, §3). */
export function registreCgu(acteur: Acteur, filtres: FiltresRegistre) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const curseur = lireCurseur(filtres.apres)
    const apres: Prisma.AcceptationCguWhereInput = curseur
      ? {
          accepteeLe: { lte: curseur.cle },
          OR: [{ accepteeLe: { lt: curseur.cle } }, { compteId: { lt: curseur.id } }],
        }
      : {}
    const lues = await lire(tx, { AND: [criteres(filtres), apres] }, taillePageRegistre + 1)
    const lignes = lues.slice(0, taillePageRegistre)
    const derniere = lues.length > taillePageRegistre ? lignes.at(-1) : undefined
    return {
      lignes,
      suivante: derniere && ecrireCurseur({ cle: derniere.accepteeLe, id: derniere.compteId }),
      versions: await tx.versionCgu.findMany({ orderBy: { numero: 'desc' }, select: { id: true, numero: true } }),
    }
  })
}

export function registreComplet(acteur: Acteur, filtres: FiltresRegistre) {
  return avecPerimetre(perimetre(acteur), (tx) => lire(tx, criteres(filtres), lignesExportMax))
}

async function lire(tx: Transaction, where: Prisma.AcceptationCguWhereInput, take: number) {
  const lignes = await tx.acceptationCgu.findMany({
    where,
    select: colonnes,
    orderBy: [{ accepteeLe: 'desc' }, { compteId: 'desc' }],
    take,
  })
  return lignes.map(enLigne)
}
