import { type Fait, jourDeParis, simuler } from './oracle-horloges'

/** A demande as it was told, kept aside from the database: what its figures are counted from a second time. */
export type Histoire = {
  caisse: string
  partenaire: string
  service: string
  prestation: string
  mission: boolean
  motif: string
  urgent: boolean
  pieces: string[]
  depot: Date
  faits: Fait[]
  complements: number
  reouvertures: number
  close: { le: Date; etat: 'traitee' | 'annulee'; issue: string | null } | null
  rendezVous: { caisse: string; etat: string; le: Date | null }[]
  transferts: { de: string; vers: string; le: Date }[]
}

const compter = <T>(liste: T[], cle: (element: T) => string): Record<string, number> => {
  const comptes: Record<string, number> = {}
  for (const element of liste) comptes[cle(element)] = (comptes[cle(element)] ?? 0) + 1
  return comptes
}

function resumer(valeurs: number[]) {
  if (valeurs.length === 0) return { moyenne: null, mediane: null, neufSurDix: null }
  const tries = [...valeurs].sort((a, b) => a - b)
  const milieu = tries.length / 2
  const mediane = Number.isInteger(milieu)
    ? ((tries[milieu - 1] ?? 0) + (tries[milieu] ?? 0)) / 2
    : (tries[Math.floor(milieu)] ?? 0)
  return {
    moyenne: Math.round((tries.reduce((a, b) => a + b, 0) / tries.length) * 1e9) / 1e9,
    mediane,
    neufSurDix: tries[Math.ceil((tries.length * 9) / 10) - 1] ?? null,
  }
}

const jours = (a: string, b: string) => Math.round((Date.parse(b) - Date.parse(a)) / 86_400_000)

/** How one ended: days in all, days of waiting, and where it stood of its delay, from the count day by day. */
function issueDe({ faits, depot, close }: Histoire) {
  const fin = close?.le ?? depot
  const jour = jourDeParis(fin)
  const { attente } = simuler(faits, fin)
  const avant = simuler(faits.slice(0, -1), fin)
  const cible = faits.findLast((fait) => fait.type === 'depot' || fait.type === 'cible')
  const annonce = cible && 'ordinaire' in cible && (cible.urgent || cible.ordinaire !== null)
  const reste = avant.echeanceLe === null ? null : jours(jour, avant.echeanceLe)
  const respect = !annonce ? 'sans' : reste === null ? 'tot' : reste < 0 ? 'hors' : reste <= 5 ? 'alerte' : 'tot'
  const total = jours(jourDeParis(depot), jour)
  return { total, net: total - attente, respect }
}

/** The figures of a caisse, or of one of its partenaires, between two days. */
export function compterBilan(histoires: Histoire[], caisse: string, partenaire: string | null, du: string, au: string) {
  const dedans = (instant: Date | null) => instant !== null && jourDeParis(instant) >= du && jourDeParis(instant) <= au
  const siennes = histoires.filter((h) => partenaire === null || h.partenaire === partenaire)
  const ici = siennes.filter((h) => h.caisse === caisse)
  const deposees = ici.filter(({ depot }) => dedans(depot))
  const traitees = ici.filter(({ close }) => close?.etat === 'traitee' && dedans(close.le))
  const fins = traitees.map((h) => ({ ...issueDe(h), prestation: h.prestation }))
  const delais = ['puma', 'c2s', 'ame', 'aide_financiere', 'autre', '', null].map((prestation) => {
    const leurs = fins.filter((fin) => prestation === null || fin.prestation === prestation)
    return {
      prestation,
      traitees: leurs.length,
      total: resumer(leurs.map(({ total }) => total)),
      net: resumer(leurs.map(({ net }) => net)),
      respect: { tot: 0, alerte: 0, hors: 0, sans: 0, ...compter(leurs, ({ respect }) => respect) },
    }
  })
  const transferts = siennes.flatMap((h) => h.transferts).filter(({ le }) => dedans(le))
  const rendezVous = siennes
    .flatMap((h) => h.rendezVous)
    .filter((r) => r.caisse === caisse && dedans(r.le) && ['fixe', 'honore', 'manque', 'annule'].includes(r.etat))
  return {
    deposees: deposees.length,
    urgentes: deposees.filter(({ urgent }) => urgent).length,
    services: compter(deposees, ({ service }) => service),
    prestations: compter(deposees, ({ prestation }) => prestation),
    mois: compter(deposees, ({ depot }) => jourDeParis(depot).slice(0, 7)),
    traitees: traitees.length,
    annulees: ici.filter(({ close }) => close?.etat === 'annulee' && dedans(close.le)).length,
    issues: compter(traitees, ({ service, close }) => `${service} ${close?.issue}`),
    delais,
    avecComplement: traitees.filter(({ complements }) => complements > 0).length,
    complements: traitees.reduce((somme, { complements }) => somme + complements, 0),
    rouvertes: traitees.filter(({ reouvertures }) => reouvertures > 0).length,
    pieces: compter(
      deposees.flatMap(({ pieces }) => pieces),
      (code) => code,
    ),
    saisines: deposees.filter(({ mission }) => mission).length,
    orientees: traitees.filter(({ mission, close }) => !mission && close?.issue === 'mission_accompagnement').length,
    rendezVous: { fixe: 0, honore: 0, manque: 0, annule: 0, ...compter(rendezVous, ({ etat }) => etat) },
    partis: transferts.filter(({ de }) => de === caisse).length,
    recus: transferts.filter(({ vers }) => vers === caisse).length,
    motifs: compter(traitees, ({ motif }) => motif),
  }
}
