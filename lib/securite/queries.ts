import { z } from 'zod'
import { empreinteAppareil } from '@/lib/securite/appareils'
import { sessionFraiche } from '@/lib/securite/fraicheur'
import { exigenceNationale, situationDuCompte } from '@/lib/securite/obligation'
import { aLire, secretPropose } from '@/lib/securite/totp'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { avecConnexion, avecPerimetre } from '@/lib/socle/base'
import { estId } from '@/lib/socle/identifiants'

/** All that protects one's own account. `jeton`: what the browser's cookie says. */
export function maSecurite(acteur: Acteur, jeton: string) {
  const { compteId } = acteur
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const situation = await situationDuCompte(tx, acteur)
    const cles = await tx.cleAcces.findMany({
      where: { compteId },
      orderBy: { creeeLe: 'asc' },
      select: { id: true, nom: true, creeeLe: true, utiliseeLe: true, synchronisee: true },
    })
    const codes = await tx.codeSecours.count({ where: { compteId, utiliseLe: null } })
    const appareils = await tx.appareilConnu.findMany({ where: { compteId }, orderBy: { vuLe: 'desc' } })
    const courant = empreinteAppareil(compteId, jeton)
    return {
      ...situation,
      cles,
      codes,
      appareils: appareils.map(({ id, navigateur, premierLe, vuLe, empreinte }) => ({
        id,
        nom: navigateur ?? 'Navigateur inconnu',
        premierLe,
        vuLe,
        courant: empreinte === courant,
      })),
    }
  })
}

/** What the page that sets an application up shows: the same secret each time, until it is confirmed. */
export function installationDe(acteur: Acteur, maintenant = new Date()) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const { sessionId, compteId, identifiant } = acteur
    const { exige, application, cles } = await situationDuCompte(tx, acteur)
    const secret = secretPropose(sessionId, compteId, application?.installeLe ?? null)
    return {
      fraiche: await sessionFraiche(tx, acteur, maintenant),
      exige,
      application: application !== null,
      cles,
      ...aLire(secret, identifiant),
    }
  })
}

/** Whether the person has proved who it is within the last minutes. */
export const estConfirmee = (acteur: Acteur, maintenant = new Date()): Promise<boolean> =>
  avecPerimetre(perimetre(acteur), (tx) => sessionFraiche(tx, acteur, maintenant))

/** What the account may answer with, on the page that asks for a second factor. */
export function moyensDe(acteur: Acteur) {
  const { compteId } = acteur
  return avecPerimetre(perimetre(acteur), async (tx) => ({
    application: (await tx.secondFacteur.count({ where: { compteId } })) > 0,
    cles: await tx.cleAcces.count({ where: { compteId } }),
    codes: await tx.codeSecours.count({ where: { compteId, utiliseLe: null } }),
  }))
}

/** One of one's own passkeys. */
export async function maCle(acteur: Acteur, id: string) {
  if (!estId(id)) return null
  return avecPerimetre(perimetre(acteur), (tx) =>
    tx.cleAcces.findFirst({ where: { id, compteId: acteur.compteId }, select: { id: true, nom: true, creeeLe: true } }),
  )
}

const enPlace = z.object({ application: z.boolean(), cles: z.number(), codes: z.number() })

/** The account whose second factor this acteur may undo, and what there is to undo; null out of reach. */
export async function doubleAuthentificationTenue(acteur: Acteur, id: string) {
  if (!estId(id)) return null
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const [rang] = await tx.$queryRaw<{ tenue: unknown }[]>`SELECT ep_double_authentification(${id}::uuid) AS tenue`
    if (!rang?.tenue) return null
    const compte = await tx.compte.findUnique({
      where: { id },
      select: {
        id: true,
        prenom: true,
        nom: true,
        identifiant: true,
        profil: true,
        caisseId: true,
        partenaireId: true,
      },
    })
    return compte && { ...compte, ...enPlace.parse(rang.tenue) }
  })
}

/** Whether the caisse side and gestionnaires must have a second factor: asked before anyone has signed in. */
export const doubleAuthentificationExigee = (): Promise<boolean> => avecConnexion(exigenceNationale)
