import { comptesAGerer } from '@/lib/comptes-caisse/acces'
import { equipesDeLaCaisse } from '@/lib/equipes/queries'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre } from '@/lib/socle/base'
import { estId } from '@/lib/socle/identifiants'

const colonnes = {
  id: true,
  identifiant: true,
  profil: true,
  roles: true,
  civilite: true,
  nom: true,
  prenom: true,
  fonction: true,
  telephone: true,
  courriel: true,
  etat: true,
  caisseId: true,
  creeLe: true,
  activeLe: true,
  inactiveLe: true,
  connecteLe: true,
  motifInactivation: true,
  version: true,
} as const

const parNom = [{ nom: 'asc' }, { prenom: 'asc' }, { id: 'asc' }] as const

/** Accounts of a caisse, active ones first. A référent sees those of its own. */
export function comptesDeLaCaisse(acteur: Acteur, caisseId: string) {
  return avecPerimetre(perimetre(acteur), (tx) =>
    tx.compte.findMany({
      where: { AND: [comptesAGerer, { profil: 'caisse', caisseId }] },
      select: colonnes,
      orderBy: [{ etat: 'asc' }, ...parNom],
    }),
  )
}

export function administrateurs(acteur: Acteur) {
  return avecPerimetre(perimetre(acteur), (tx) =>
    tx.compte.findMany({
      where: { AND: [comptesAGerer, { profil: 'administrateur' }] },
      select: colonnes,
      orderBy: [{ etat: 'asc' }, ...parNom],
    }),
  )
}

export type CompteDeCaisse = Awaited<ReturnType<typeof comptesDeLaCaisse>>[number]

/** One account, the mails that invite its holder, and how many open demandes are in its name; null out of reach. */
export function compteDeLaCaisse(acteur: Acteur, id: string, caisseId: string | null) {
  if (!estId(id)) return Promise.resolve(null)
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const compte = await tx.compte.findFirst({
      where: { AND: [comptesAGerer, { id, caisseId }] },
      select: { ...colonnes, caisse: { select: { nom: true } } },
    })
    if (!compte) return null
    const invitations = await tx.courriel.findMany({
      where: { modele: 'activation', compteId: id },
      orderBy: { creeLe: 'desc' },
      take: 5,
      select: { id: true, destinataire: true, etat: true, creeLe: true, envoyeLe: true, erreur: true },
    })
    const [rang] = await tx.$queryRaw<{ n: number | null }[]>`SELECT ep_demandes_au_nom(${id}::uuid) AS n`
    const equipes = caisseId ? await equipesDeLaCaisse(tx, caisseId) : []
    return { ...compte, invitations, demandesOuvertes: rang?.n ?? 0, equipes }
  })
}

export type FicheCompte = NonNullable<Awaited<ReturnType<typeof compteDeLaCaisse>>>
