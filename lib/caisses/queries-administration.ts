import { ceQuiManque } from '@/lib/caisses/regles'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre, type Transaction } from '@/lib/socle/base'
import { estId } from '@/lib/socle/identifiants'

const colonnes = {
  id: true,
  code: true,
  nom: true,
  adresse: true,
  codePostal: true,
  ville: true,
  departements: true,
  calendrier: true,
  version: true,
  contacts: { select: { type: true, telephone: true, courriel: true } },
  comptes: { where: { supprimeLe: null }, select: { roles: true, etat: true } },
} as const

async function lireCaisses(tx: Transaction, id?: string) {
  const caisses = await tx.caisse.findMany({ where: id ? { id } : {}, orderBy: { nom: 'asc' }, select: colonnes })
  const partenaires = await tx.$queryRaw<
    { caisseId: string; nombre: number }[]
  >`SELECT * FROM ep_partenaires_par_caisse()`
  return caisses.map(({ comptes, contacts, ...caisse }) => {
    const ouverts = comptes.filter(({ etat }) => etat !== 'inactif')
    const avec = (role: string) => ouverts.filter(({ roles }) => roles.includes(role)).length
    return {
      ...caisse,
      agents: avec('agent'),
      referents: avec('referent'),
      dpo: avec('dpo'),
      partenaires: partenaires.find(({ caisseId }) => caisseId === caisse.id)?.nombre ?? 0,
      manques: ceQuiManque({ comptes, contacts }),
    }
  })
}

/** Every caisse of the portal: its figures, and what it lacks. */
export function caissesAdministrees(acteur: Acteur) {
  return avecPerimetre(perimetre(acteur), (tx) => lireCaisses(tx))
}

export type CaisseAdministree = Awaited<ReturnType<typeof caissesAdministrees>>[number]

export function caisseAdministree(acteur: Acteur, id: string): Promise<CaisseAdministree | null> {
  if (!estId(id)) return Promise.resolve(null)
  return avecPerimetre(perimetre(acteur), async (tx) => (await lireCaisses(tx, id))[0] ?? null)
}

/** What awaits an administrateur: caisses that cannot open, links nobody used, CGU in preparation. */
export function ceQuiAttendAdministration(acteur: Acteur, maintenant: Date) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const caisses = (await lireCaisses(tx)).filter(({ manques }) => manques.length > 0)
    const enAttente = { etat: 'attente_activation', supprimeLe: null, profil: { in: ['caisse', 'administrateur'] } }
    return {
      caisses,
      total: await tx.caisse.count(),
      // A day is what a link lasts.
      liens: await tx.compte.findMany({
        where: { ...enAttente, creeLe: { lt: new Date(maintenant.getTime() - 86_400_000) } },
        orderBy: { creeLe: 'asc' },
        take: 50,
        select: {
          id: true,
          prenom: true,
          nom: true,
          creeLe: true,
          profil: true,
          caisseId: true,
          caisse: { select: { nom: true } },
        },
      }),
      cgu: await tx.versionCgu.findMany({
        where: { OR: [{ publieeLe: null }, { publieeLe: { gt: maintenant } }] },
        orderBy: { numero: 'asc' },
        select: { id: true, numero: true, publieeLe: true },
      }),
    }
  })
}
