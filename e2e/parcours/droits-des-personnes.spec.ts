import { expect, sql, test, verifierAxe } from '../fixtures'
import { creerDemande, creerMonde } from '../monde'

const personne = {
  civilite: 'madame' as const,
  nomNaissance: 'Quéméneur-Tassin',
  nomUsage: '',
  prenom: 'Philomène',
  dateNaissance: '1979-05-21',
  departement: '14',
}

test('le DPO trouve les dossiers d’une personne, les copie, les limite, et l’agent n’en voit plus rien', async ({
  navigateurDe,
}) => {
  const monde = await creerMonde()
  const demande = await creerDemande(monde, { etat: 'prise_en_charge', agent: monde.agent, motif: 'puma', personne })
  const dpo = await navigateurDe(monde.dpo.identifiant)
  await dpo.goto('/caisse/personnes/nouvelle')
  await verifierAxe(dpo)
  await dpo.getByRole('radio', { name: 'Accès', exact: true }).check()
  await dpo.getByLabel('Arrivée par').selectOption('courrier')
  await dpo.getByLabel('Nom de naissance').fill('quemeneur tasin')
  await dpo.getByLabel('Prénom').fill('Philomene')
  await dpo.getByLabel('Ce qu’elle demande').fill('Copie de tout ce qui est gardé.')
  await dpo.getByRole('button', { name: 'Enregistrer la demande' }).click()
  await expect(dpo.getByRole('heading', { level: 1 })).toHaveText('Philomene quemeneur tasin')
  expect(dpo.url()).not.toMatch(/quemeneur/i)
  await verifierAxe(dpo)

  await dpo.getByRole('link', { name: 'Chercher ses dossiers' }).click()
  const dossier = dpo.getByRole('checkbox', { name: new RegExp(demande.reference) })
  await verifierAxe(dpo)
  await dossier.check()
  await dpo.getByRole('button', { name: 'Garder ces dossiers' }).click()
  await expect(dpo.getByRole('article')).toContainText('Mme Philomène Quéméneur-Tassin')
  await verifierAxe(dpo)

  const adresse = dpo.url().replace(/\/dossier$/, '')
  await dpo.goto(adresse)
  await dpo.getByRole('button', { name: 'Préparer la copie' }).click()
  const lien = dpo.getByRole('link', { name: 'Télécharger la copie (ZIP)' })
  await expect(async () => {
    await dpo.reload()
    await expect(lien).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 30_000 })
  const telechargement = dpo.waitForEvent('download')
  await lien.click()
  expect((await telechargement).suggestedFilename()).toMatch(/^copie-P\d\d-\d{4}\.zip$/)

  await dpo.goto(`${adresse}/dossier/limiter`)
  await verifierAxe(dpo)
  await dpo.getByLabel('Raison de la limitation').fill('La personne conteste une date.')
  await dpo.getByRole('button', { name: 'Limiter ces dossiers' }).click()
  await expect(dpo.getByRole('article')).toContainText('La personne conteste une date.')

  for (const [compte, page] of [
    [monde.agent, `/caisse/demandes/${demande.reference}`],
    [monde.technicien, `/demandes/${demande.reference}`],
  ] as const) {
    const navigateur = await navigateurDe(compte.identifiant)
    await navigateur.goto(page)
    await expect(navigateur.getByRole('heading', { level: 1 })).toHaveText('Dossier limité à la demande de la personne')
    await expect(navigateur.locator('body')).not.toContainText('Quéméneur')
    await verifierAxe(navigateur)
    await navigateur.goto(compte === monde.agent ? '/caisse/file?vue=toutes' : '/demandes/toutes')
    await expect(navigateur.getByText('Dossier limité à la demande de la personne').first()).toBeVisible()
    await expect(navigateur.locator('body')).not.toContainText('Quéméneur')
  }
  const ecrites = await sql<{ action: string }>(
    `SELECT DISTINCT action FROM journal WHERE "compteId" = $1 AND action LIKE 'personne.%'`,
    [monde.dpo.id],
  )
  expect(ecrites.map(({ action }) => action).sort()).toEqual([
    'personne.cherchee',
    'personne.dossier_vu',
    'personne.dossiers_retenus',
    'personne.enregistree',
    'personne.export_demande',
    'personne.export_telecharge',
    'personne.limitee',
  ])
})
