import { expect, sql, test, verifierAxe, verifierLargeur } from '../fixtures'

const agent = 'deuxvallees-faubertin'
const technicien = 'vaucreux-mlegall'
const gestionnaire = 'vaucreux-jthiebaut'

const anneeFinie = new Date().getFullYear() - 1

test('du bilan aux demandes qu’il compte, le même tirage des deux côtés, et des chiffres que la caisse ouvre à tous', async ({
  navigateurDe,
  browser,
}) => {
  const page = await navigateurDe(agent)
  await page.goto('/caisse/bilans')
  await expect(page.getByRole('heading', { name: 'Bilan de la caisse' })).toBeVisible()
  await verifierAxe(page)
  await page.setViewportSize({ width: 360, height: 800 })
  await verifierLargeur(page)
  await verifierAxe(page)
  await page.setViewportSize({ width: 1280, height: 900 })

  // From a figure to the demandes behind it: as many as it says.
  await page.getByLabel('Période', { exact: true }).selectOption(`${anneeFinie}`)
  await page.getByRole('button', { name: 'Afficher la période' }).click()
  await expect(page).toHaveURL(new RegExp(`periode=${anneeFinie}$`))
  await page
    .getByRole('region', { name: 'Bilan de chaque partenaire' })
    .getByRole('link', { name: 'CCAS de Vaucreux' })
    .click()
  await expect(page.getByRole('heading', { level: 1, name: 'Bilan pour le COPIL' })).toBeVisible()
  await verifierAxe(page)
  const bilan = page.url()
  const rendezVous = page
    .getByRole('region', { name: 'Demandes reçues, par service' })
    .getByRole('link', { name: /Document/ })
  const compte = Number.parseInt(await rendezVous.innerText(), 10)
  expect(compte).toBeGreaterThan(0)
  await rendezVous.click()
  await expect(page.getByRole('heading', { level: 1, name: 'Demandes reçues' })).toBeVisible()
  await expect(page.locator('tbody tr')).toHaveCount(Math.min(compte, 50))
  await verifierAxe(page)

  // The draw: the same number, the same demandes; one by one, an agent opens them.
  await page.goto(bilan)
  await page.getByLabel('Tirage n°', { exact: true }).fill('7f3a')
  await page.getByLabel('Demandes', { exact: true }).fill('5')
  await page.getByRole('button', { name: 'Tirer l’échantillon' }).click()
  await expect(page.getByRole('heading', { name: 'Échantillon de 5 demandes' })).toBeVisible()
  const tirees = page.getByRole('region', { name: 'Demandes de l’échantillon' }).getByRole('link')
  const references = await tirees.allInnerTexts()
  expect(references).toHaveLength(5)
  await page.getByLabel('Demandes', { exact: true }).fill('500')
  await page.getByRole('button', { name: 'Tirer l’échantillon' }).click()
  await expect(page.getByText('Tirez au plus 100 demandes')).toBeVisible()
  await expect(page.getByLabel('Demandes', { exact: true })).toHaveValue('500')

  // Days that cannot be: words at the field, what was typed stays.
  await page.getByText('Entre deux dates').click()
  for (const [nom, jour] of [
    ['Du', ['10', '5', `${anneeFinie}`]],
    ['Au (compris)', ['2', '5', `${anneeFinie}`]],
  ] as const)
    for (const [rang, partie] of ['Jour', 'Mois', 'Année'].entries())
      await page
        .getByRole('group', { name: nom })
        .getByLabel(partie)
        .fill(jour[rang] ?? '')
  await page.getByRole('button', { name: 'Afficher ces dates' }).click()
  await expect(page.getByRole('alert').getByText('inversez les deux dates')).toBeVisible()
  await expect(page.getByRole('group', { name: 'Du' }).getByLabel('Jour')).toHaveValue('10')
  await verifierAxe(page)

  // The partenaire: itself only, small counts kept back, the same draw.
  const autre = await navigateurDe(technicien)
  await autre.goto(`/bilan?periode=${anneeFinie}&graine=7F3A&taille=5`)
  await expect(autre.getByText('Les nombres inférieurs à 5 sont masqués').first()).toBeVisible()
  expect(
    await autre.getByRole('region', { name: 'Demandes de l’échantillon' }).getByRole('link').allInnerTexts(),
  ).toEqual(references)
  await verifierAxe(autre)
  await autre.setViewportSize({ width: 360, height: 800 })
  await verifierLargeur(autre)
  const gere = await navigateurDe(gestionnaire)
  await gere.goto(`/bilan?periode=${anneeFinie}`)
  await expect(gere.getByText('Votre profil voit les chiffres de l’échantillon')).toBeVisible()
  await expect(gere.locator('main a[href^="/demandes/"], main a[href^="/bilan/demandes"]')).toHaveCount(0)

  // To all, once the caisse opens them.
  const [caisse] = await sql<{ id: string; code: string }>(
    `SELECT k.id, k.code FROM caisse k JOIN compte c ON c."caisseId" = k.id WHERE c.identifiant = $1`,
    [agent],
  )
  const tous = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  const publique = `${new URL(page.url()).origin}/chiffres/${caisse?.code}`
  expect((await tous.goto(publique))?.status()).toBe(404)
  await sql(`UPDATE reglages_caisse SET "chiffresPublics" = true WHERE "caisseId" = $1`, [caisse?.id])
  expect((await tous.goto(publique))?.status()).toBe(200)
  await expect(tous.getByRole('heading', { level: 1, name: /Chiffres de la/ })).toBeVisible()
  await expect(tous.locator('main')).not.toContainText('Vaucreux')
  await verifierAxe(tous)
  await tous.setViewportSize({ width: 360, height: 800 })
  await verifierLargeur(tous)
  await sql(`UPDATE reglages_caisse SET "chiffresPublics" = false WHERE "caisseId" = $1`, [caisse?.id])
  await tous.close()
})
