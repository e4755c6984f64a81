import { createHash, randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { vues } from '@/lib/demandes/filtres-file'
import { etatsOuverts } from '@/lib/demandes/modele'
import { type Cible, type Profil, pages } from '../carte'
import { expect, garderMots, sql, test, verifierAxe, verifierLargeur } from '../fixtures'
import { preparerCarte } from '../preparer-carte'

const completes = process.env.EPREUVES === 'completes'

/**
 * Rules of axe: `npm run epreuves` asks them of every page, on a wide screen and on a phone; `npm test` of one page in three on a
 * wide screen, the same ones at each run. The journeys ask them of what they go through besides.
 */
const largeursAxe = (nom: string) => {
  if (completes) return [1280, 360]
  return createHash('sha256').update(nom).digest().readUInt8(0) % 3 === 0 ? [1280] : []
}

/** The rules of axe, and nothing wider than the window down to 320 px. */
async function examiner(
  page: Page,
  adresse: string,
  {
    statut = 200,
    arrivee = adresse,
    nom = adresse.replace(/[0-9a-f-]{36}/g, '*'),
  }: {
    statut?: number
    arrivee?: string | null /** Where the address differs from a run to the next. */
    nom?: string
  } = {},
): Promise<void> {
  const reponse = await page.goto(adresse)
  expect(reponse?.status(), adresse).toBe(statut)
  if (arrivee !== null) expect(new URL(page.url()).pathname).toBe(arrivee.replace(/\?.*/, ''))
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  await expect(page).toHaveTitle(/ – Espace Partenaires$/)
  const axe = largeursAxe(nom)
  // What fits in 320 px fits in 360 of the same layout.
  for (const width of completes ? [1280, 360, 320] : [320, ...axe]) {
    if (page.viewportSize()?.width !== width) await page.setViewportSize({ width, height: 800 })
    await verifierLargeur(page)
    if (axe.includes(width)) await verifierAxe(page)
  }
}

/** The demandes of the technicien of the demo, one for each state. */
const demandesParEtat = () =>
  sql<{ reference: string; etat: string }>(
    `SELECT DISTINCT ON (d.etat) d.reference, d.etat FROM demande d JOIN compte c ON c."structureId" = d."structureId"
     WHERE c.identifiant = 'vaucreux-mlegall' ORDER BY d.etat, d."majLe" DESC`,
  )

test('les pages ouvertes à tous', async ({ page }) => {
  for (const adresse of [
    '/connexion',
    '/mot-de-passe/oublie',
    '/cgu',
    '/confidentialite',
    '/accessibilite',
    '/aide',
    '/aide-connexion',
    '/maintenance',
    `/activation/${'x'.repeat(43)}`,
    `/mot-de-passe/nouveau/${'x'.repeat(43)}`,
  ])
    await examiner(page, adresse)
  await examiner(page, '/nulle-part', { statut: 404 })
})

test('la planche des composants', async ({ page }) => {
  await examiner(page, '/styleguide')
  await examiner(page, '/styleguide/cadres')
})

test('l’accueil et les listes d’un technicien', async ({ lectureDe }) => {
  const page = await lectureDe('vaucreux-mlegall')
  for (const adresse of [
    '/demandes',
    `/demandes?r=${await garderMots('vaucreux-mlegall', 'zzzz')}`,
    '/demandes/toutes',
    '/demandes/toutes?statut=traitee',
    '/demandes/nouvelle',
    '/bilan',
    '/bilan/demandes?quoi=traitees',
    '/compte',
    '/compte/securite',
    '/compte/securite/cles/nouvelle',
    '/double-authentification',
    '/mot-de-passe/changer',
  ])
    await examiner(page, adresse)
  // Nothing to remove nor to make again without an application: the page of what there is says so.
  for (const adresse of ['/compte/securite/codes', '/compte/securite/retirer']) {
    await page.goto(adresse)
    const dite = page.getByRole('status').filter({ hasText: /mettez-en d’abord une en place|rien à retirer/ })
    await expect(dite).toBeVisible()
  }
  await examiner(page, `/demandes/${randomUUID()}`, { statut: 404 })
})

test('une demande dans chacun de ses états, du côté du partenaire', async ({ lectureDe }) => {
  const page = await lectureDe('vaucreux-mlegall')
  const demandes = await demandesParEtat()
  expect(demandes.map(({ etat }) => etat)).toEqual(expect.arrayContaining([...etatsOuverts, 'traitee']))
  for (const { reference, etat } of demandes)
    await examiner(page, `/demandes/${reference}`, { nom: `partenaire ${etat}` })
  const [une] = demandes
  await examiner(page, `/demandes/${une?.reference}/confirmation`, { nom: 'confirmation' })
  const transmise = demandes.find(({ etat }) => etat === 'transmise')
  await examiner(page, `/demandes/${transmise?.reference}/annuler`, { nom: 'annuler' })
})

test('une demande dans chacun de ses états, du côté de la caisse', async ({ lectureDe }) => {
  const page = await lectureDe('deuxvallees-faubertin')
  for (const { reference, etat } of await demandesParEtat())
    await examiner(page, `/caisse/demandes/${reference}`, { nom: `caisse ${etat}` })
})

for (const vue of vues)
  test(`la vue « ${vue} » de la file`, async ({ lectureDe }) => {
    await examiner(await lectureDe('deuxvallees-faubertin'), `/caisse/file?vue=${vue}`)
  })

test('la file filtrée, et sans résultat', async ({ lectureDe }) => {
  const page = await lectureDe('deuxvallees-faubertin')
  await examiner(page, '/caisse/file?vue=toutes&service=dossier&urgent=oui&agent=personne')
  await examiner(page, `/caisse/file?vue=toutes&r=${await garderMots('deuxvallees-faubertin', 'zzzz')}`)
})

test('le choix de l’organisme, et un accès fermé', async ({ lectureDe }) => {
  await examiner(await lectureDe('lormoy-ghocquet'), '/demandes')
  const page = await lectureDe('morvelle-coury')
  await examiner(page, '/demandes/nouvelle/dossier')
  await page.goto('/demandes/nouvelle/dossier')
  await page.getByRole('button', { name: 'Continuer' }).click()
  await expect(page.getByRole('link', { name: 'Choisissez l’organisme de la personne' })).toBeVisible()
  await verifierAxe(page)
})

test('chaque étape d’un brouillon', async ({ lectureDe }) => {
  const page = await lectureDe('morvelle-coury')
  const [brouillon] = await sql<{ id: string }>(
    `SELECT b.id FROM brouillon b JOIN compte c ON c.id = b."compteId" WHERE c.identifiant = 'morvelle-coury' LIMIT 1`,
  )
  for (const etape of ['motif', 'personne', 'besoin', 'pieces', 'verifier', 'supprimer'])
    await examiner(page, `/demandes/brouillon/${brouillon?.id}/${etape}`)
})

test('l’équipe d’un gestionnaire, les conditions à accepter, le mot de passe à changer, les autres profils', async ({
  lectureDe,
}) => {
  await examiner(await lectureDe('vaucreux-jthiebaut'), '/', { arrivee: '/equipe' })
  await examiner(await lectureDe('brevalle-jandrieux'), '/', { arrivee: '/cgu' })
  await examiner(await lectureDe('arbelle-obellegarde'), '/', { arrivee: '/mot-de-passe/changer' })
  await examiner(await lectureDe('deuxvallees-hdesrosiers'), '/', { arrivee: '/caisse/accueil' })
  await examiner(await lectureDe('national-amontagnac'), '/', { arrivee: '/administration' })
})

let carte: { cible: Cible; comptes: Record<Profil, string | null> }
test.beforeAll(async () => {
  carte = await preparerCarte()
})

/** Those that have tests of their own above, or lead elsewhere. */
const vuesAilleurs = /^\/(demandes|compte|caisse\/(file|demandes)|administration$)/

for (const [nom, { adresse: vers, ouvertA }] of Object.entries(pages).filter(([nom]) => !vuesAilleurs.test(nom)))
  test(`la page ${nom}`, async ({ lectureDe }) => {
    const page = await lectureDe(carte.comptes[ouvertA[0] as Profil] ?? '')
    // What is published or closed already leads back to its record.
    await examiner(page, vers(carte.cible), { arrivee: null, nom })
  })
