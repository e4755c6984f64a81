import { afterAll } from 'vitest'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import type { Contexte } from '@/lib/socle/action'
import { avecConnexion, avecPerimetre } from '@/lib/socle/base'
import { enParties } from '@/lib/socle/jour'
import { lireSession } from '@/lib/socle/lire-session'
import { dateAParis } from '@/lib/socle/temps'
import { fermerFile } from '@/lib/travaux/file'
import { installerCatalogue } from '@/prisma/seed/catalogue'
import { type AtelierOuvert, ouvrirAtelier } from '@/prisma/seed/fabriques/atelier'
import { fabriqueSession } from '@/prisma/seed/fabriques/compte'
import type { BasePretee } from './modele-de-test'

/**
 * The factories, on a lent database where the national catalogue is installed, under the owner role:
 * `const base = await baseDeTest(); const atelier = await atelierDeTest(base)`. Closed with the database.
 */
export async function atelierDeTest(
  base: BasePretee,
  graine = 'essai',
  maintenant = new Date(),
): Promise<AtelierOuvert> {
  const atelier = ouvrirAtelier(base.migration, { graine, maintenant })
  afterAll(async () => {
    await fermerFile()
    await atelier.fermer()
  })
  await installerCatalogue(atelier.tx, new Date('2025-01-01T00:00:00Z'))
  return atelier
}

/** The acteur behind an account, read from a real session as at each request. */
export async function acteurDe(compteId: string, maintenant = new Date()): Promise<Acteur> {
  const sessionId = await avecConnexion((tx) => fabriqueSession({ tx, maintenant }, compteId))
  const lu = await lireSession(sessionId, maintenant)
  if (!lu) throw new Error('Ce compte n’ouvre pas de session : il n’est pas actif.')
  return lu.acteur
}

export function contexteDe(acteur: Acteur, tx: Contexte['tx'], maintenant = new Date()): Contexte {
  return { acteur, tx, maintenant }
}

/** The consent a technicien records when it files, given that day. */
export function accordDonne(maintenant = new Date()) {
  return { forme: 'oral', le: enParties(dateAParis(maintenant)) }
}

/** Runs a use case as an action does: in one transaction of the web role, in the perimeter of the acteur. */
export function agir<T>(
  acteur: Acteur,
  travail: (contexte: Contexte) => Promise<T>,
  maintenant = new Date(),
): Promise<T> {
  return avecPerimetre(perimetre(acteur), (tx) => travail(contexteDe(acteur, tx, maintenant)))
}
