import type { Page } from '@playwright/test'
import { expect, sql, test, verifierAxe } from '../fixtures'
import { creerDemande, creerMonde, type Monde } from '../monde'

const NOM = 'Zarkovsky-Essai'

async function mondeAvecDemande(): Promise<Monde & { reference: string }> {
  const monde = await creerMonde()
  const { reference } = await creerDemande(monde, { motif: 'c2s' })
  await sql(`UPDATE demande SET "nomNaissance" = $2, "nomRecherche" = 'zarkovsky essai' WHERE reference = $1`, [
    reference,
    NOM,
  ])
  return { ...monde, reference }
}

/** The address, the title and what the browser keeps of both say nothing of who is looked for. */
async function rienNeNomme(page: Page): Promise<void> {
  const { url, titre, suites } = await page.evaluate(() => ({
    url: location.href,
    titre: document.title,
    suites: [...document.querySelectorAll('a')].map(({ href }) => href).join('\n'),
  }))
  for (const texte of [url, titre, suites]) expect(texte).not.toMatch(/zarkovsky/i)
  expect(url).toMatch(/[?&]r=[0-9a-f-]{36}/)
}

test('un nom cherché ne se lit dans aucune adresse, et survit au retour arrière', async ({ navigateurDe }) => {
  const { agent, technicien, reference, referent } = await mondeAvecDemande()
  for (const identifiant of [agent.identifiant, technicien.identifiant]) {
    const page = await navigateurDe(identifiant)
    await page.goto(identifiant === agent.identifiant ? '/caisse/file' : '/demandes/toutes')
    await page.getByLabel('Rechercher une demande').fill(NOM)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('cell', { name: reference, exact: true })).toBeVisible()
    await rienNeNomme(page)
    await verifierAxe(page)
    await page.getByRole('link', { name: NOM }).first().click()
    await expect(page).toHaveTitle(new RegExp(reference))
    await page.goBack()
    await expect(page.getByRole('cell', { name: reference, exact: true })).toBeVisible()
    await expect(page.getByRole('searchbox').last()).toHaveValue(NOM)
  }
  // The link is worth nothing to a colleague.
  const page = await navigateurDe(agent.identifiant)
  await page.goto('/caisse/file')
  await page.getByLabel('Rechercher une demande').fill(NOM)
  await page.keyboard.press('Enter')
  await page.waitForURL(/r=/)
  const [gardee] = await sql<{ id: string }>('SELECT id FROM recherche_gardee WHERE "compteId" = $1 LIMIT 1', [
    referent.id,
  ])
  expect(gardee).toBeUndefined()
  await sql('UPDATE recherche_gardee SET "compteId" = $1 WHERE "compteId" = $2', [referent.id, agent.id])
  await page.reload()
  await expect(page.getByText('Cette recherche n’est plus gardée')).toBeVisible()
  await expect(page.getByRole('cell', { name: reference, exact: true })).toHaveCount(0)
})

test('la file se filtre par un nom, avec et sans JavaScript, et une vue ne le garde pas', async ({
  browser,
  navigateurDe,
}) => {
  const { agent, reference } = await mondeAvecDemande()
  const avec = await navigateurDe(agent.identifiant)
  const contexte = await browser.newContext({
    baseURL: process.env.E2E_URL,
    javaScriptEnabled: false,
    storageState: await avec.context().storageState(),
  })
  const page = await contexte.newPage()
  await page.goto('/caisse/file?vue=toutes&agent=personne')
  await page.getByRole('searchbox', { name: 'Nom ou référence' }).fill('personne-de-ce-nom')
  await page.getByRole('button', { name: 'Filtrer' }).click()
  await expect(page.getByText(reference)).toHaveCount(0)
  expect(page.url()).toMatch(/vue=toutes.*agent=personne.*r=/)
  await page.getByRole('searchbox', { name: 'Nom ou référence' }).fill(NOM)
  await page.getByRole('button', { name: 'Filtrer' }).click()
  await expect(page.getByText(reference).first()).toBeVisible()
  expect(page.url()).not.toMatch(/zarkovsky/i)
  const adresse = page.url()
  await contexte.close()
  await avec.goto(adresse)
  await rienNeNomme(avec)
  await avec
    .getByRole('list', { name: 'Filtres actifs' })
    .getByRole('link', { name: new RegExp(NOM) })
    .click()
  await avec.waitForURL((url) => !url.searchParams.has('r') && url.searchParams.get('agent') === 'personne')
})
