import { situationConfirmation } from '@/lib/annuaire/confirmation'
import type { Recherche } from '@/lib/annuaire/schema'
import { etatsEnVigueur } from '@/lib/conventions/regles'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre, type Transaction } from '@/lib/socle/base'
import { estId } from '@/lib/socle/identifiants'
import type { Prisma } from '@/lib/socle/prisma/client'

const ordreContacts = [{ ordre: 'asc' }, { theme: 'asc' }, { nom: 'asc' }] as const satisfies object[]

const personne = {
  id: true,
  civilite: true,
  prenom: true,
  nom: true,
  fonction: true,
  telephone: true,
  courriel: true,
} satisfies Prisma.CompteSelect

/** The directory of a partenaire: each caisse bound to it, then what it tells of itself. */
export function annuaireDuPartenaire(acteur: Acteur, maintenant = new Date()) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const partenaireId = acteur.partenaire?.id ?? ''
    const parts = await tx.conventionCaisse.findMany({
      where: { partenaireId, etat: { in: etatsEnVigueur } },
      distinct: ['caisseId'],
      select: {
        caisse: {
          select: {
            id: true,
            nom: true,
            contacts: { orderBy: [...ordreContacts] },
            confirmation: true,
            reglages: { select: { intervalleAnnuaireMois: true } },
          },
        },
      },
    })
    return {
      caisses: parts
        .map(({ caisse: { reglages, confirmation, ...caisse } }) => ({
          ...caisse,
          confirmation: situationConfirmation(confirmation, reglages?.intervalleAnnuaireMois, maintenant),
        }))
        .sort((a, b) => a.nom.localeCompare(b.nom, 'fr')),
      contacts: await contactsDe(tx, partenaireId),
      gestionnaires: await tx.compte.findMany({
        where: { partenaireId, profil: 'gestionnaire', etat: 'actif', supprimeLe: null },
        select: { ...personne, structure: { select: { nom: true } } },
        orderBy: [{ nom: 'asc' }, { prenom: 'asc' }],
        take: 100,
      }),
    }
  })
}

export type AnnuaireDuPartenaire = Awaited<ReturnType<typeof annuaireDuPartenaire>>

function contactsDe(tx: Transaction, partenaireId: string) {
  return tx.contactPartenaire.findMany({ where: { partenaireId }, orderBy: [{ type: 'desc' }, { nom: 'asc' }] })
}

/** A contact of one's own partenaire; null when it is not there. */
export function contactDuPartenaire(acteur: Acteur, id: string) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    if (!estId(id)) return null
    return tx.contactPartenaire.findFirst({ where: { id, partenaireId: acteur.partenaire?.id ?? '' } })
  })
}

export const taillePage = 25

/** The directory of a caisse: its own contacts and référents, then its partenaires, by name, page by page. */
export function annuaireDeLaCaisse(acteur: Acteur, { q, apres }: Recherche, maintenant = new Date()) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const caisseId = acteur.caisse?.id ?? ''
    const curseur = apres
      ? await tx.partenaire.findUnique({ where: { id: apres }, select: { id: true, nom: true } })
      : null
    const lignes = await tx.partenaire.findMany({
      where: {
        AND: [
          { conventions: { some: { caisses: { some: { caisseId, etat: { in: etatsEnVigueur } } } } } },
          q ? { id: { in: await partenairesTrouves(tx, q) } } : {},
          curseur ? { OR: [{ nom: { gt: curseur.nom } }, { nom: curseur.nom, id: { gt: curseur.id } }] } : {},
        ],
      },
      select: {
        id: true,
        nom: true,
        ville: true,
        telephone: true,
        courriel: true,
        contacts: { orderBy: [{ type: 'desc' }, { nom: 'asc' }] },
        comptes: {
          where: { profil: 'gestionnaire', etat: 'actif', supprimeLe: null },
          select: { ...personne, structure: { select: { nom: true } } },
          orderBy: [{ nom: 'asc' }, { prenom: 'asc' }],
          take: 40,
        },
        confirmation: true,
        _count: { select: { structures: true } },
      },
      orderBy: [{ nom: 'asc' }, { id: 'asc' }],
      take: taillePage + 1,
    })
    const reglages = await tx.reglagesCaisse.findUnique({ where: { caisseId } })
    const page = lignes.slice(0, taillePage).map((ligne) => ({
      ...ligne,
      confirmation: situationConfirmation(ligne.confirmation, reglages?.intervalleAnnuaireMois, maintenant),
    }))
    const contacts = await tx.contactCaisse.findMany({ where: { caisseId }, orderBy: [...ordreContacts] })
    return {
      contacts: contacts.filter(({ theme, nom, usage, pourQui }) =>
        sansAccent([theme, nom, usage, pourQui].join(' ')).includes(sansAccent(q)),
      ),
      referents: await tx.compte.findMany({
        where: { caisseId, roles: { has: 'referent' }, etat: 'actif', supprimeLe: null },
        select: personne,
        orderBy: [{ nom: 'asc' }, { prenom: 'asc' }],
      }),
      partenaires: page,
      suivante: lignes.length > taillePage ? (page.at(-1)?.id ?? null) : null,
    }
  })
}

export type AnnuaireDeLaCaisse = Awaited<ReturnType<typeof annuaireDeLaCaisse>>

const sansAccent = (texte: string) => texte.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** By the name or town of the partenaire, by the name of someone to reach there, or by a theme: neither accents nor case count. */
async function partenairesTrouves(tx: Transaction, q: string): Promise<string[]> {
  const motif = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  const trouves = await tx.$queryRaw<{ id: string }[]>`
    SELECT p.id FROM partenaire p WHERE ep_sans_accent(concat_ws(' ', p.nom, p.ville)) LIKE ep_sans_accent(${motif})
    UNION
    SELECT k."partenaireId" FROM contact_partenaire k WHERE ep_sans_accent(concat_ws(' ', k.nom, k.theme, k.usage)) LIKE ep_sans_accent(${motif})
    UNION
    SELECT c."partenaireId" FROM compte c WHERE c.profil = 'gestionnaire' AND c.etat = 'actif' AND c."supprimeLe" IS NULL
      AND ep_sans_accent(concat_ws(' ', c.prenom, c.nom)) LIKE ep_sans_accent(${motif})`
  return trouves.map(({ id }) => id)
}
