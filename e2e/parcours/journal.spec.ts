import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expect, sql, test, verifierAxe, verifierLargeur } from '../fixtures'
import { presser, remplirDate, titre, verifierErreurs } from '../gestes'
import { creerAdministrateur, creerDemande, creerMonde, type Monde } from '../monde'

const personne = {
  civilite: 'madame' as const,
  nomNaissance: 'Rozendal-Kervella',
  nomUsage: '',
  prenom: 'Apolline',
  dateNaissance: '1968-02-09',
  departement: '14',
}
const naissance = { jour: '9', mois: '2', annee: '1968' }

/** As it stands, then as a phone shows it. */
async function regarder(page: Page): Promise<void> {
  await verifierAxe(page)
  await page.setViewportSize({ width: 360, height: 800 })
  await verifierLargeur(page)
  await page.setViewportSize({ width: 1280, height: 900 })
}

const deplier = async (page: Page, mots: string) => {
  const pli = page.locator('summary').filter({ hasText: mots })
  if (!(await pli.evaluate((resume) => (resume.parentElement as HTMLDetailsElement).open)))
    await presser(page, pli, 'Enter')
}

const chercher = (page: Page) => presser(page, page.getByRole('button', { name: 'Chercher', exact: true }))

const lignes = (page: Page) => page.getByRole('table', { name: 'Lignes du journal' }).getByRole('rowheader')

/** A new search from the whole list. */
async function recommencer(page: Page, base = '/caisse/journal'): Promise<void> {
  await page.goto(base)
  await deplier(page, 'Chercher dans le journal')
}

/** Something unusual that the account of the agent did. */
const signaler = ({ caisse, agent }: Monde) =>
  sql(
    `INSERT INTO signal (id, type, "caisseId", "compteId", nombre, repere, "premierRang", "dernierRang", "debutLe", "finLe", "creeLe")
     SELECT $1, 'lectures', $2, $3, 92, 80, min(id), max(id), min(le), max(le), now() FROM journal WHERE "compteId" = $3`,
    [randomUUID(), caisse.id, agent.id],
  )

test('le DPO cherche au journal, ouvre une ligne, l’exporte, et l’export s’y lit', async ({ navigateurDe }) => {
  const monde = await creerMonde()
  const demande = await creerDemande(monde, { etat: 'prise_en_charge', agent: monde.agent, personne })
  const agent = await navigateurDe(monde.agent.identifiant)
  await agent.goto(`/caisse/demandes/${demande.reference}`)
  await titre(agent, /./)

  const dpo = await navigateurDe(monde.dpo.identifiant)
  await recommencer(dpo)
  await deplier(dpo, 'Entre deux dates précises')
  await remplirDate(dpo.getByRole('group', { name: /^Du\b/ }), { jour: '5', mois: '3', annee: '2026' })
  await remplirDate(dpo.getByRole('group', { name: /^Au\b/ }), { jour: '1', mois: '3', annee: '2026' })
  await dpo.getByLabel('Nom et prénom').fill('Rozendal Apolline')
  await chercher(dpo)
  await verifierErreurs(
    dpo,
    'La fin vient avant le début : inversez les deux dates',
    'Ajoutez la date de naissance : un nom seul trouverait d’autres personnes',
  )
  await regarder(dpo)
  await expect(dpo.getByLabel('Nom et prénom')).toHaveValue('Rozendal Apolline')
  await recommencer(dpo)
  await dpo.getByLabel('Compte', { exact: false }).first().fill('personne-de-ce-nom')
  await chercher(dpo)
  await verifierErreurs(dpo, 'Aucun compte ne porte ce nom ni cet identifiant')

  await recommencer(dpo)
  await dpo.getByLabel('Nom et prénom').fill('rozendal apoline')
  await remplirDate(dpo.getByRole('group', { name: 'Date de naissance' }), naissance)
  await chercher(dpo)
  await verifierErreurs(dpo, 'Aucune demande de la caisse ne porte ce nom et cette date de naissance')
  await dpo.getByLabel('Nom et prénom').fill('rozendal kervella apolline')
  await chercher(dpo)
  await dpo.waitForURL(/\?recherche=/)
  expect(dpo.url()).not.toMatch(/rozendal/i)
  await expect(lignes(dpo).first()).toContainText(`la demande ${demande.reference}`)
  await regarder(dpo)

  const nomAgent = `${monde.agent.prenom} ${monde.agent.nom}`
  await recommencer(dpo)
  await dpo.getByLabel(/^Compte/).fill(monde.agent.identifiant)
  await dpo.getByLabel(/^Demande/).fill(demande.reference)
  await dpo.getByLabel(/^Acte/).selectOption('demande.consultee')
  await chercher(dpo)
  await expect(lignes(dpo)).toHaveText([`${nomAgent} a consulté la demande ${demande.reference}`])
  // What was searched is still there, to be refined.
  await deplier(dpo, 'Chercher dans le journal')
  await expect(dpo.getByLabel(/^Compte/)).toHaveValue(monde.agent.identifiant)
  await expect(dpo.getByLabel(/^Demande/)).toHaveValue(demande.reference)
  await presser(dpo, lignes(dpo).getByRole('link'))
  await expect(dpo.getByRole('main')).toContainText('Sceau vérifié')
  await expect(dpo.getByRole('main')).toContainText(monde.agent.identifiant)
  await regarder(dpo)
  await dpo.getByRole('main').getByRole('link', { name: 'Journal', exact: true }).click()
  await expect(lignes(dpo)).toHaveCount(1)

  const adresse = await dpo.getByRole('link', { name: 'Exporter ces lignes (CSV)' }).getAttribute('href')
  const csv = await (await dpo.request.get(adresse ?? '')).text()
  expect(csv).toContain(demande.reference)
  expect(csv.trim().split('\n')).toHaveLength(2)
  await recommencer(dpo)
  await dpo.getByLabel(/^Acte/).selectOption('journal.exporte')
  await chercher(dpo)
  await expect(lignes(dpo)).toContainText([`${monde.dpo.prenom} ${monde.dpo.nom} a exporté`])
})

test('le DPO regarde un usage inhabituel et le prend en compte ; nul autre de la caisse ne lit le journal', async ({
  navigateurDe,
}) => {
  const monde = await creerMonde()
  const agent = await navigateurDe(monde.agent.identifiant)
  await agent.goto('/caisse/file')
  await titre(agent, /./)
  await signaler(monde)
  const dpo = await navigateurDe(monde.dpo.identifiant)
  await dpo.goto('/caisse/journal')
  await dpo.getByRole('link', { name: 'Voir ce qui est signalé' }).press('Enter')
  await titre(dpo, 'Usages inhabituels')
  await expect(dpo.getByRole('main')).toContainText('92 demandes lues en une heure (repère : 80)')
  await regarder(dpo)
  await dpo.getByRole('link', { name: 'Prendre en compte' }).press('Enter')
  await presser(dpo, dpo.getByRole('button', { name: 'Prendre en compte' }))
  await expect(dpo.getByLabel('Ce que vous avez vérifié')).toHaveAttribute('aria-invalid', 'true')
  await verifierAxe(dpo)
  await dpo.getByLabel('Ce que vous avez vérifié').fill('Un remplacement, vu avec elle.')
  await presser(dpo, dpo.getByRole('button', { name: 'Prendre en compte' }))
  await expect(dpo.getByRole('main')).toContainText('Rien d’inhabituel')
  await dpo.getByRole('link', { name: 'Pris en compte' }).click()
  await expect(dpo.getByRole('main')).toContainText('Un remplacement, vu avec elle.')

  for (const { identifiant } of [monde.technicien, monde.gestionnaire, monde.agent, monde.referent]) {
    const autre = await navigateurDe(identifiant)
    for (const chemin of ['/caisse/journal', '/caisse/journal/1', '/caisse/journal/signaux', '/administration/journal'])
      expect((await autre.goto(chemin))?.status(), `${identifiant} ${chemin}`).toBe(404)
    expect((await autre.request.get('/api/journal/export')).status()).toBe(404)
  }
  expect((await dpo.goto('/administration/journal'))?.status()).toBe(404)
  // An address cut in the middle of a letter is a page that does not exist, in words.
  expect((await dpo.goto('/caisse/personnes/%E0%A4%A'))?.status()).toBe(404)
  await titre(dpo, 'Cette page n’existe pas')
})

test('l’administrateur lit le journal de toutes les caisses, sans y chercher par personne', async ({
  navigateurDe,
}) => {
  const monde = await creerMonde()
  const agent = await navigateurDe(monde.agent.identifiant)
  await agent.goto('/caisse/file')
  await titre(agent, /./)
  const page = await navigateurDe((await creerAdministrateur()).identifiant)
  await recommencer(page, '/administration/journal')
  await expect(page.getByLabel('Nom et prénom')).toHaveCount(0)
  await page.getByLabel(/^Compte/).fill(monde.agent.identifiant)
  await chercher(page)
  await expect(lignes(page).first()).toContainText(`${monde.agent.prenom} ${monde.agent.nom}`)
  await regarder(page)
  await page.goto('/administration/journal/signaux')
  await regarder(page)
  expect((await page.goto('/caisse/journal'))?.status()).toBe(404)
})
