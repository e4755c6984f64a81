import { demandesVisibles } from '@/lib/demandes/acces'
import { conditions, type FiltresFile } from '@/lib/demandes/filtres-file'
import { lireFiltres, seCompte, type Vue } from '@/lib/file/filtres-de-vue'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre, lireAvecPerimetre, type Transaction } from '@/lib/socle/base'
import { estId } from '@/lib/socle/identifiants'
import { Prisma } from '@/lib/socle/prisma/client'

type Ligne = {
  id: string
  nom: string
  partagee: boolean
  compteId: string
  compte: number | null
  compteLe: Date | null
  filtres: unknown
}

const VALABLE_MS = 60_000
/** A number above this one would be read as «beaucoup», and would cost more and more to count. */
const COMPTE_MAX = 1_000

export function enVue(ligne: Ligne, moi: string): Vue {
  const { id, nom, partagee, compteId, compte } = ligne
  const vue = { id, nom, partagee, mienne: compteId === moi, filtres: lireFiltres(ligne.filtres) }
  return { ...vue, compte: seCompte(vue) ? compte : null }
}

/** Those whose number, if they have one, is older than a minute. */
export function aRecompter(lignes: Ligne[], { compteId }: Acteur, maintenant: Date): Vue[] {
  const limite = new Date(maintenant.getTime() - VALABLE_MS)
  return lignes
    .filter(({ compteLe }) => compteLe === null || compteLe < limite)
    .map((ligne) => enVue(ligne, compteId))
    .filter(seCompte)
}

/** The views of an agent: its own, then those its colleagues share. */
export async function vuesDeLAgent(tx: Transaction, { compteId, caisse }: Acteur) {
  return tx.vueFile.findMany({
    where: { caisseId: caisse?.id, OR: [{ compteId }, { partagee: true }] },
    include: { auteur: { select: { prenom: true, nom: true } } },
    orderBy: [{ nom: 'asc' }, { id: 'asc' }],
  })
}

/** One view by the id of an address; null when the agent does not see it. */
export async function lireVue(acteur: Acteur, id: string): Promise<Vue | null> {
  if (!estId(id)) return null
  const [ligne] = await lireAvecPerimetre<Ligne>(
    perimetre(acteur),
    Prisma.sql`SELECT id, nom, partagee, "compteId", compte, "compteLe", filtres FROM vue_file WHERE id = ${id}::uuid`,
  )
  return ligne ? enVue(ligne, acteur.compteId) : null
}

/**
 * Counts again the views of the agent whose number is older than a minute. Called once the page is sent: nobody waits for it,
 * and two readers do not count the same one (the date is written first).
 */
export async function recompterVues(acteur: Acteur, maintenant: Date): Promise<void> {
  const vieilles = await avecPerimetre(perimetre(acteur), async (tx) => {
    const choisies = aRecompter(await vuesDeLAgent(tx, acteur), acteur, maintenant)
    for (const { id } of choisies) await noter(tx, id, null, maintenant)
    return choisies
  })
  for (const { id, filtres } of vieilles)
    await avecPerimetre(perimetre(acteur), async (tx) =>
      noter(tx, id, await compter(tx, acteur, filtres, maintenant), maintenant),
    )
}

function compter(tx: Transaction, acteur: Acteur, filtres: FiltresFile, maintenant: Date): Promise<number> {
  return tx.demande.count({
    where: { AND: [demandesVisibles(acteur), conditions(acteur, filtres, maintenant)] },
    take: COMPTE_MAX,
  })
}

async function noter(tx: Transaction, id: string, nombre: number | null, quand: Date): Promise<void> {
  await tx.$queryRaw`SELECT ep_compter_vue(${id}::uuid, ${nombre}::integer, ${quand}::timestamptz)::text`
}
