import { nomComplet } from '@/lib/socle/acteur'
import { expect, sql, test, verifierAxe } from '../fixtures'
import { alerte } from '../gestes'
import { creerAgent, creerDemande, creerMonde } from '../monde'

test('celui qui arrive second apprend qui s’occupe de la demande', async ({ navigateurDe }) => {
  const monde = await creerMonde()
  const collegue = await creerAgent(monde)
  const demande = await creerDemande(monde)
  const adresse = `/caisse/demandes/${demande.reference}`
  const premier = await navigateurDe(monde.agent.identifiant)
  const second = await navigateurDe(collegue.identifiant)
  await premier.goto(adresse)
  await second.goto(adresse)
  await expect(second.getByText(`${nomComplet(monde.agent)} consulte cette demande`)).toBeVisible()
  await verifierAxe(second)
  // The first word of an answer is said at once; the other page hears it as soon as it is looked at again.
  const dite = second.waitForResponse((reponse) => reponse.request().postData()?.includes('"ecrit":true') ?? false)
  await second.getByLabel('Votre réponse').fill('Bonjour,')
  await dite
  await premier.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await expect(premier.getByText(`${nomComplet(collegue)} écrit une réponse`)).toBeVisible()
  await second.getByLabel('Votre réponse').fill('')

  await premier.getByRole('button', { name: 'Je m’en occupe' }).click()
  await expect(premier.getByText('Prise en charge par vous')).toBeVisible()
  await second.getByRole('button', { name: 'Je m’en occupe' }).click()
  await expect(alerte(second, `« Prise en charge » par ${nomComplet(monde.agent)}`)).toBeVisible()
  await expect(second.getByText(`suivie par ${nomComplet(monde.agent)}`)).toBeVisible()
  await verifierAxe(second)
  const [suivi] = await sql(`SELECT "agentId" FROM demande WHERE id = $1`, [demande.id])
  expect(suivi).toEqual({ agentId: monde.agent.id })
})

test('dans la file aussi, le second à prendre une demande apprend qui l’a', async ({ navigateurDe }) => {
  const monde = await creerMonde()
  const collegue = await creerAgent(monde)
  const demande = await creerDemande(monde)
  const premier = await navigateurDe(monde.agent.identifiant)
  const second = await navigateurDe(collegue.identifiant)
  const prendre = { name: `Je m’en occupe, ${demande.reference}` }
  for (const page of [premier, second]) {
    await page.goto('/caisse/file')
    await expect(page.getByRole('button', prendre)).toBeVisible()
  }
  await premier.getByRole('button', prendre).click()
  await expect(premier.getByText(`Vous vous occupez de la demande ${demande.reference}.`)).toBeVisible()
  await verifierAxe(premier)
  await second.getByRole('button', prendre).click()
  await expect(alerte(second, `« Prise en charge » par ${nomComplet(monde.agent)}`)).toBeVisible()
  await expect(second.getByRole('button', prendre)).toHaveCount(0)
})

test('une réponse écrite pendant qu’un message arrivait est refusée, et son texte gardé', async ({ navigateurDe }) => {
  const monde = await creerMonde()
  const demande = await creerDemande(monde, { etat: 'prise_en_charge', agent: monde.agent })
  const agent = await navigateurDe(monde.agent.identifiant)
  const technicien = await navigateurDe(monde.technicien.identifiant)
  const reponse = 'Bonjour, il ne manque rien : la décision part demain.'
  const message = 'Une nouvelle attestation vient d’arriver, faut-il vous l’envoyer ?'
  await agent.goto(`/caisse/demandes/${demande.reference}`)
  await agent.getByLabel('Votre réponse').fill(reponse)

  await technicien.goto(`/demandes/${demande.reference}`)
  await technicien.getByLabel('Votre message').fill(message)
  await technicien.getByRole('button', { name: 'Envoyer le message' }).click()
  await expect(technicien.getByText(message)).toBeVisible()

  await agent.getByRole('button', { name: 'Envoyer la réponse' }).click()
  await expect(alerte(agent, 'La demande a changé depuis que vous l’avez ouverte')).toBeVisible()
  // The page came up to date around the text.
  await expect(agent.getByRole('region', { name: 'Échanges' })).toContainText(message)
  await expect(agent.getByLabel('Votre réponse')).toHaveValue(reponse)
  await verifierAxe(agent)
  const envoyes = await sql(`SELECT texte FROM message WHERE "demandeId" = $1 AND cote = 'caisse'`, [demande.id])
  expect(envoyes).toEqual([])

  await agent.getByRole('button', { name: 'Envoyer la réponse' }).click()
  await expect(agent.getByRole('region', { name: 'Échanges' })).toContainText(reponse)
  await expect(agent.getByLabel('Votre réponse')).toHaveValue('')
})

test('une demande close par un collègue ne se clôt pas deux fois', async ({ navigateurDe }) => {
  const monde = await creerMonde()
  const collegue = await creerAgent(monde)
  const demande = await creerDemande(monde, { etat: 'prise_en_charge', agent: monde.agent })
  const premier = await navigateurDe(monde.agent.identifiant)
  const second = await navigateurDe(collegue.identifiant)
  for (const page of [premier, second]) {
    await page.goto(`/caisse/demandes/${demande.reference}?agir=clore`)
    await page.getByRole('radio', { name: 'Réponse apportée' }).check()
    await page.getByLabel('Votre réponse').fill('Bonjour, voici la réponse.')
  }
  await premier.getByRole('button', { name: 'Répondre et clore' }).click()
  await expect(premier.getByText('Traitée', { exact: true }).first()).toBeVisible()
  await second.getByRole('button', { name: 'Répondre et clore' }).click()
  await expect(alerte(second, `« Traitée » par ${nomComplet(monde.agent)}`)).toBeVisible()
  await expect(second.getByLabel('Votre réponse')).toHaveValue('Bonjour, voici la réponse.')
  const [{ n } = { n: 0 }] = await sql<{ n: number }>(
    `SELECT count(*)::int AS n FROM message WHERE "demandeId" = $1 AND cote = 'caisse'`,
    [demande.id],
  )
  expect(n).toBe(1)
})

test('l’attribuer à un collègue, noter entre agents, reprendre : le partenaire ne voit pas les notes', async ({
  navigateurDe,
}) => {
  const monde = await creerMonde()
  const collegue = await creerAgent(monde)
  const demande = await creerDemande(monde, { etat: 'prise_en_charge', agent: monde.agent })
  const agent = await navigateurDe(monde.agent.identifiant)
  const note = 'Vérifié avec le service des prestations, rien ne manque.'
  await agent.goto(`/caisse/demandes/${demande.reference}`)
  await agent.getByRole('radio', { name: 'Note interne' }).check()
  await agent.getByLabel('Votre note, vue par la caisse seulement').fill(note)
  await verifierAxe(agent)
  await agent.getByRole('button', { name: 'Ajouter la note interne' }).click()
  await expect(agent.getByRole('region', { name: 'Échanges' })).toContainText(note)
  await agent.getByRole('link', { name: 'Attribuer', exact: true }).click()
  await agent.getByLabel('Qui suivra cette demande ?').selectOption({ label: nomComplet(collegue) })
  await verifierAxe(agent)
  await agent.getByRole('button', { name: 'Attribuer la demande' }).click()
  await expect(agent.getByText(`suivie par ${nomComplet(collegue)}`)).toBeVisible()

  const second = await navigateurDe(collegue.identifiant)
  await second.goto('/caisse/file?vue=mes_demandes')
  await second.getByRole('link', { name: demande.objet }).click()
  await expect(second.getByText(note)).toBeVisible()
  await second.getByRole('link', { name: 'Demander un complément' }).click()
  await second.getByLabel('Ce qui manque').fill('Il manque une pièce.')
  await second.getByRole('button', { name: 'Demander le complément' }).click()
  await second.getByRole('link', { name: 'Le dossier est complet' }).click()
  await verifierAxe(second)
  await second.getByRole('button', { name: 'Faire repartir le délai' }).click()
  await expect(second.getByText('Prise en charge par vous')).toBeVisible()

  const technicien = await navigateurDe(monde.technicien.identifiant)
  await technicien.goto(`/demandes/${demande.reference}`)
  await expect(technicien.getByText(nomComplet(collegue)).first()).toBeVisible()
  await expect(technicien.getByText(note)).toHaveCount(0)
})

test('un partenaire annule ce que personne n’a pris, et rouvre ce qui a été clos', async ({ navigateurDe }) => {
  const monde = await creerMonde()
  const aAnnuler = await creerDemande(monde)
  const close = await creerDemande(monde, { etat: 'traitee', agent: monde.agent })
  const page = await navigateurDe(monde.technicien.identifiant)
  await page.goto(`/demandes/${aAnnuler.reference}`)
  await page.getByRole('link', { name: 'Annuler la demande' }).click()
  await verifierAxe(page)
  await page.getByRole('button', { name: 'Annuler la demande' }).click()
  await expect(page.getByText('Demande annulée')).toBeVisible()
  await verifierAxe(page)
  await page.goto(`/demandes/${close.reference}`)
  await page.getByLabel('Votre message').fill('La réponse ne parle pas du renouvellement.')
  await page.getByRole('button', { name: 'Envoyer et rouvrir la demande' }).click()
  // Exactly: the form says «rouverte» before it is.
  await expect(page.getByText('Rouverte', { exact: true })).toBeVisible()
  const agent = await navigateurDe(monde.agent.identifiant)
  await agent.goto('/caisse/file?vue=mes_demandes')
  await expect(agent.getByRole('row').filter({ hasText: close.reference })).toContainText('Prise en charge par vous')
})
