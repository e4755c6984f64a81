import { type Criteres, criteresParDefaut, criteresSchema } from '@/lib/journal/criteres'
import { clesJournal, type LigneScellable, sceller } from '@/lib/journal/sceau'
import { type Bornes, sourceSql } from '@/lib/journal/source'
import { type Acteur, nomComplet, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre, type Transaction } from '@/lib/socle/base'
import { estId } from '@/lib/socle/identifiants'

export const tailleDePage = 50

/** A row of the journal, as the web process may read it: all but its seal. */
export type LigneDuJournal = Omit<LigneScellable, 'details'> & {
  details: Record<string, unknown>
  cleVersion: number
}

/** Names and references that the rows of a page give by their ids. */
export type Reperes = {
  noms: Map<string, { nom: string; identifiant: string }>
  references: Map<string, string>
  lieux: Map<string, string>
}

export type EtatDuJournal = {
  depuisLe: Date | null
  ancreLe: Date | null
  verifieLe: Date | null
  defauts: number | null
  mois: number
}

/** One page of the journal: of the search that is kept under this id, or of the last seven days. */
export function pageDuJournal(
  acteur: Acteur,
  { recherche, avant }: { recherche?: string; avant?: bigint },
  maintenant: Date,
) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const gardee = recherche ? await lireRecherche(tx, acteur, recherche, maintenant) : null
    const criteres = gardee ?? criteresParDefaut(maintenant)
    const objets = await objetsDe(tx, criteres)
    const lues = await lireSource(tx, acteur, { criteres, objets, avant, taille: tailleDePage + 1 })
    const lignes = lues.slice(0, tailleDePage)
    const [etat] = await tx.$queryRaw<EtatDuJournal[]>`SELECT * FROM ep_journal_etat()`
    return {
      criteres,
      /** The search asked for is not kept any more. */
      oubliee: Boolean(recherche) && gardee === null,
      lignes,
      suivante: lues.length > tailleDePage ? (lignes.at(-1)?.id ?? null) : null,
      reperes: await lireReperes(tx, lignes, criteres),
      etat: etat ?? null,
    }
  })
}

/** One row with its seal: `juste` false when it is not the one that was written, null when nothing tells any more. */
export function ligneDuJournal(acteur: Acteur, rang: bigint) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const [ligne] = await tx.$queryRaw<LigneDuJournal[]>`
      SELECT id, le, action, "compteId", profil, "objetType", "objetId", "caisseId", "partenaireId", adresse, details, "cleVersion"
      FROM journal WHERE id = ${rang}::bigint`
    if (!ligne) return null
    const [preuve] = await tx.$queryRaw<{ precedent: Uint8Array | null; sceau: Uint8Array }[]>`
      SELECT precedent, sceau FROM ep_journal_preuve(${rang}::bigint)`
    const cle = clesJournal().find(({ version }) => version === ligne.cleVersion)
    const juste = preuve?.precedent && cle ? sceller(ligne, preuve.precedent, cle).equals(preuve.sceau) : null
    return { ligne, juste: cle ? juste : false, reperes: await lireReperes(tx, [ligne]) }
  })
}

export async function lireRecherche(
  tx: Transaction,
  acteur: Acteur,
  id: string,
  maintenant: Date,
): Promise<Criteres | null> {
  if (!estId(id)) return null
  const lue = await tx.rechercheJournal.findFirst({
    where: { id, compteId: acteur.compteId, expireLe: { gt: maintenant } },
    select: { criteres: true },
  })
  return criteresSchema.safeParse(lue?.criteres).data ?? null
}

/** Ids under which the journal speaks of the demandes searched: themselves, their files, their rendez-vous, their pages. */
export async function objetsDe(tx: Transaction, { demandes }: Criteres): Promise<string[]> {
  if (!demandes) return []
  const lus = await tx.$queryRaw<
    { objet: string }[]
  >`SELECT objet FROM ep_journal_objets(${demandes.map(({ id }) => id)}::uuid[])`
  return lus.map(({ objet }) => objet)
}

export function lireSource(tx: Transaction, acteur: Acteur, bornes: Bornes): Promise<LigneDuJournal[]> {
  return tx.$queryRaw<LigneDuJournal[]>(sourceSql(acteur, bornes))
}

export async function lireReperes(tx: Transaction, lignes: LigneDuJournal[], criteres?: Criteres): Promise<Reperes> {
  const ids = (valeurs: (string | null | undefined)[]) => [
    ...new Set(valeurs.filter((id): id is string => Boolean(id && estId(id)))),
  ]
  const objets = ids(lignes.map(({ objetId }) => objetId))
  const comptes = await tx.compte.findMany({
    where: { id: { in: ids([...lignes.map(({ compteId }) => compteId), ...objets, ...(criteres?.comptes ?? [])]) } },
    select: { id: true, prenom: true, nom: true, identifiant: true, supprimeLe: true },
  })
  const demandes = await tx.$queryRaw<{ id: string; reference: string }[]>`
    SELECT id::text, reference FROM ep_journal_references(${objets}::uuid[])`
  const caisses = await tx.caisse.findMany({
    where: { id: { in: ids(lignes.map(({ caisseId }) => caisseId)) } },
    select: { id: true, nom: true },
  })
  const partenaires = await tx.partenaire.findMany({
    where: { id: { in: ids(lignes.map(({ partenaireId }) => partenaireId)) } },
    select: { id: true, nom: true },
  })
  return {
    noms: new Map(
      comptes.map(({ supprimeLe, ...compte }) => [
        compte.id,
        supprimeLe
          ? { nom: 'Compte supprimé', identifiant: '' }
          : { nom: nomComplet(compte), identifiant: compte.identifiant },
      ]),
    ),
    references: new Map(demandes.map(({ id, reference }) => [id, reference])),
    lieux: new Map([...caisses, ...partenaires].map(({ id, nom }) => [id, nom])),
  }
}

/** Months a row is kept. */
export function moisDeConservation(acteur: Acteur): Promise<number> {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const [lu] = await tx.$queryRaw<{ mois: number }[]>`SELECT ep_journal_mois() AS mois`
    return lu?.mois ?? 0
  })
}
