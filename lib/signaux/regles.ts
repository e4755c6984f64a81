import type { EvenementJournal } from '@/lib/journal/evenements'

export type TypeSignal =
  | 'pulverisation'
  | 'essais'
  | 'lectures'
  | 'telechargements'
  | 'refus'
  | 'nouvel_appareil'
  | 'journal'

/** A row of the journal, as the signals read it. */
export type Fait = {
  id: bigint
  le: Date
  action: string
  compteId: string | null
  caisseId: string | null
  adresse: string | null
  objetId: string | null
}

/** From how many in an hour a caisse wants to be told. */
export type Reperes = { lectures: number; telechargements: number }

/** What is unusual: who or from where, how many at most in one window, when. */
export type Alerte = {
  type: TypeSignal
  compteId: string | null
  adresse: string | null
  /** Where it took place, when the rows say so. */
  caisseId: string | null
  nombre: number
  repere: number | null
  /** Accounts aimed at, for a spraying. */
  cibles: string[]
  premierRang: bigint
  dernierRang: bigint
  debutLe: Date
  finLe: Date
}

const minuteMs = 60_000
/** Longest window: rows older than that can't make a signal any more. */
export const fenetreMaxMs = 60 * minuteMs

/** Of the portal itself: no caisse sets them. Ten refused pages, or sign-ins, are no longer a slip. */
const portail = {
  refus: { nombre: 10, fenetreMs: 10 * minuteMs },
  essais: { nombre: 10, fenetreMs: 60 * minuteMs },
  parAdresse: { nombre: 10, fenetreMs: 10 * minuteMs },
  /** From many addresses, when more is refused than let in. */
  partout: { nombre: 40, fenetreMs: 10 * minuteMs },
}

const telechargements: EvenementJournal[] = [
  'piece.consultee',
  'document.telecharge',
  'convention.document_consulte',
  'equipe.exportee',
  'revue.exportee',
  'journal.exporte',
]

/** The rows that signals are made from. */
export const actionsObservees: EvenementJournal[] = [
  'demande.consultee',
  ...telechargements,
  'acces.refuse',
  'connexion.refusee',
  'connexion.ouverte',
  'connexion.nouvel_appareil',
]

/** All that is unusual in these rows, the oldest first (règles du domaine, §3 and 9). */
export function detecter(faits: readonly Fait[], reperesDe: (caisseId: string | null) => Reperes): Alerte[] {
  const de = (...actions: EvenementJournal[]) => {
    const voulues = new Set<string>(actions)
    return faits.filter(({ action }) => voulues.has(action))
  }
  const refusees = de('connexion.refusee')
  const parCompte = (fait: Fait) => fait.compteId
  const parCompteEtCaisse = ({ compteId, caisseId }: Fait) => compteId && `${compteId} ${caisseId}`
  const chacun = ({ id }: Fait) => String(id)
  return [
    ...groupes(de('demande.consultee'), parCompteEtCaisse).flatMap((groupe) =>
      depassement(
        'lectures',
        groupe,
        reperesDe(caisseDe(groupe)).lectures,
        fenetreMaxMs,
        ({ objetId, id }) => objetId ?? String(id),
      ),
    ),
    ...groupes(de(...telechargements), parCompteEtCaisse).flatMap((groupe) =>
      depassement('telechargements', groupe, reperesDe(caisseDe(groupe)).telechargements, fenetreMaxMs, chacun),
    ),
    ...groupes(de('acces.refuse'), parCompte).flatMap((groupe) =>
      depassement('refus', groupe, portail.refus.nombre, portail.refus.fenetreMs, chacun),
    ),
    ...groupes(refusees, ({ objetId }) => objetId).flatMap((groupe) =>
      depassement('essais', groupe, portail.essais.nombre, portail.essais.fenetreMs, chacun).map((alerte) => ({
        ...alerte,
        compteId: groupe[0]?.objetId ?? null,
        adresse: null,
      })),
    ),
    ...pulverisations(refusees, de('connexion.ouverte')),
    ...de('connexion.nouvel_appareil').flatMap((fait) => depassement('nouvel_appareil', [fait], 1, 1, chacun)),
  ].map((alerte) =>
    alerte.type === 'nouvel_appareil' || alerte.type === 'refus' ? { ...alerte, caisseId: null } : alerte,
  )
}

const caisseDe = (groupe: Fait[]) => groupe[0]?.caisseId ?? null

function groupes(faits: Fait[], cleDe: (fait: Fait) => string | null): Fait[][] {
  const trouves = new Map<string, Fait[]>()
  for (const fait of faits) {
    const cle = cleDe(fait)
    if (!cle) continue
    const groupe = trouves.get(cle)
    if (groupe) groupe.push(fait)
    else trouves.set(cle, [fait])
  }
  return [...trouves.values()]
}

/** Many identifiants tried with few passwords each: from one address, or from many while few people get in. */
function pulverisations(refusees: Fait[], ouvertes: Fait[]): Alerte[] {
  const cible = ({ objetId, id }: Fait) => objetId ?? `inconnu ${id}`
  const deUneAdresse = groupes(refusees, ({ adresse }) => adresse).flatMap((groupe) =>
    depassement('pulverisation', groupe, portail.parAdresse.nombre, portail.parAdresse.fenetreMs, cible),
  )
  const { nombre, fenetreMs } = portail.partout
  const partout = depassement('pulverisation', refusees, nombre, fenetreMs, cible)
    .filter(({ debutLe, finLe, nombre: tentees }) => {
      const entrees = ouvertes.filter(({ le }) => le >= debutLe && le <= finLe)
      return tentees > entrees.length
    })
    .map((alerte) => ({ ...alerte, adresse: null }))
  // Already told by its address.
  const ailleurs = partout.filter(({ nombre: tentees }) => deUneAdresse.every((alerte) => alerte.nombre * 2 < tentees))
  return [...deUneAdresse, ...ailleurs].map((alerte) => ({ ...alerte, compteId: null, caisseId: null }))
}

/** The window of time that holds the most different objects, when it reaches `repere`. */
function depassement(
  type: TypeSignal,
  groupe: readonly Fait[],
  repere: number,
  fenetreMs: number,
  objetDe: (fait: Fait) => string,
): Alerte[] {
  const vus = new Map<string, number>()
  const cibles = new Set<string>()
  let debut = 0
  let alerte = null as Alerte | null
  for (const fait of groupe) {
    vus.set(objetDe(fait), (vus.get(objetDe(fait)) ?? 0) + 1)
    for (
      let ancien = groupe[debut];
      ancien && fait.le.getTime() - ancien.le.getTime() >= fenetreMs;
      ancien = groupe[debut]
    ) {
      const reste = (vus.get(objetDe(ancien)) ?? 1) - 1
      if (reste > 0) vus.set(objetDe(ancien), reste)
      else vus.delete(objetDe(ancien))
      debut += 1
    }
    const premier = groupe[debut]
    if (vus.size < repere || !premier) continue
    for (const { objetId } of groupe.slice(debut))
      if (type === 'pulverisation' && objetId && cibles.size < 1_000) cibles.add(objetId)
    alerte = {
      type,
      compteId: fait.compteId,
      adresse: fait.adresse,
      caisseId: fait.caisseId,
      repere: type === 'nouvel_appareil' ? null : repere,
      ...(alerte ?? { premierRang: premier.id, debutLe: premier.le }),
      nombre: Math.max(alerte?.nombre ?? 0, vus.size),
      cibles: [],
      dernierRang: fait.id,
      finLe: fait.le,
    }
  }
  return alerte ? [{ ...alerte, cibles: [...cibles] }] : []
}
