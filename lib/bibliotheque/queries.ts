import { limiteDe } from '@/lib/bibliotheque/limite'
import { cleTheme } from '@/lib/bibliotheque/modele'
import type { Filtres } from '@/lib/bibliotheque/schema'
import { bibliothequeNationaleMois, effacementApres } from '@/lib/conservation/regles'
import type { Service } from '@/lib/demandes/modele'
import { telechargeable } from '@/lib/pieces-jointes/vue'
import { caisseDeLaPublication, estPourMoi, tient } from '@/lib/publications/audience'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre, type Transaction } from '@/lib/socle/base'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { estId } from '@/lib/socle/identifiants'
import type { Prisma } from '@/lib/socle/prisma/client'

const versions = {
  orderBy: { numero: 'desc' },
  include: {
    pieceJointe: { select: { nomFichier: true, taille: true, typeMime: true, etat: true, raisonRefus: true } },
  },
} as const

const avecVersions = { versions, caisse: { select: { nom: true } } } as const

type DocumentLu = Prisma.DocumentBibliothequeGetPayload<{ include: typeof avecVersions }>

/** Can be opened now. */
const ouvrable = ({ lien, pieceJointe }: DocumentLu['versions'][number]) =>
  lien !== null || telechargeable(pieceJointe?.etat ?? '')

/** With the version its readers open; null while there is none. */
const avecCourante = (document: DocumentLu) => ({ ...document, courante: document.versions.find(ouvrable) ?? null })

export type DocumentListe = ReturnType<typeof avecCourante>

const etats = { en_ligne: 'publie', brouillons: 'brouillon', retires: 'retire' } as const

/** More than one looks through: the words and the themes narrow it. */
const listesMax = 200

/** Documents for the acteur, by theme or by how well they answer; those it holds where it asks for what is not published. */
export function bibliotheque(acteur: Acteur, { q, theme, service, vue }: Filtres) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const trouves = q ? await chercher(tx, q) : null
    const tenus = vue === 'en_ligne' ? {} : { caisseId: caisseDeLaPublication(acteur) }
    const themes = await tx.documentBibliotheque.findMany({
      where: { etat: etats[vue], ...tenus },
      distinct: ['theme'],
      select: { theme: true },
      orderBy: { theme: 'asc' },
    })
    const noms = themes.map((lu) => lu.theme)
    const lus = await tx.documentBibliotheque.findMany({
      where: {
        etat: etats[vue],
        ...tenus,
        ...(trouves && { id: { in: trouves.map(({ id }) => id) } }),
        ...(theme && { theme: { in: noms.filter((nom) => cleTheme(nom) === theme) } }),
        ...(service && { services: { has: service } }),
      },
      include: avecVersions,
      orderBy: [{ theme: 'asc' }, { titre: 'asc' }, { id: 'asc' }],
      take: listesMax,
    })
    const rang = new Map(trouves?.map(({ id }, place) => [id, place]))
    const documents = lus.map(avecCourante)
    return {
      documents: trouves ? documents.toSorted((a, b) => (rang.get(a.id) ?? 0) - (rang.get(b.id) ?? 0)) : documents,
      themes: noms,
    }
  })
}

const chercher = (tx: Transaction, mots: string) =>
  tx.$queryRaw<
    { id: string }[]
  >`SELECT id FROM ep_chercher_documents(${mots}) ORDER BY poids DESC, id LIMIT ${listesMax}`

/** One document; null outside, and for a partenaire when there is nothing to open. */
export function documentAVoir(acteur: Acteur, id: string) {
  if (!estId(id)) return Promise.resolve(null)
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const lu = await tx.documentBibliotheque.findUnique({ where: { id }, include: avecVersions })
    if (!lu) return null
    const motifs = await tx.motif.findMany({
      where: { id: { in: lu.motifs } },
      select: { libelle: true },
      orderBy: { libelle: 'asc' },
    })
    const caisses = await tx.caisse.findMany({ where: { id: { in: lu.caisses } }, select: { nom: true } })
    const reglages =
      lu.retireLe && lu.caisseId ? await tx.reglagesCaisse.findUnique({ where: { caisseId: lu.caisseId } }) : null
    const mois = reglages?.conservationBibliothequeMois ?? bibliothequeNationaleMois
    return {
      ...avecCourante(lu),
      /** Day from which it goes, once withdrawn. */
      effacementLe: lu.retireLe && effacementApres(lu.retireLe, mois),
      tenu: tient(acteur, lu.caisseId),
      nomsMotifs: motifs.map(({ libelle }) => libelle),
      nomsCaisses: caisses.map(({ nom }) => nom),
    }
  })
}

export type DocumentVu = NonNullable<Awaited<ReturnType<typeof documentAVoir>>>

/** The file of a version: the current one for a partenaire, those before too on the side of the caisse, as the database says. */
export function versionALire(acteur: Acteur, id: string) {
  if (!estId(id)) throw new ErreurMetier('introuvable')
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const version = await tx.versionDocument.findUnique({
      where: { id },
      include: { pieceJointe: true, document: { select: { caisseId: true } } },
    })
    if (!version?.pieceJointe) throw new ErreurMetier('introuvable')
    return { ...version, pieceJointe: version.pieceJointe }
  })
}

/** Documents that help to file a demande of this motif: its own first, then those of its service. */
export async function documentsUtiles(
  tx: Transaction,
  acteur: Acteur,
  { caisseId, service, motifId }: { caisseId: string; service: Service; motifId: string },
) {
  const lus = await tx.documentBibliotheque.findMany({
    where: {
      etat: 'publie',
      AND: [
        { OR: [{ motifs: { has: motifId } }, { services: { has: service } }] },
        {
          OR: [{ caisseId }, { caisseId: null, OR: [{ caisses: { isEmpty: true } }, { caisses: { has: caisseId } }] }],
        },
      ],
    },
    include: avecVersions,
    orderBy: [{ titre: 'asc' }, { id: 'asc' }],
  })
  const propre = ({ motifs }: DocumentLu) => Number(motifs.includes(motifId))
  return lus
    .filter(({ profils }) => estPourMoi(acteur, profils))
    .toSorted((a, b) => propre(b) - propre(a))
    .map(avecCourante)
    .filter(({ courante }) => courante)
    .slice(0, 6)
}

/** Themes one may take up again, so that the same one is not written in two ways. */
export function themesAReprendre(acteur: Acteur): Promise<string[]> {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const lus = await tx.documentBibliotheque.findMany({
      distinct: ['theme'],
      select: { theme: true },
      orderBy: { theme: 'asc' },
      take: listesMax,
    })
    return lus.map(({ theme }) => theme)
  })
}

/** Bytes a file may have, as its caisse settles it; a bound of the portal for a national one. */
export function limiteDUnFichier(acteur: Acteur): Promise<number> {
  return avecPerimetre(perimetre(acteur), (tx) => limiteDe(tx, caisseDeLaPublication(acteur)))
}

/** Motifs a document may stand beside. */
export function motifsAChoisir(acteur: Acteur) {
  const caisseId = caisseDeLaPublication(acteur)
  return avecPerimetre(perimetre(acteur), (tx) =>
    tx.motif.findMany({
      where: { actif: true, OR: [{ caisseId: null }, ...(caisseId ? [{ caisseId }] : [])] },
      select: { id: true, libelle: true, service: true },
      orderBy: [{ ordre: 'asc' }, { libelle: 'asc' }],
    }),
  )
}
