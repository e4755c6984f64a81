import type { Locator, Page } from '@playwright/test'
import { expect, sql, test, verifierAxe, verifierLargeur } from '../fixtures'
import { titre } from '../gestes'
import { creerMonde, creerTechnicien } from '../monde'

/** Tab after Tab, as a person does, until this element has the focus. Gives the number of stops. */
async function allerA(page: Page, cible: Locator): Promise<number> {
  await expect(cible).toBeAttached()
  for (let pas = 0; pas < 60; pas += 1) {
    if (await cible.evaluate((element) => element === document.activeElement)) return pas
    await page.keyboard.press('Tab')
  }
  throw new Error(`Après 60 tabulations, le focus n’est pas sur ${cible}.`)
}

async function presser(page: Page, cible: Locator, touche: 'Enter' | 'Space' = 'Enter'): Promise<number> {
  const pas = await allerA(page, cible)
  await page.keyboard.press(touche)
  return pas
}

/** The page has come back at the line that follows: before that, Tab starts from its top. */
const ligneSuivante = (page: Page) => expect(page.locator(':target')).toBeFocused()

async function mondeAvecRevue() {
  const monde = await creerMonde()
  const parti = await creerTechnicien(monde, { prenom: 'Zacharie', nom: 'Zerbib' })
  const [revue] = await sql<{ id: string }>(
    `INSERT INTO revue_habilitation (id, "partenaireId", "structureId", "echeanceLe")
     VALUES (gen_random_uuid(), $1, $2, now() + interval '19 days') RETURNING id`,
    [monde.partenaire.id, monde.structure.id],
  )
  return { ...monde, parti, adresse: `/equipe/revue/${revue?.id}` }
}

const bouton = (page: Page, verbe: string, compte: { prenom: string; nom: string }) =>
  page.getByRole('button', { name: `${verbe} le compte de ${compte.prenom} ${compte.nom}` })

test('une revue se fait et se signe au clavier seul', async ({ navigateurDe }) => {
  const { gestionnaire, technicien, parti, adresse } = await mondeAvecRevue()
  const page = await navigateurDe(gestionnaire.identifiant)
  await page.goto(adresse)
  await titre(page, 'Revue des habilitations')
  await verifierAxe(page)
  await verifierLargeur(page)
  await expect(page.getByText('À confirmer', { exact: true })).toHaveCount(3)
  await expect(page.getByRole('button', { name: 'Signer la revue' })).toHaveCount(0)

  const [premier, second] = [technicien, parti].sort((a, b) => a.nom.localeCompare(b.nom, 'fr'))
  if (!premier || !second) throw new Error('deux techniciens')
  await presser(page, bouton(page, premier === parti ? 'Inactiver' : 'Garder', premier))
  await expect(page.getByText(`1\u00A0compte confirmé sur 3`)).toBeVisible()
  await ligneSuivante(page)
  // The keyboard goes on from the next line: its first button is a few stops away, not a whole page.
  const verbe = second === parti ? 'Inactiver' : 'Garder'
  expect(await presser(page, bouton(page, verbe, second))).toBeLessThan(5)
  await expect(page.getByText(`2\u00A0comptes confirmés sur 3`)).toBeVisible()
  await ligneSuivante(page)
  expect(await presser(page, bouton(page, 'Confirmer', gestionnaire), 'Space')).toBeLessThan(5)

  const signer = page.getByRole('button', { name: 'Signer la revue' })
  await expect(signer).toBeVisible()
  await verifierAxe(page)
  await presser(page, signer)
  await expect(page.getByRole('alert').filter({ hasText: 'à corriger' })).toBeFocused()
  await presser(page, page.getByRole('link', { name: 'Cochez cette attestation pour signer la revue' }))
  await page.keyboard.press('Space')
  await presser(page, signer)
  await expect(page.getByText('Revue signée')).toBeVisible()
  await verifierAxe(page)

  const etats = await sql<{ etat: string }>('SELECT etat FROM compte WHERE id = ANY($1) ORDER BY nom', [
    [technicien.id, parti.id],
  ])
  expect(etats.map(({ etat }) => etat).sort()).toEqual(['actif', 'inactif'])
})

test('une revue se fait sans JavaScript, et se reprend', async ({ browser, navigateurDe }) => {
  const { gestionnaire, technicien, adresse } = await mondeAvecRevue()
  const avec = await navigateurDe(gestionnaire.identifiant)
  const contexte = await browser.newContext({
    baseURL: process.env.E2E_URL,
    javaScriptEnabled: false,
    storageState: await avec.context().storageState(),
  })
  const page = await contexte.newPage()
  await page.goto(adresse)
  await bouton(page, 'Garder', technicien).click()
  await expect(page.getByText('1\u00A0compte confirmé sur 3')).toBeVisible()
  await bouton(page, 'Plutôt inactiver', technicien).click()
  await expect(page.getByText('À inactiver', { exact: true })).toBeVisible()
  await contexte.close()
  await avec.goto(adresse)
  await expect(avec.getByText('1\u00A0compte confirmé sur 3')).toBeVisible()
})
