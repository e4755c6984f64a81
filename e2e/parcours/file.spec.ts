import type { Locator, Page } from '@playwright/test'
import { expect, sql, test, verifierAxe, verifierLargeur } from '../fixtures'
import { titre, touchesPretes } from '../gestes'
import { creerDemandes, creerMonde } from '../monde'

/** Tab after Tab, as a person does. */
async function allerA(page: Page, cible: Locator): Promise<void> {
  await expect(cible).toBeAttached()
  for (let pas = 0; pas < 80; pas += 1) {
    if (await cible.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Après 80 tabulations, le focus n’est pas sur ${cible}.`)
}

const lignes = (page: Page) => page.locator('.file tbody tr')
const ouvertes = async (caisseId: string) =>
  (await sql<{ n: number }>(`SELECT count(*)::int AS n FROM demande WHERE "caisseId" = $1 AND ouverte`, [caisseId]))[0]
    ?.n

test('un agent vide une file de 30 demandes variées au clavier seul', async ({ navigateurDe }) => {
  test.slow()
  const monde = await creerMonde()
  await creerDemandes(monde, 12, { motifs: ['puma', 'autre_contact', 'c2s'] })
  const suivies = { agent: monde.agent, motifs: ['puma', 'autre_contact', 'c2s'] }
  await creerDemandes(monde, 9, { ...suivies, etat: 'prise_en_charge' })
  await creerDemandes(monde, 9, { ...suivies, etat: 'complement_recu' })
  const page = await navigateurDe(monde.agent.identifiant)
  await page.goto('/caisse/file?vue=a_prendre')
  await expect(lignes(page)).toHaveCount(12)
  await touchesPretes(page)

  // Taken one after the other: the focus goes from a row that leaves to the one that takes its place.
  await page.keyboard.press('j')
  for (let restent = 11; restent >= 9; restent -= 1) {
    await page.keyboard.press('a')
    await expect(lignes(page)).toHaveCount(restent)
    await expect(lignes(page).first().getByRole('link').first()).toBeFocused()
  }
  // Then three at once, and given back.
  for (const touche of ['x', 'j', 'x', 'j', 'x']) await page.keyboard.press(touche)
  await expect(page.getByText('3 demandes cochées')).toBeVisible()
  await verifierAxe(page)
  await page.keyboard.press('a')
  await expect(lignes(page)).toHaveCount(6)
  await allerA(page, page.getByRole('button', { name: 'Annuler', exact: true }))
  await page.keyboard.press('Enter')
  await expect(lignes(page)).toHaveCount(9)

  // Read beside the list, then answered one after the other.
  await page.goto('/caisse/file?vue=toutes')
  await touchesPretes(page)
  await page.keyboard.press('j')
  await page.keyboard.press('o')
  const panneau = page.getByRole('complementary', { name: /^Aperçu de la demande/ })
  await expect(panneau).toBeVisible()
  await verifierAxe(page)
  const vue = await panneau.getAttribute('aria-label')
  await page.keyboard.press('j')
  await expect(panneau).not.toHaveAttribute('aria-label', vue ?? '')
  await expect(lignes(page).nth(1).getByRole('link').first()).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(panneau).toHaveCount(0)
  await expect(lignes(page).nth(1).getByRole('link').first()).toBeFocused()
  await page.keyboard.press('Enter')
  for (let rang = 0; rang < 3; rang += 1) {
    await expect(page).toHaveURL(/\/caisse\/demandes\/[^?]*\?vue=toutes(?!.*agir)/)
    const adresse = page.url()
    await touchesPretes(page)
    await page.keyboard.press('c')
    await page.waitForURL(/agir=clore/)
    await allerA(page, page.getByRole('radio').first())
    await page.keyboard.press('Space')
    await allerA(page, page.getByLabel(/^Votre réponse/))
    await page.keyboard.type('Bonjour, c’est fait.')
    const ensuite = page.getByRole('checkbox', { name: /^Ouvrir ensuite/ })
    if (!(await ensuite.isChecked())) {
      await allerA(page, ensuite)
      await page.keyboard.press('Space')
      await page.keyboard.press('Shift+Tab')
      await page.getByLabel(/^Votre réponse/).focus()
    }
    await page.keyboard.press('Control+Enter')
    await page.waitForURL((url) => url.href !== adresse && !url.search.includes('agir'))
  }
  await page.goto('/caisse/file?vue=toutes')
  await expect(lignes(page)).toHaveCount(27)
  await touchesPretes(page)

  // The others are closed at once.
  await allerA(page, page.getByRole('checkbox', { name: 'Tout cocher' }))
  await page.keyboard.press('Space')
  await expect(page.getByText('27 demandes cochées')).toBeVisible()
  // The bar stands above the list.
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Shift+Tab')
  await expect(page.getByRole('button', { name: 'Clore…' })).toBeFocused()
  await page.keyboard.press('Enter')
  await titre(page, 'Clore plusieurs demandes')
  await verifierAxe(page)
  for (const groupe of await page.getByRole('radiogroup').all()) {
    await allerA(page, groupe.getByRole('radio').first())
    await page.keyboard.press('Space')
  }
  await allerA(page, page.getByLabel(/^Votre réponse/))
  await page.keyboard.type('Bonjour, c’est fait.')
  await allerA(page, page.getByRole('button', { name: 'Clore 27 demandes' }))
  await page.keyboard.press('Enter')
  await titre(page, 'Clôture : 27 faites')
  expect(await ouvertes(monde.caisse.id)).toBe(0)
})

test('40 demandes closes d’un coup : 3 refusées disent pourquoi, les 37 autres se rouvrent', async ({
  navigateurDe,
}) => {
  test.slow()
  const monde = await creerMonde()
  const valeurs = { agent: monde.agent, motifs: ['autre_contact'], etat: 'prise_en_charge' as const }
  const demandes = await creerDemandes(monde, 40, valeurs)
  const page = await navigateurDe(monde.agent.identifiant)
  await page.goto('/caisse/file?vue=mes_demandes')
  await touchesPretes(page)
  await page.getByRole('checkbox', { name: 'Tout cocher' }).check()
  await page.getByRole('button', { name: 'Clore…' }).click()
  await titre(page, 'Clore plusieurs demandes')
  // Three receive a message while the answer is written.
  const changees = demandes.slice(0, 3).map(({ id }) => id)
  await sql(`UPDATE demande SET version = version + 1 WHERE id = ANY ($1)`, [changees])
  await page.getByRole('button', { name: 'Clore 40 demandes' }).click()
  await expect(page.getByRole('link', { name: 'Choisissez le résultat' })).toBeVisible()
  await page.getByRole('radio').first().check()
  await page.getByLabel(/^Votre réponse/).fill('Bonjour, voici la réponse à votre question.')
  await page.getByRole('button', { name: 'Clore 40 demandes' }).click()
  // Forty acts, each in its transaction.
  await page.waitForURL(/\/lot\/[0-9a-f-]{36}/, { timeout: 30_000 })
  await titre(page, 'Clôture : 37 faites, 3 refusées')
  await expect(page.getByRole('table', { name: 'Refusées' })).toContainText('a changé depuis que vous l’avez cochée')
  await verifierAxe(page)
  await page.setViewportSize({ width: 360, height: 800 })
  await verifierLargeur(page)
  expect(await ouvertes(monde.caisse.id)).toBe(3)

  await page.getByRole('button', { name: 'Annuler les 37' }).click()
  await expect(page.getByText(/^Annulée/).first()).toBeVisible()
  await expect(page.getByRole('table', { name: 'Annulées' }).getByRole('row')).toHaveCount(38)
  expect(await ouvertes(monde.caisse.id)).toBe(40)
  await page.getByRole('link', { name: 'Revenir à la file' }).click()
  await expect(page).toHaveURL(/vue=mes_demandes/)
})

test('une vue se filtre, se trie, s’enregistre et se partage', async ({ navigateurDe }) => {
  const monde = await creerMonde()
  await creerDemandes(monde, 4, { motifs: ['puma', 'autre_contact'] })
  const page = await navigateurDe(monde.agent.identifiant)
  await page.goto('/caisse/file?vue=toutes')
  await page.getByLabel('Partenaire', { exact: true }).selectOption({ index: 1 })
  await page.getByLabel('Service', { exact: true }).selectOption('dossier')
  await page.getByRole('button', { name: 'Filtrer' }).click()
  await expect(lignes(page)).toHaveCount(2)
  await page.getByRole('columnheader', { name: 'Reçue' }).getByRole('link').click()
  await expect(page.getByRole('columnheader', { name: 'Reçue' })).toHaveAttribute('aria-sort', 'ascending')
  await page.getByRole('link', { name: 'Enregistrer cette vue' }).click()
  await page.getByLabel('Nom de la vue').fill('Dossiers du partenaire')
  await page.getByRole('checkbox', { name: /^La partager/ }).check()
  await page.getByRole('button', { name: 'Enregistrer la vue' }).click()
  await expect(lignes(page)).toHaveCount(2)
  await expect(page.getByRole('link', { name: /^Dossiers du partenaire/, exact: false }).first()).toHaveAttribute(
    'aria-current',
    'page',
  )
  // Counted once the page was sent.
  const [{ id } = { id: '' }] = await sql<{ id: string }>(`SELECT id FROM vue_file WHERE "caisseId" = $1`, [
    monde.caisse.id,
  ])
  await expect
    .poll(async () => (await sql<{ n: number }>(`SELECT compte AS n FROM vue_file WHERE id = $1`, [id]))[0]?.n)
    .toBe(2)
  await page.goto('/caisse/file')
  await page.getByText('Autres vues').click()
  await verifierAxe(page)
  await page.getByRole('link', { name: 'Gérer les vues' }).click()
  await verifierAxe(page)
  await page.getByRole('link', { name: 'Modifier la vue Dossiers du partenaire' }).click()
  await page.getByRole('button', { name: 'Supprimer la vue' }).click()
  await expect(page.getByText('La vue est supprimée.')).toBeVisible()
})
