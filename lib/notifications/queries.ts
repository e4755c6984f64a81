import { demandeVisible } from '@/lib/demandes/acces'
import { estModeleCaisse } from '@/lib/notifications/modeles'
import { type Acteur, coteDe, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre, type Transaction } from '@/lib/socle/base'

/** Mails listed at most: the oldest failures matter no more. */
const ECHECS_MAX = 200

const colonnes = {
  id: true,
  modele: true,
  objet: true,
  destinataire: true,
  texte: true,
  etat: true,
  creeLe: true,
  envoyeLe: true,
  echecLe: true,
  pasAvantLe: true,
} as const

/** Every mail about a demande, latest first, with its text as it left; null outside the perimeter. A technicien reads those of its own side. */
export function courrielsDeLaDemande(acteur: Acteur, reference: string) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const demande = await tx.demande.findFirst({
      where: demandeVisible(acteur, reference),
      select: { id: true, reference: true },
    })
    if (!demande) return null
    const courriels = await tx.courriel.findMany({
      where: { demandeId: demande.id },
      select: colonnes,
      orderBy: [{ creeLe: 'desc' }, { id: 'desc' }],
    })
    const caisse = coteDe(acteur) === 'caisse'
    return {
      reference: demande.reference,
      courriels: courriels.filter(({ modele }) => caisse || !estModeleCaisse(modele)),
    }
  })
}

type Echec = {
  id: string
  modele: string
  destinataire: string
  creeLe: Date
  echecLe: Date
  erreur: string | null
  vuLe: Date | null
  compteId: string | null
  structureId: string | null
}

/** How many mails of the caisse did not arrive, and wait for its référent. */
export async function echecsAVoir(tx: Transaction): Promise<number> {
  const [rang] = await tx.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM ep_courriels_en_echec() WHERE "vuLe" IS NULL`
  return rang?.n ?? 0
}

/** Mails of the caisse and of the accounts of its partenaires that did not arrive: whom, where, why. Never what they were about. */
export function courrielsEnEchec(acteur: Acteur, { vus = false }: { vus?: boolean } = {}) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const echecs = await tx.$queryRaw<Echec[]>`
      SELECT * FROM ep_courriels_en_echec() e WHERE (e."vuLe" IS NOT NULL) = ${vus}
      ORDER BY e."echecLe" DESC, e.id LIMIT ${ECHECS_MAX}`
    const comptes = await tx.compte.findMany({
      where: { id: { in: echecs.flatMap(({ compteId }) => compteId ?? []) } },
      select: {
        id: true,
        prenom: true,
        nom: true,
        identifiant: true,
        profil: true,
        courriel: true,
        etat: true,
        partenaireId: true,
      },
    })
    const structures = await tx.structure.findMany({
      where: { id: { in: echecs.flatMap(({ structureId }) => structureId ?? []) } },
      select: { id: true, nom: true, courriel: true, partenaire: { select: { id: true, nom: true } } },
    })
    return {
      aVoir: vus ? await echecsAVoir(tx) : echecs.length,
      lignes: echecs.map((echec) => ({
        ...echec,
        compte: comptes.find(({ id }) => id === echec.compteId) ?? null,
        structure: structures.find(({ id }) => id === echec.structureId) ?? null,
      })),
    }
  })
}

export type LigneEchec = Awaited<ReturnType<typeof courrielsEnEchec>>['lignes'][number]

/** The shared mailbox of the structure of a gestionnaire. */
export function boiteDeLaStructure(acteur: Acteur) {
  return avecPerimetre(perimetre(acteur), (tx) =>
    tx.structure.findUniqueOrThrow({
      where: { id: acteur.structure?.id ?? '' },
      select: { nom: true, courriel: true, partenaire: { select: { domaines: true } } },
    }),
  )
}
