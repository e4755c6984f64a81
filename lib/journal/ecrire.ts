import type { EvenementJournal } from '@/lib/journal/evenements'
import { clesJournal, type LigneScellable, sceller } from '@/lib/journal/sceau'
import { avantDeFinir, ecrireEnConnexion, type Transaction } from '@/lib/socle/base'
import { Prisma } from '@/lib/socle/prisma/client'

/** Who acts: the acteur of the session, or the account that has just proved who it is. */
export type AuteurJournal = {
  compteId: string
  profil: string
  caisse?: { id: string } | null
  partenaire?: { id: string } | null
}

export type LigneJournal = {
  action: EvenementJournal
  acteur?: AuteurJournal | null
  /** An act that nobody did has no acteur, and says so here. */
  profil?: 'automatique'
  adresse?: string
  objetType?: string
  objetId?: string
  caisseId?: string | null
  partenaireId?: string | null
  /** References and codes only, never what was written about a person. */
  details?: Record<string, string | number | boolean | null>
}

/** A row told after the fact, at the instant it says: the past of a demo, or of a test. */
export type LignePassee = LigneJournal & { le: Date }

const enAttente = new WeakMap<Transaction, LigneJournal[]>()

/**
 * Adds a row to the journal, in the transaction of the act. Rows are chained at its very end: the head of the chain is held
 * for the time of a commit, and nobody who holds it waits for anything else.
 */
export async function journaliser(tx: Transaction, ligne: LigneJournal): Promise<void> {
  const lignes = enAttente.get(tx)
  if (lignes) {
    lignes.push(ligne)
    return
  }
  const premiere = [ligne]
  // A script opens its own transaction: the row is chained at once.
  if (avantDeFinir(tx, () => enchainer(tx, premiere))) enAttente.set(tx, premiere)
  else await enchainer(tx, premiere)
}

/** Adds rows at the instants they say, the oldest first. For scripts: an act is dated by its own writing. */
export function journaliserLePasse(tx: Transaction, lignes: LignePassee[]): Promise<void> {
  return enchainer(tx, lignes)
}

type Tete = { id: bigint; sceau: Uint8Array }

async function enchainer(tx: Transaction, lignes: (LigneJournal & { le?: Date })[]): Promise<void> {
  const [tete] = await tx.$queryRaw<Tete[]>`SELECT id, sceau FROM ep_journal_tete()`
  await tx.journal.createMany({ data: scellees(lignes, tete) })
}

function scellees(lignes: (LigneJournal & { le?: Date })[], tete: Tete | undefined) {
  const [cle] = clesJournal()
  if (!cle || !tete) throw new Error('Le journal n’a pas de tête.')
  const maintenant = new Date()
  let precedent = tete.sceau
  return lignes.map((ligne, rang) => {
    const colonnes: LigneScellable = {
      id: tete.id + BigInt(rang) + 1n,
      le: ligne.le ?? maintenant,
      ...enColonnes(ligne),
    }
    const sceau = new Uint8Array(sceller(colonnes, precedent, cle))
    precedent = sceau
    return { ...colonnes, details: ligne.details ?? {}, sceau, cleVersion: cle.version }
  })
}

function enColonnes({ acteur, ...ligne }: LigneJournal): Omit<LigneScellable, 'id' | 'le'> {
  return {
    action: ligne.action,
    compteId: acteur?.compteId ?? null,
    profil: acteur?.profil ?? ligne.profil ?? null,
    objetType: ligne.objetType ?? null,
    objetId: ligne.objetId ?? null,
    caisseId: ligne.caisseId ?? acteur?.caisse?.id ?? null,
    partenaireId: ligne.partenaireId ?? acteur?.partenaire?.id ?? null,
    adresse: ligne.adresse ?? null,
    details: ligne.details ?? {},
  }
}

const parLot = 200
let vues: { ligne: LigneJournal; ecrite: () => void; perdue: (erreur: unknown) => void }[] = []
let ecriture = false

/**
 * Adds the row of a sight, which has no transaction of its own. Those that come while others are being written go together
 * in the next transaction: the chain is held once for all of them. Resolved once written.
 */
export function journaliserVue(ligne: LigneJournal): Promise<void> {
  return new Promise((ecrite, perdue) => {
    vues.push({ ligne, ecrite, perdue })
    if (ecriture) return
    ecriture = true
    // What the page reads leaves first: it takes longer.
    setImmediate(() => void ecrireLesVues())
  })
}

async function ecrireLesVues(): Promise<void> {
  while (vues.length > 0) {
    const lot = vues.slice(0, parLot)
    vues = vues.slice(parLot)
    try {
      await ecrireEnsemble(lot.map(({ ligne }) => ligne))
      for (const { ecrite } of lot) ecrite()
    } catch (erreur) {
      for (const { perdue } of lot) perdue(erreur)
    }
  }
  ecriture = false
}

/** Head of the chain as this process last saw it. */
let derniere: Tete = { id: 0n, sceau: new Uint8Array() }

/**
 * One message to PostgreSQL, and none of the work of Prisma: this is part of the time of every page. The rows are sealed after
 * the last head seen, and written if it still is the head; otherwise the answer tells the new one, and they are sealed again.
 */
async function ecrireEnsemble(lignes: LigneJournal[]): Promise<void> {
  for (let suivies = false; !suivies; ) {
    const aEcrire = scellees(lignes, derniere)
    const [tete] = await ecrireEnConnexion<{ id: string; sceau: Uint8Array; suivie: boolean }>(
      siTeteEst(derniere, aEcrire),
    )
    if (!tete) throw new Error('Le journal n’a pas de tête.')
    suivies = tete.suivie
    derniere = (suivies && aEcrire.at(-1)) || { id: BigInt(tete.id), sceau: tete.sceau }
  }
}

const enHexa = (octets: Uint8Array) => Buffer.from(octets).toString('hex')

/** The head is held until the end of the transaction, by whoever reads it. */
function siTeteEst(tete: Tete, lignes: ReturnType<typeof scellees>): Prisma.Sql {
  const rangs = lignes.map((ligne) => ({ ...ligne, id: String(ligne.id), sceau: enHexa(ligne.sceau) }))
  return Prisma.sql`
    WITH tete AS MATERIALIZED (SELECT id, sceau, id = ${String(tete.id)}::bigint AND sceau = decode(${enHexa(tete.sceau)}, 'hex') AS suivie
      FROM ep_journal_tete()),
    ecrites AS (
      INSERT INTO journal (id, le, action, "compteId", profil, "objetType", "objetId", "caisseId", "partenaireId", adresse, details, sceau,
        "cleVersion")
      SELECT id, le, action, "compteId", profil, "objetType", "objetId", "caisseId", "partenaireId", adresse, details,
        decode(sceau, 'hex'), "cleVersion"
      FROM json_to_recordset(${JSON.stringify(rangs)}::json) AS r (id bigint, le timestamptz, action text, "compteId" uuid,
        profil text, "objetType" text, "objetId" text, "caisseId" uuid, "partenaireId" uuid, adresse text, details jsonb,
        sceau text, "cleVersion" int)
      WHERE (SELECT suivie FROM tete)
      ORDER BY id)
    SELECT id, sceau, suivie FROM tete`
}
