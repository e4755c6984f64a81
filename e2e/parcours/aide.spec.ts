import { expect, ouvrirSession, test, verifierAxe, verifierLargeur } from '../fixtures'
import { titre } from '../gestes'
import { creerMonde, creerTechnicien } from '../monde'

test('la visite du portail, passée au clavier, puis l’aide d’une page', async ({ navigateurDe, browser }) => {
  const monde = await creerMonde()
  const { identifiant } = await creerTechnicien(monde, { visite: false })
  const page = await navigateurDe(identifiant)
  const atteindre = async (nom: string) => {
    await expect(async () => {
      await page.keyboard.press('Tab')
      await expect(page.getByRole('link', { name: nom }).or(page.getByRole('button', { name: nom }))).toBeFocused({
        timeout: 50,
      })
    }).toPass()
  }

  // Offered, and in nobody's way.
  await page.goto('/demandes')
  await titre(page, 'Ce qui vous attend')
  const visite = page.getByRole('complementary', { name: 'Visite du portail' })
  await expect(visite).toBeVisible()
  await verifierAxe(page)
  await page.goto('/demandes/nouvelle')
  await expect(visite).toBeHidden()
  await page.goto('/demandes')
  await atteindre('Commencer la visite')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Étape 1 sur 4')).toBeVisible()
  await verifierAxe(page)
  await atteindre('Continuer')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Étape 2 sur 4')).toBeVisible()
  await atteindre('Passer la visite')
  await page.keyboard.press('Enter')
  await titre(page, 'Ce qui vous attend')
  await expect(visite).toBeHidden()

  // The help of the page, for this profile; printed without what surrounds it.
  await page.goto('/demandes/nouvelle')
  await page.getByRole('banner').getByRole('link', { name: 'Aide sur cette page' }).click()
  await expect(page).toHaveURL(/\/guide\/technicien#deposer$/)
  await expect(page.getByRole('heading', { name: 'Déposer une demande' })).toBeInViewport()
  await verifierAxe(page)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('contentinfo')).toBeHidden()
  await expect(page.getByText('Revenir au sommaire').first()).toBeHidden()
  await page.emulateMedia({ media: 'screen' })
  await page.setViewportSize({ width: 360, height: 740 })
  await verifierLargeur(page)
  await page.goto('/bilan')
  await page.getByText('Menu', { exact: true }).click()
  await page.getByRole('link', { name: 'Aide sur cette page' }).click()
  await expect(page).toHaveURL(/\/guide\/technicien#bilan$/)
  // Not that of another.
  expect((await page.goto('/guide/referent'))?.status()).toBe(404)
  await page.goto('/compte')
  await page.getByRole('link', { name: 'la visite du portail' }).click()
  await expect(page.getByText('Étape 1 sur 4')).toBeVisible()

  // Without any script.
  const autre = await creerTechnicien(monde, { visite: false })
  const contexte = await browser.newContext({ baseURL: process.env.E2E_URL, javaScriptEnabled: false })
  await contexte.addCookies([{ ...(await ouvrirSession(autre.identifiant)), url: process.env.E2E_URL ?? '' }])
  const nue = await contexte.newPage()
  await nue.goto('/demandes')
  await nue.getByRole('button', { name: 'Non merci' }).click()
  await titre(nue, 'Ce qui vous attend')
  await expect(nue.getByRole('button', { name: 'Non merci' })).toBeHidden()
  await contexte.close()
})
