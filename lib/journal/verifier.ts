import type pg from 'pg'
import { type Ancre, ancreSignee } from '@/lib/journal/ancres'
import { enTexteJsonb, type LigneLue, lireLignes } from '@/lib/journal/lignes'
import { type Point, signerPoint } from '@/lib/journal/points'
import type { CleJournal } from '@/lib/journal/sceau'
import { sceller } from '@/lib/journal/sceau'

/** What a verification found. `defauts`: in French, the first ones; `total`: all of them. */
export type Constat = {
  lignes: number
  premier: bigint | null
  dernier: bigint | null
  points: number
  ancres: { tenues: number; purgees: number }
  defauts: string[]
  total: number
}

type Outils = { cles: CleJournal[]; ancres?: Ancre[]; illisibles?: string[]; lot?: number }

const defautsDits = 50
const zero = Buffer.alloc(32)

/** Finds what was changed, removed, added, moved or cut in the journal. To be read in one transaction, of one instant. */
export async function verifierJournal(client: pg.ClientBase, outils: Outils): Promise<Constat> {
  const { cles, ancres = [], illisibles = [], lot } = outils
  const constat: Constat = {
    lignes: 0,
    premier: null,
    dernier: null,
    points: 0,
    ancres: { tenues: 0, purgees: 0 },
    defauts: [],
    total: 0,
  }
  const dire = (defaut: string) => {
    constat.total += 1
    if (constat.defauts.length < defautsDits) constat.defauts.push(defaut)
  }
  const point = await verifierPoints(client, cles, constat, dire)
  const suivi = suivreAncres(ancres, cles, point, constat, dire)
  let rang = point?.rang ?? 0n
  /** Seal the next row is made over; null after a gap, where nothing can tell. */
  let precedent: Uint8Array | null = point?.sceau ?? zero
  for await (const ligne of lireLignes(client, lot)) {
    constat.lignes += 1
    constat.premier ??= ligne.id
    if (ligne.id <= rang) dire(`Ligne ${ligne.id} : elle est d’un rang déjà purgé, elle a été ajoutée.`)
    else {
      if (ligne.id > rang + 1n) {
        dire(manque(rang + 1n, ligne.id - 1n))
        precedent = null
      }
      const defaut = defautDe(ligne, precedent, cles)
      if (defaut) dire(`Ligne ${ligne.id}, du ${instant(ligne.le)}, « ${ligne.action} » : ${defaut}`)
      rang = ligne.id
      precedent = ligne.sceau
      suivi.passer(ligne.id, ligne.sceau)
    }
  }
  constat.dernier = rang
  for (const fichier of illisibles) dire(`Ancres, ${fichier} : ce n’est pas une ancre.`)
  await verifierTete(client, rang, precedent, dire)
  suivi.finir()
  return constat
}

function manque(de: bigint, a: bigint): string {
  return de === a ? `Ligne ${de} : elle a été retirée.` : `Lignes ${de} à ${a} : elles ont été retirées.`
}

const instant = (le: Date) => (Number.isNaN(le.getTime()) ? '?' : le.toISOString())

function defautDe(ligne: LigneLue, precedent: Uint8Array | null, cles: CleJournal[]): string | null {
  const cle = cles.find(({ version }) => version === ligne.cleVersion)
  if (!cle) return `son sceau est d’une clé inconnue, la ${ligne.cleVersion}.`
  // What stands before is gone, and was said: its own content can't be judged.
  if (!precedent) return null
  if (Number.isNaN(ligne.le.getTime()) || enTexteJsonb(ligne.details) !== ligne.texte) return 'elle a été changée.'
  return sceller(ligne, precedent, cle).equals(ligne.sceau)
    ? null
    : 'son sceau ne correspond pas : elle, ou la précédente, a été changée ou déplacée.'
}

async function verifierTete(
  client: pg.ClientBase,
  rang: bigint,
  sceau: Uint8Array | null,
  dire: (defaut: string) => void,
): Promise<void> {
  const { rows } = await client.query<{ id: string; sceau: Buffer }>('SELECT id, sceau FROM journal_tete')
  const [tete] = rows
  if (!tete) return dire('La tête du journal a disparu.')
  const dit = BigInt(tete.id)
  if (dit > rang) dire(`La fin du journal a été coupée. ${manque(rang + 1n, dit)}`)
  else if (dit < rang) dire(`La tête du journal a été reculée au rang ${dit}, la dernière ligne est au rang ${rang}.`)
  else if (!sceau || !tete.sceau.equals(sceau)) dire(`La tête du journal ne porte pas le sceau de la ligne ${rang}.`)
}

type PointLu = Point & { signature: Buffer; cleVersion: number }

/** Every checkpoint, and the last one, that the rows follow. */
async function verifierPoints(
  client: pg.ClientBase,
  cles: CleJournal[],
  constat: Constat,
  dire: (defaut: string) => void,
): Promise<Point | null> {
  const { rows } = await client.query<PointLu & { rang: string; premierRang: string }>(
    `SELECT rang, "premierRang", sceau, nombre, "debutLe", "finLe", "faitLe", signature, "cleVersion" FROM journal_point ORDER BY rang`,
  )
  let dernier: Point | null = null
  for (const row of rows) {
    const point: PointLu = { ...row, rang: BigInt(row.rang), premierRang: BigInt(row.premierRang) }
    const attendu = (dernier?.rang ?? 0n) + 1n
    const cle = cles.find(({ version }) => version === point.cleVersion)
    const instants = [point.debutLe, point.finLe, point.faitLe]
    const juste = cle && instants.every((le) => le instanceof Date) && signerPoint(point, cle).equals(point.signature)
    if (!juste) dire(`Point de reprise du rang ${point.rang} : sa signature ne correspond pas, il a été changé.`)
    if (point.premierRang !== attendu)
      dire(
        `Point de reprise du rang ${point.rang} : il commence au rang ${point.premierRang}, ${attendu} était attendu.`,
      )
    constat.points += 1
    dernier = point
  }
  return dernier
}

/** Anchors are met on the way: each is compared with the row of its rank. */
function suivreAncres(
  ancres: Ancre[],
  cles: CleJournal[],
  point: Point | null,
  constat: Constat,
  dire: (defaut: string) => void,
) {
  const justes = ancres.filter((ancre) => {
    if (ancreSignee(ancre, cles)) return true
    dire(`Ancre du ${ancre.le} : sa signature ne correspond pas.`)
    return false
  })
  let suivante = 0
  const comparer = (ancre: Ancre, sceau: Uint8Array) => {
    constat.ancres.tenues += 1
    if (Buffer.from(sceau).toString('hex') !== ancre.sceau)
      dire(`Ancre du ${ancre.le} : la ligne ${ancre.rang} n’est plus celle qui avait été écrite.`)
  }
  /** Anchors up to this rank, which is that of the row or of the checkpoint whose seal it is. */
  const passer = (rang: bigint, sceau: Uint8Array) => {
    for (; suivante < justes.length; suivante += 1) {
      const ancre = justes[suivante]
      if (!ancre || BigInt(ancre.rang) > rang) return
      if (BigInt(ancre.rang) === rang) comparer(ancre, sceau)
      else if (BigInt(ancre.rang) <= (point?.rang ?? 0n)) constat.ancres.purgees += 1
      else dire(`Ancre du ${ancre.le} : la ligne ${ancre.rang} a été retirée.`)
    }
  }
  passer(point?.rang ?? 0n, point?.sceau ?? zero)
  const finir = () => {
    for (const ancre of justes.slice(suivante))
      dire(`Ancre du ${ancre.le} : le journal allait jusqu’au rang ${ancre.rang}, il a été coupé depuis.`)
  }
  return { passer, finir }
}
