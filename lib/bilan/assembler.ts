import { aMasquer, type Somme } from '@/lib/bilan/masquage'
import {
  type ClasseRespect,
  type Compte,
  classesRespect,
  type EnCours,
  type Jours,
  type LigneDelai,
  type Mesures,
  type MotifQuiBloque,
  type PrestationBilan,
  prestations,
} from '@/lib/bilan/modele'
import { ajouter, delaiDe, type Histogramme, MASQUE_SOUS, moyenne, sansDelai } from '@/lib/bilan/regles'
import { type Service, services } from '@/lib/demandes/modele'
import { definitionDe } from '@/lib/demandes/registre'
import type { DateIso } from '@/lib/socle/temps'

/** One kept figure: see `ep_cles_bilan`. `mois`: its first day, where the bars need it. */
export type LigneComptee = { mois: DateIso | null; mesure: string; cle: string; n: number }

/** What the codes of the rows stand for. */
export type Reperes = {
  pieces: Map<string, string>
  motifs: Map<string, { libelle: string; service: Service; mission: boolean }>
}

type Tranche = Jours & { libelle: string }

const prestationDe = (code: string): PrestationBilan => prestations.find((p) => p === code) ?? 'autre'

/** Counts by name, added up from the rows: the names are those of the sums below. */
class Releve {
  readonly comptes = new Map<string, number>()

  plus(nom: string, n: number): void {
    this.comptes.set(nom, (this.comptes.get(nom) ?? 0) + n)
  }

  n(nom: string): number {
    return this.comptes.get(nom) ?? 0
  }
}

/** The figures of a period, from its rows. `masque`: small counts are kept back, with what would give them back. */
export function assembler(
  lignes: readonly LigneComptee[],
  { pieces, motifs }: Reperes,
  { tranches, masque }: { tranches: readonly Tranche[]; masque: boolean },
): Omit<Mesures, 'formes'> {
  const releve = new Releve()
  const totaux = new Map<PrestationBilan, Histogramme>(prestations.map((p) => [p, new Map()]))
  const nets = new Map<PrestationBilan, Histogramme>(prestations.map((p) => [p, new Map()]))
  const codesPieces = new Set<string>()
  const codesIssues = new Map<Service, Set<string>>(
    services.map((s) => [s, new Set(definitionDe(s).issues.map(({ code }) => code))]),
  )
  for (const { mois, mesure, cle, n } of lignes) {
    const [a = '', b = '', c = ''] = cle.split('|')
    switch (mesure) {
      case 'depose': {
        const rang = tranches.findIndex(({ du, au }) => mois !== null && mois >= debutDuMois(du) && mois <= au)
        releve.plus('deposees', n)
        releve.plus(`service:${a}`, n)
        releve.plus(`prestation:${prestationDe(b)}`, n)
        releve.plus(`tranche:${rang}`, n)
        releve.plus(`prestation:${prestationDe(b)}@${rang}`, n)
        releve.plus(c === 'u' ? 'urgentes' : 'ordinaires', n)
        break
      }
      case 'motif_depose':
        releve.plus(motifs.get(a)?.mission ? 'saisines' : 'hors_saisines', n)
        break
      case 'orientee':
        if (!motifs.get(a)?.mission) releve.plus('orientees', n)
        break
      case 'piece':
        codesPieces.add(a)
        releve.plus(`piece:${a}`, n)
        break
      case 'clos':
        releve.plus('traitees', n)
        releve.plus(`traitees:${a}`, n)
        releve.plus(`issue:${a}|${c}`, n)
        codesIssues.get(a as Service)?.add(c)
        break
      case 'annule':
        releve.plus(a === 'efface' ? 'effacees' : 'annulees', n)
        break
      case 'respect':
        releve.plus(`delai:${prestationDe(a)}`, n)
        releve.plus(`respect:${prestationDe(a)}:${b}`, n)
        releve.plus(`respect:${b}`, n)
        break
      case 'total':
        ajouter(totaux.get(prestationDe(a)) as Histogramme, Number(b), n)
        break
      case 'net':
        ajouter(nets.get(prestationDe(a)) as Histogramme, Number(b), n)
        break
      case 'complement':
        releve.plus(a === '0' ? 'sans_complement' : 'avec_complement', n)
        releve.plus('complements', Number(a) * n)
        break
      case 'rouverte':
        releve.plus('rouvertes', n)
        break
      case 'rendez_vous':
        releve.plus('rendez_vous', n)
        releve.plus(`rendez_vous:${a}`, n)
        break
      case 'transfert':
        releve.plus(`transfert:${a}`, n)
        break
    }
  }
  releve.plus('jamais_rouvertes', releve.n('traitees') - releve.n('rouvertes'))
  releve.plus('mission', releve.n('saisines') + releve.n('orientees'))
  const caches = masque ? aMasquer(releve.comptes, sommesDe(tranches, codesIssues)) : new Set<string>()
  // How many were asked says how many were asked one.
  if (caches.has('avec_complement')) caches.add('complements')
  const v = (nom: string): Compte => (caches.has(nom) ? null : releve.n(nom))
  const parPrestation = (suffixe = '') =>
    Object.fromEntries(prestations.map((p) => [p, v(`prestation:${p}${suffixe}`)])) as Record<PrestationBilan, Compte>

  const tous: Histogramme = new Map()
  const tousNets: Histogramme = new Map()
  for (const histogramme of totaux.values()) for (const [jours, n] of histogramme) ajouter(tous, jours, n)
  for (const histogramme of nets.values()) for (const [jours, n] of histogramme) ajouter(tousNets, jours, n)
  const delais = [...prestations, null].map((prestation): LigneDelai => {
    const traitees = v(prestation === null ? 'traitees' : `delai:${prestation}`)
    const total = prestation === null ? tous : (totaux.get(prestation) as Histogramme)
    const net = prestation === null ? tousNets : (nets.get(prestation) as Histogramme)
    const prefixe = prestation === null ? 'respect:' : `respect:${prestation}:`
    // The mean of a few is nearly their dates.
    const dit = traitees !== null && (!masque || traitees >= MASQUE_SOUS)
    const [moyenneTotale, moyenneNette] = [moyenne(total), moyenne(net)]
    return {
      prestation,
      traitees,
      total: dit ? delaiDe(total) : sansDelai,
      net: dit ? delaiDe(net) : sansDelai,
      pause: dit && moyenneTotale !== null && moyenneNette !== null ? moyenneTotale - moyenneNette : null,
      respect: Object.fromEntries(classesRespect.map((c) => [c, v(`${prefixe}${c}`)])) as Record<ClasseRespect, Compte>,
    }
  })
  return {
    deposees: v('deposees'),
    urgentes: v('urgentes'),
    parService: services.map((service) => ({ service, n: v(`service:${service}`) })),
    parPrestation: parPrestation(),
    tranches: tranches.map((tranche, rang) => ({
      ...tranche,
      deposees: v(`tranche:${rang}`),
      parPrestation: parPrestation(`@${rang}`),
    })),
    traitees: v('traitees'),
    annulees: v('annulees'),
    effacees: releve.n('effacees'),
    issues: services.map((service) => ({
      service,
      traitees: v(`traitees:${service}`),
      lignes: [...(codesIssues.get(service) ?? [])].map((issue) => ({ issue, n: v(`issue:${service}|${issue}`) })),
    })),
    delais,
    avecComplement: v('avec_complement'),
    complements: v('complements'),
    rouvertes: v('rouvertes'),
    pieces: [...codesPieces]
      .sort((x, y) => releve.n(`piece:${y}`) - releve.n(`piece:${x}`) || x.localeCompare(y))
      .filter((code) => releve.n(`piece:${code}`) > 0)
      .map((code) => ({ code, libelle: pieces.get(code) ?? code, n: v(`piece:${code}`) })),
    mission: { total: v('mission'), saisines: v('saisines'), orientees: v('orientees') },
    rendezVous: {
      total: v('rendez_vous'),
      fixe: v('rendez_vous:fixe'),
      honore: v('rendez_vous:honore'),
      manque: v('rendez_vous:manque'),
      annule: v('rendez_vous:annule'),
    },
    transferts: { partis: v('transfert:parti'), recus: v('transfert:recu') },
  }
}

const debutDuMois = (jour: DateIso): DateIso => `${jour.slice(0, 7)}-01`

/** What adds up to what, on one page: a count kept back must not be found from the others. */
function sommesDe(tranches: readonly Tranche[], issues: ReadonlyMap<Service, ReadonlySet<string>>): Somme[] {
  const rangs = tranches.map((_, rang) => rang)
  return [
    { total: 'deposees', parts: ['urgentes', 'ordinaires'] },
    { total: 'deposees', parts: ['saisines', 'hors_saisines'] },
    { total: 'deposees', parts: services.map((s) => `service:${s}`) },
    { total: 'deposees', parts: prestations.map((p) => `prestation:${p}`) },
    { total: 'deposees', parts: rangs.map((rang) => `tranche:${rang}`) },
    ...prestations.map((p) => ({ total: `prestation:${p}`, parts: rangs.map((rang) => `prestation:${p}@${rang}`) })),
    ...rangs.map((rang) => ({ total: `tranche:${rang}`, parts: prestations.map((p) => `prestation:${p}@${rang}`) })),
    { total: 'traitees', parts: services.map((s) => `traitees:${s}`) },
    ...services.map((s) => ({
      total: `traitees:${s}`,
      parts: [...(issues.get(s) ?? [])].map((i) => `issue:${s}|${i}`),
    })),
    { total: 'traitees', parts: prestations.map((p) => `delai:${p}`) },
    { total: 'traitees', parts: classesRespect.map((c) => `respect:${c}`) },
    ...prestations.map((p) => ({ total: `delai:${p}`, parts: classesRespect.map((c) => `respect:${p}:${c}`) })),
    ...classesRespect.map((c) => ({ total: `respect:${c}`, parts: prestations.map((p) => `respect:${p}:${c}`) })),
    { total: 'traitees', parts: ['avec_complement', 'sans_complement'] },
    { total: 'traitees', parts: ['rouvertes', 'jamais_rouvertes'] },
    { total: 'mission', parts: ['saisines', 'orientees'] },
    { total: 'rendez_vous', parts: ['fixe', 'honore', 'manque', 'annule'].map((etat) => `rendez_vous:${etat}`) },
  ]
}

/** What is open today, with small counts kept back where they are. */
export function assemblerEnCours(lu: Record<keyof EnCours, number>, masque: boolean): EnCours {
  if (!masque) return lu
  const reste = (n: number) => lu.ouvertes - n
  const comptes = new Map(
    Object.entries({
      ...lu,
      pas_retard: reste(lu.retard),
      pas_alerte: reste(lu.alerte),
      pas_attente: reste(lu.attente),
    }),
  )
  const caches = aMasquer(
    comptes,
    ['retard', 'alerte', 'attente'].map((nom) => ({ total: 'ouvertes', parts: [nom, `pas_${nom}`] })),
  )
  return Object.fromEntries(Object.entries(lu).map(([nom, n]) => [nom, caches.has(nom) ? null : n])) as EnCours
}

/** What blocks, the most days lost first: those past the delay, then those spent waiting for the partenaire. */
export function classerBlocages(lignes: readonly LigneComptee[], { motifs }: Reperes): MotifQuiBloque[] {
  const parMotif = new Map<string, MotifQuiBloque>()
  const champs = {
    clos: 'traitees',
    hors: 'hors',
    complement: 'complements',
    total: 'joursTotal',
    pause: 'joursPause',
  } as const
  for (const { mesure, cle, n } of lignes) {
    if (mesure !== 'motif') continue
    const [motifId = '', champ = ''] = cle.split('|')
    const connu = motifs.get(motifId)
    if (!connu || !(champ in champs)) continue
    const ligne = parMotif.get(motifId) ?? {
      motifId,
      libelle: connu.libelle,
      service: connu.service,
      traitees: 0,
      hors: 0,
      complements: 0,
      joursTotal: 0,
      joursPause: 0,
    }
    ligne[champs[champ as keyof typeof champs]] += n
    parMotif.set(motifId, ligne)
  }
  return [...parMotif.values()]
    .filter(({ traitees }) => traitees > 0)
    .sort((a, b) => b.hors - a.hors || b.joursPause - a.joursPause || b.joursTotal - a.joursTotal)
}
