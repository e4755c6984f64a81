import type { Page } from '@playwright/test'
import { enParties } from '@/lib/socle/jour'
import { ajouterJours, dateAParis } from '@/lib/socle/temps'
import { lirePdf } from '@/tests/lire-copie'
import { attendreCourriel, expect, sql, test, verifierAxe, verifierLargeur } from '../fixtures'
import { allerA, lienDuCourriel, presser, remplirDate, taper, titre, verifierErreurs } from '../gestes'
import { creerDemande, creerMonde } from '../monde'

const hier = enParties(ajouterJours(dateAParis(new Date()), -1))
const demain = enParties(ajouterJours(dateAParis(new Date()), 1))

/** As it stands, then as a phone shows it. */
async function regarder(page: Page): Promise<void> {
  await verifierAxe(page)
  await page.setViewportSize({ width: 360, height: 800 })
  await verifierLargeur(page)
  await page.setViewportSize({ width: 1280, height: 900 })
}

async function cocher(page: Page, nom: RegExp | string): Promise<void> {
  await presser(page, page.getByRole('checkbox', { name: nom }), 'Space')
}

const envoyer = (page: Page, nom: string) => presser(page, page.getByRole('button', { name: nom, exact: true }))

/** A row of the two clocks. */
const horloge = (page: Page, titreDeLigne: string) =>
  page.getByRole('main').locator('.resume__ligne').filter({ hasText: titreDeLigne })

test('une violation déclarée au clavier depuis une demande est suivie par le DPO jusqu’à sa clôture', async ({
  navigateurDe,
}) => {
  const monde = await creerMonde()
  const demande = await creerDemande(monde, { etat: 'prise_en_charge', agent: monde.agent })
  const page = await navigateurDe(monde.technicien.identifiant)
  await page.goto(`/demandes/${demande.reference}`)
  await page.getByRole('contentinfo').getByRole('link', { name: 'Déclarer une violation de données' }).press('Enter')
  await titre(page, 'Déclarer une violation de données')
  await regarder(page)

  await taper(page, 'En quelques mots', 'Une liste est partie au mauvais service.')
  await page.getByLabel('À quelle heure').fill('25 h 70')
  await page.getByLabel('Combien de personnes').fill('une dizaine')
  await envoyer(page, 'Déclarer la violation')
  await verifierErreurs(
    page,
    'Cochez ce qui s’est passé',
    'Écrivez une heure, par exemple 9 h 30',
    'Cochez les données concernées',
    'Écrivez un nombre, ou laissez vide si vous ne le savez pas',
  )
  await verifierAxe(page)
  await expect(page.getByLabel('En quelques mots')).toHaveValue('Une liste est partie au mauvais service.')
  await cocher(page, 'Des données ont pu être vues ou prises')
  await remplirDate(page.getByRole('group', { name: 'Quand l’avez-vous constatée' }), hier)
  await page.getByLabel('À quelle heure').fill('9 h 05')
  await cocher(page, 'Identité, date de naissance')
  await page.getByLabel('Combien de personnes').fill('12')
  await expect(page.getByLabel('Demandes ou comptes concernés')).toHaveValue(demande.reference)
  await envoyer(page, 'Déclarer la violation')
  await page.waitForURL(/\/violations\/[0-9a-f-]{36}\?declaree=oui$/)
  await expect(page.getByRole('main')).toContainText('sont prévenus')
  await expect(horloge(page, 'Prévenir la caisse')).toContainText('fait dans le délai')
  await expect(horloge(page, 'Notifier la CNIL')).toContainText(/il reste 7[12]\sh/)
  await regarder(page)
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  const reference = (await page.getByRole('heading', { level: 1 }).textContent())?.match(/V-\w{6}/)?.[0] ?? ''

  const [auDpo, auReferent] = [
    await attendreCourriel(monde.dpo.courriel, /violation de données est déclarée/),
    await attendreCourriel(monde.referent.courriel, /violation de données est déclarée/),
  ]
  expect(lienDuCourriel(auReferent, `/violations/${id}`)).toBeTruthy()
  expect(auDpo.texte).toContain(reference)
  expect(auDpo.texte + auDpo.html).not.toContain('mauvais service')

  const dpo = await navigateurDe(monde.dpo.identifiant)
  await dpo.goto('/caisse/accueil')
  await expect(dpo.getByRole('link', { name: `Violation de données ${reference}` })).toBeVisible()
  await dpo.goto(new URL(lienDuCourriel(auDpo, `/caisse/violations/${id}`)).pathname)
  await titre(dpo, `Violation de données ${reference}`)
  await regarder(dpo)
  await dpo.getByLabel('Pourquoi').fill('Le service a tout lu.')
  await envoyer(dpo, 'Enregistrer la qualification')
  await verifierErreurs(dpo, 'Dites si c’est une violation')
  await expect(dpo.getByLabel('Pourquoi')).toHaveValue('Le service a tout lu.')
  await dpo.getByRole('radio', { name: 'Oui, elle est avérée' }).check()
  await envoyer(dpo, 'Enregistrer la qualification')
  await verifierErreurs(dpo, 'Choisissez le niveau de risque')
  await dpo.getByRole('radio', { name: 'Risque pour les personnes', exact: true }).check()
  await envoyer(dpo, 'Enregistrer la qualification')
  await expect(dpo.getByRole('main')).toContainText('C’est enregistré : qualification.')

  await dpo.getByRole('link', { name: 'Notification à la CNIL' }).press('Enter')
  await dpo.getByRole('radio', { name: 'Oui, elle est notifiée' }).check()
  const jour = dpo.getByRole('group', { name: 'Depuis quel jour' })
  await remplirDate(jour, demain)
  await dpo.getByLabel('À quelle heure').fill('10 h')
  await envoyer(dpo, 'Enregistrer la réponse')
  await verifierErreurs(dpo, 'Cette date n’est pas encore passée')
  await verifierAxe(dpo)
  await remplirDate(jour, hier)
  await envoyer(dpo, 'Enregistrer la réponse')
  await expect(dpo.getByRole('main')).toContainText('C’est enregistré : notification à la CNIL.')
  await expect(horloge(dpo, 'Notifier la CNIL')).toContainText('fait dans le délai')

  await dpo.getByRole('link', { name: 'Information des personnes' }).click()
  await dpo.getByRole('radio', { name: 'Ce n’est pas nécessaire' }).check()
  await envoyer(dpo, 'Enregistrer la réponse')
  await verifierErreurs(dpo, 'Dites pourquoi ce n’est pas nécessaire')
  await dpo.getByLabel('Comment, ou pourquoi').fill('Le service est tenu au secret.')
  await envoyer(dpo, 'Enregistrer la réponse')
  await expect(dpo.getByRole('main')).toContainText('C’est enregistré : information des personnes.')
  await dpo.getByRole('link', { name: 'Noter une mesure' }).click()
  await dpo.getByLabel('Mesure prise').fill('La liste est détruite.')
  await envoyer(dpo, 'Noter la mesure')
  await expect(dpo.getByRole('main')).toContainText('C’est enregistré : mesure prise.')
  await dpo.getByRole('link', { name: 'Clore la violation' }).click()
  await dpo.getByLabel('Conclusion').fill('Vérifier les adresses avant d’envoyer.')
  await envoyer(dpo, 'Clore la violation')
  await expect(dpo.getByText('Close', { exact: true })).toBeVisible()

  const dossier = lirePdf(await (await dpo.request.get(`/api/violations/${id}/dossier`)).body())
  for (const mots of [reference, 'mauvais service', 'La liste est détruite', 'tenu au secret', 'fait dans le délai'])
    expect(dossier).toContain(mots)
  const donnees = await (await dpo.request.get(`/api/violations/${id}/dossier?format=json`)).json()
  expect(donnees).toMatchObject({ reference, caisses: [{ etat: 'averee' }] })
  expect(JSON.stringify(donnees.historique)).toContain('La liste est détruite')
  const registre = await (await dpo.request.get('/api/violations/registre?format=csv')).text()
  expect(registre).toContain(reference)
  expect(registre).toContain('Vérifier les adresses avant d’envoyer.')

  await page.goto('/violations')
  await expect(page.getByRole('listitem').filter({ hasText: reference })).toContainText('Close')
  await regarder(page)
  await page.getByRole('link', { name: reference }).click()
  await expect(horloge(page, 'Notifier la CNIL')).toContainText('fait dans le délai')
  const etranger = await navigateurDe((await creerMonde()).technicien.identifiant)
  expect((await etranger.goto(`/violations/${id}`))?.status()).toBe(404)
  expect((await etranger.request.get(`/api/violations/${id}/dossier`)).status()).toBe(404)
})

test('une violation de la caisse laisse à prévenir le partenaire le délai que la caisse a réglé', async ({
  navigateurDe,
}) => {
  const monde = await creerMonde({ caisse: { reglages: { delaiNotificationViolationHeures: 24 } } })
  const agent = await navigateurDe(monde.agent.identifiant)
  await agent.goto('/violations/declarer')
  await cocher(agent, 'Des données sont perdues ou inaccessibles')
  await taper(agent, 'En quelques mots', 'Un poste est bloqué.')
  await cocher(agent, 'Autres, ou je ne sais pas')
  const partenaire = agent.getByLabel('Partenaire concerné')
  await allerA(agent, partenaire)
  await partenaire.selectOption({ label: monde.partenaire.nom })
  await envoyer(agent, 'Déclarer la violation')
  await expect(horloge(agent, 'Prévenir le partenaire')).toContainText(/il reste 2[34]\sh/)
  await agent.getByLabel('Ajouter une information').fill('Deux dossiers y étaient ouverts.')
  await envoyer(agent, 'Ajouter l’information')
  await expect(agent.getByRole('main')).toContainText('la caisse en est prévenue')
  await attendreCourriel(monde.dpo.courriel, /violation de données est complétée/)

  const id = new URL(agent.url()).pathname.split('/').at(-1)
  const dpo = await navigateurDe(monde.dpo.identifiant)
  await dpo.goto('/caisse/violations')
  await expect(dpo.getByRole('row').nth(1)).toContainText(/il reste 2[34]\sh/)
  await regarder(dpo)
  await sql(
    `UPDATE violation_caisse SET "autrePartieAvant" = now() - interval '3 hours', etat = 'averee', risque = 'eleve',
       "qualifieeLe" = now() WHERE "violationId" = $1`,
    [id],
  )
  await dpo.goto(`/caisse/violations/${id}?acte=autorite#acte`)
  await expect(horloge(dpo, 'Prévenir le partenaire')).toContainText(/en retard de [23]\sh/)
  await dpo.getByRole('radio', { name: 'Ce n’est pas nécessaire' }).check()
  await dpo.getByLabel('Comment, ou pourquoi').fill('Peu de personnes.')
  await envoyer(dpo, 'Enregistrer la réponse')
  await verifierErreurs(
    dpo,
    'Le risque est élevé : la CNIL doit être notifiée. Changez d’abord la qualification si elle est fausse.',
  )
  await verifierAxe(dpo)
  await expect(dpo.getByLabel('Comment, ou pourquoi')).toHaveValue('Peu de personnes.')
})
