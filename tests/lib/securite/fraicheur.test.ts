import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { ajouterCle, defierAjout } from '@/lib/securite/ajouter-cle'
import { installerApplication } from '@/lib/securite/installer-application'
import { refaireCodes } from '@/lib/securite/refaire-codes'
import { retirerApplication } from '@/lib/securite/retirer-application'
import { retirerCle } from '@/lib/securite/tenir-cles'
import type { Acteur } from '@/lib/socle/acteur'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { agir, atelierDeTest } from '@/tests/contexte'
import { agirEnConnexion, lire, ouvrir } from './monde-securite'

const atelier = await atelierDeTest(await baseDeTest())
Object.assign(process.env, { URL_PUBLIQUE: 'http://localhost:3000' })
const { technicien } = await fabriquePartenariat(atelier)
const compteId = technicien.id
const { id: cle } = await atelier.tx.cleAcces.create({
  data: { compteId, credential: 'une-cle', clePublique: new Uint8Array(32), nom: 'Clé' },
})
const T0 = new Date()
const PASSEE = /connecté depuis un moment/

const actes: Record<string, (acteur: Acteur, maintenant: Date) => Promise<unknown>> = {
  'asking for a passkey': (acteur, maintenant) => agirEnConnexion(acteur, maintenant, defierAjout),
  'adding a passkey': (acteur, maintenant) =>
    agirEnConnexion(acteur, maintenant, (contexte) =>
      ajouterCle(contexte, { defiId: randomUUID(), reponse: {} as never, nom: 'Autre' }),
    ),
  'installing an application': (acteur, maintenant) =>
    agirEnConnexion(acteur, maintenant, (contexte) => installerApplication(contexte, { code: '000000' })),
  'making recovery codes again': (acteur, maintenant) => agir(acteur, refaireCodes, maintenant),
  'taking an application away': (acteur, maintenant) => agir(acteur, retirerApplication, maintenant),
  'taking a passkey away': (acteur, maintenant) =>
    agir(acteur, (contexte) => retirerCle(contexte, { id: cle }), maintenant),
}

it.each(Object.entries(actes))('%s waits for the password again in a session left open', async (_nom, acte) => {
  const sessionId = await ouvrir(compteId, T0)
  const { acteur } = await lire(sessionId, T0)
  const tard = new Date(T0.getTime() + 15 * 60_000)
  await expect(acte(acteur, tard)).rejects.toMatchObject({
    code: 'etat_change',
    message: expect.stringMatching(PASSEE),
  })
  // Whatever it answers then, it is not that.
  await atelier.tx.session.update({ where: { id: sessionId }, data: { confirmeeLe: tard } })
  const suite = await acte(acteur, tard).catch((erreur: Error) => erreur)
  expect(suite instanceof Error ? suite.message : '').not.toMatch(PASSEE)
})
