import { journaliserLePasse, type LignePassee } from '@/lib/journal/ecrire'
import type { Atelier } from '../fabriques/atelier'

const jourMs = 86_400_000
const minuteMs = 60_000
/** How far back the demo tells who did what. */
const JOURS = 30
const parLot = 500

type Auteur = { id: string; profil: string; roles: string[]; caisseId: string | null; partenaireId: string | null }

/** The last month of the journal, sealed as any other: filings, readings, answers, sign-ins, some refused; then two signals. */
export async function tenirJournal(atelier: Atelier): Promise<void> {
  const { tx, maintenant } = atelier
  const depuis = new Date(maintenant.getTime() - JOURS * jourMs)
  const comptes = await tx.compte.findMany({
    where: { etat: 'actif' },
    select: { id: true, profil: true, roles: true, caisseId: true, partenaireId: true },
    orderBy: { id: 'asc' },
  })
  const parId = new Map(
    comptes.map((compte, rang) => [compte.id, { ...compte, adresse: `192.0.2.${10 + (rang % 200)}` }]),
  )
  const ligne = (
    compteId: string | null,
    le: Date | null,
    reste: Omit<LignePassee, 'le' | 'acteur' | 'adresse'>,
  ): LignePassee[] => {
    const compte = compteId ? parId.get(compteId) : undefined
    if (!compte || !le || le < depuis || le >= maintenant) return []
    return [{ ...reste, le, acteur: auteurDe(compte), adresse: compte.adresse }]
  }
  const demandes = await tx.demande.findMany({
    where: { majLe: { gte: depuis } },
    select: { id: true, caisseId: true, auteurId: true, agentId: true, deposeeLe: true, closeLe: true, etat: true },
    orderBy: { id: 'asc' },
  })
  const lectures = await tx.lecture.findMany({
    where: { vueLe: { gte: depuis } },
    orderBy: [{ demandeId: 'asc' }, { compteId: 'asc' }],
  })
  const sur = ({ id, caisseId }: { id: string; caisseId: string }) => ({ objetType: 'demande', objetId: id, caisseId })
  const actes = [
    ...demandes.flatMap((demande, rang) => [
      ...ligne(demande.auteurId, demande.deposeeLe, { action: 'demande.deposee', ...sur(demande), ...garde(rang, 9) }),
      ...ligne(demande.agentId, plus(demande.deposeeLe, 95), { action: 'demande.consultee', ...sur(demande) }),
      ...ligne(demande.agentId, plus(demande.deposeeLe, 99), { action: 'demande.prise_en_charge', ...sur(demande) }),
      ...(demande.etat === 'traitee'
        ? ligne(demande.agentId, demande.closeLe, { action: 'demande.traitee', ...sur(demande), ...garde(rang, 14) })
        : []),
    ]),
    ...lectures.flatMap(({ compteId, vueLe, demandeId, caisseId }) =>
      ligne(compteId, vueLe, { action: 'demande.consultee', ...sur({ id: demandeId, caisseId }) }),
    ),
    ...comptes
      .filter(({ roles }) => roles.includes('dpo'))
      .flatMap(({ id }) =>
        ligne(id, plus(maintenant, -3 * 24 * 60), {
          action: 'page.vue',
          objetType: 'page',
          objetId: '/caisse/journal',
        }),
      ),
  ]
  const lignes = [...actes, ...connexionsDe(actes), ...essais(maintenant)].sort(
    (a, b) => a.le.getTime() - b.le.getTime() || cle(a).localeCompare(cle(b)),
  )
  for (let debut = 0; debut < lignes.length; debut += parLot)
    await journaliserLePasse(tx, lignes.slice(debut, debut + parLot))
  await leverDeuxSignaux(atelier, comptes)
}

/** One text in so many was kept in spite of the warning about health. */
const garde = (rang: number, surCombien: number) => (rang % surCombien === 0 ? { details: { santeGardee: 1 } } : {})

const plus = (le: Date, minutes: number) => new Date(le.getTime() + minutes * minuteMs)

const cle = ({ action, objetId, acteur }: LignePassee) => `${action} ${objetId} ${acteur?.compteId}`

const auteurDe = ({ id, profil, caisseId, partenaireId }: Auteur) => ({
  compteId: id,
  profil,
  caisse: caisseId ? { id: caisseId } : null,
  partenaire: partenaireId ? { id: partenaireId } : null,
})

/** Each account signs in before its first act of the day. */
function connexionsDe(actes: LignePassee[]): LignePassee[] {
  const premiers = new Map<string, LignePassee>()
  for (const acte of actes) {
    const jour = `${acte.acteur?.compteId} ${acte.le.toISOString().slice(0, 10)}`
    const connu = premiers.get(jour)
    if (!connu || acte.le < connu.le) premiers.set(jour, acte)
  }
  return [...premiers.values()].map(({ acteur, adresse, le }) => ({
    action: 'connexion.ouverte',
    le: plus(le, -2),
    acteur,
    adresse,
  }))
}

/** Two days ago, from one address, a dozen identifiants that nobody bears. */
function essais(maintenant: Date): LignePassee[] {
  return Array.from({ length: 12 }, (_, rang) => ({
    action: 'connexion.refusee',
    le: new Date(plus(maintenant, -2 * 24 * 60 + 19 * 60).getTime() + rang * 20_000),
    adresse: '198.51.100.77',
    details: { raison: 'identifiants', etat: 'inconnu' },
  }))
}

/** One for a DPO to look at, one for the administrateur. */
async function leverDeuxSignaux({ tx, hasard, maintenant }: Atelier, comptes: Auteur[]): Promise<void> {
  const refusees = await tx.journal.findMany({ where: { action: 'connexion.refusee' }, orderBy: { id: 'asc' } })
  const lues = await tx.journal.groupBy({
    by: ['compteId', 'caisseId'],
    where: { action: 'demande.consultee', profil: 'caisse' },
    _count: true,
  })
  const [plusLu] = lues.sort((a, b) => b._count - a._count || String(a.compteId).localeCompare(String(b.compteId)))
  const agent = comptes.find(({ id }) => id === plusLu?.compteId)
  const entrees = await tx.journal.findMany({
    where: { action: 'connexion.ouverte', compteId: agent?.id ?? null },
    orderBy: { id: 'desc' },
    take: 1,
  })
  const signal = (lignes: { id: bigint; le: Date }[]) => ({
    id: hasard.uuid(maintenant),
    nombre: lignes.length,
    premierRang: lignes[0]?.id ?? 1n,
    dernierRang: lignes.at(-1)?.id ?? 1n,
    debutLe: lignes[0]?.le ?? maintenant,
    finLe: lignes.at(-1)?.le ?? maintenant,
    creeLe: lignes.at(-1)?.le ?? maintenant,
  })
  await tx.signal.createMany({
    data: [
      { type: 'pulverisation', adresse: '198.51.100.77', repere: 10, ...signal(refusees) },
      ...(agent ? [{ type: 'nouvel_appareil', caisseId: agent.caisseId, compteId: agent.id, ...signal(entrees) }] : []),
    ],
  })
}
