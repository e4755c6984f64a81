import { expect, sql, test } from '../fixtures'
import { alerte, continuer, titre, transmettre } from '../gestes'
import { creerBrouillon, creerMonde, type Monde } from '../monde'

const besoinEnBase = async (id: string) => {
  const [brouillon] = await sql<{ besoin: Record<string, string> }>(
    `SELECT donnees->'besoin' AS besoin FROM brouillon WHERE id = $1`,
    [id],
  )
  return brouillon?.besoin
}

const demandesDe = ({ technicien }: Monde) =>
  sql<{ id: string; reference: string }>(`SELECT id, reference FROM demande WHERE "auteurId" = $1`, [technicien.id])

test('le réseau coupé pendant la frappe se dit, et tout s’enregistre à son retour', async ({ navigateurDe }) => {
  const monde = await creerMonde()
  const brouillon = await creerBrouillon(monde)
  const page = await navigateurDe(monde.technicien.identifiant)
  await page.goto(brouillon.adresse('besoin'))
  const message = page.getByLabel('Votre message')
  await message.fill('Première phrase.')
  await expect.poll(() => besoinEnBase(brouillon.id)).toMatchObject({ message: 'Première phrase.' })
  await expect(page.getByText('Enregistré à')).toBeVisible()
  await page.context().setOffline(true)
  await message.fill('Première phrase. Seconde phrase, écrite dans le train.')
  await expect(page.getByText('Non enregistré : connexion coupée.')).toBeVisible()
  await continuer(page)
  await expect(alerte(page, 'La connexion est coupée. Votre saisie est gardée sur cette page')).toBeVisible()
  await expect(message).toHaveValue('Première phrase. Seconde phrase, écrite dans le train.')
  await page.context().setOffline(false)
  await expect
    .poll(() => besoinEnBase(brouillon.id), { timeout: 20_000 })
    .toMatchObject({ message: 'Première phrase. Seconde phrase, écrite dans le train.' })
  await continuer(page)
  await titre(page, 'Les pièces du dossier')
})

test('le réseau coupé pendant la transmission, avant ou après le serveur, ne perd ni ne double la demande', async ({
  navigateurDe,
}) => {
  const monde = await creerMonde()
  const brouillon = await creerBrouillon(monde)
  const page = await navigateurDe(monde.technicien.identifiant)
  await page.goto(brouillon.adresse('verifier'))
  await titre(page, 'Vérifiez avant de transmettre')
  await page.getByRole('checkbox', { name: /^J’atteste/ }).check()
  const bouton = page.getByRole('button', { name: /^Transmettre à la / })
  const coupure = alerte(page, 'La connexion est coupée')

  await page.context().setOffline(true)
  await bouton.click()
  await expect(coupure).toBeVisible()
  await page.context().setOffline(false)
  expect(await demandesDe(monde)).toEqual([])

  // The server files the demande, and its answer is lost on the way.
  await page.route('**/verifier', async (route) => {
    await route.fetch()
    await route.abort('connectionreset')
  })
  await bouton.click()
  await expect.poll(async () => (await demandesDe(monde)).length).toBe(1)
  await expect(coupure).toBeVisible()
  await expect(bouton).not.toHaveAttribute('aria-disabled')
  await page.unroute('**/verifier')
  const reference = await transmettre(page)
  expect(await demandesDe(monde)).toEqual([{ id: brouillon.id, reference }])
})

test('un double clic sur « Transmettre » dépose une seule demande', async ({ navigateurDe }) => {
  const monde = await creerMonde()
  const brouillon = await creerBrouillon(monde)
  const page = await navigateurDe(monde.technicien.identifiant)
  await page.goto(brouillon.adresse('verifier'))
  await page.getByRole('checkbox', { name: /^J’atteste/ }).check()
  await page.getByRole('button', { name: /^Transmettre à la / }).dblclick()
  await titre(page, 'Demande transmise')
  expect((await demandesDe(monde)).map(({ id }) => id)).toEqual([brouillon.id])
  await page.goBack()
  await expect(page.getByText((await demandesDe(monde))[0]?.reference ?? '').first()).toBeVisible()
})

test('deux fenêtres qui transmettent le même brouillon arrivent à la même demande', async ({ navigateurDe }) => {
  const monde = await creerMonde()
  const brouillon = await creerBrouillon(monde)
  const premiere = await navigateurDe(monde.technicien.identifiant)
  const seconde = await premiere.context().newPage()
  for (const page of [premiere, seconde]) {
    await page.goto(brouillon.adresse('verifier'))
    await titre(page, 'Vérifiez avant de transmettre')
  }
  const references = await Promise.all([transmettre(premiere), transmettre(seconde)])
  expect(references[0]).toBe(references[1])
  expect(await demandesDe(monde)).toHaveLength(1)
})

test('un brouillon commencé ici se reprend ailleurs, à l’étape où il en était', async ({ navigateurDe }) => {
  const monde = await creerMonde()
  const ici = await navigateurDe(monde.technicien.identifiant)
  const brouillon = await creerBrouillon(monde, { besoin: {} })
  await ici.goto(brouillon.adresse('besoin'))
  await ici.getByLabel('Votre message').fill('À finir depuis le téléphone.')
  await ici.getByRole('button', { name: 'Enregistrer et reprendre plus tard' }).click()
  await titre(ici, 'Ce qui vous attend')
  const ailleurs = await navigateurDe(monde.technicien.identifiant)
  await ailleurs.goto('/demandes')
  await ailleurs.getByRole('link', { name: /^Reprendre le brouillon/ }).click()
  await titre(ailleurs, 'Vérifiez avant de transmettre')
  await expect(ailleurs.getByText('À finir depuis le téléphone.')).toBeVisible()
})
