import type { Page } from '@playwright/test'
import { expect, sql, test, verifierAxe, verifierLargeur } from '../fixtures'
import { alerte, titre } from '../gestes'

const bouton = (page: Page) => page.getByRole('link', { name: 'Se connecter avec l’identité de la caisse' })

/** At the provider: a name is enough there. */
async function sIdentifier(page: Page, personne: string): Promise<void> {
  await bouton(page).click()
  await titre(page, 'Identité de la caisse')
  await page.getByLabel('Qui êtes-vous ?').fill(personne)
  await page.getByRole('button', { name: 'Continuer' }).click()
}

test('un agent se connecte par l’identité de sa caisse ; un inconnu, un partenaire ou un retour rejoué n’entrent pas', async ({
  page,
  browser,
}) => {
  const [compte] = await sql<{ agent: string; partenaire: string }>(
    `SELECT (SELECT courriel FROM compte WHERE identifiant = 'deuxvallees-faubertin') AS agent,
       (SELECT courriel FROM compte WHERE identifiant = 'vaucreux-mlegall') AS partenaire`,
  )
  if (!compte) throw new Error('compte absent')
  const retours: string[] = []
  page.on('request', (requete) => {
    if (requete.url().includes('/api/oidc/retour')) retours.push(requete.url())
  })
  await page.goto('/connexion?retour=%2Fcaisse%2Frendez-vous')
  await verifierAxe(page)
  await sIdentifier(page, 'personne@ailleurs.example')
  await expect(alerte(page, 'Aucun compte de caisse ouvert ici')).toBeVisible()
  await verifierAxe(page)
  await page.setViewportSize({ width: 360, height: 800 })
  await verifierLargeur(page)
  await page.setViewportSize({ width: 1280, height: 900 })
  await sIdentifier(page, compte.partenaire)
  await expect(alerte(page, 'Aucun compte de caisse ouvert ici')).toBeVisible()

  await bouton(page).click()
  await page.getByRole('button', { name: 'Abandonner' }).click()
  await expect(alerte(page, 'La connexion a été abandonnée')).toBeVisible()

  await page.goto('/connexion?oidc=annule&retour=%2Fcaisse%2Frendez-vous')
  await sIdentifier(page, compte.agent)
  await page.waitForURL(/\/caisse\/rendez-vous$/)
  const cookies = await page.context().cookies(process.env.E2E_URL)
  expect(cookies.map(({ name }) => name)).not.toContain('ep-oidc')
  expect(cookies.find(({ name }) => name === 'ep-session')).toMatchObject({ httpOnly: true, sameSite: 'Lax' })

  // What the provider has sent back, taken by somebody else, or by the same browser once more.
  const [dernier = ''] = retours.slice(-1)
  const autre = await browser.newPage()
  await autre.goto(dernier)
  await expect(alerte(autre, 'elle a déjà servi')).toBeVisible()
  await page.context().clearCookies({ name: 'ep-session' })
  await page.goto(dernier)
  await expect(alerte(page, 'elle a déjà servi')).toBeVisible()
  await autre.close()
})
