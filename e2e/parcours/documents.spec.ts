import { dateAParis } from '@/lib/socle/temps'
import { fichierPdf } from '../fichiers'
import { attendreCourriel, expect, sql, test, verifierAxe } from '../fixtures'
import { joindre } from '../gestes'
import { creerDemande, creerMonde } from '../monde'

test('un document est remis à un partenaire habilité, avec son reçu, et à aucun autre ; puis il expire', async ({
  navigateurDe,
}) => {
  const habilite = await creerMonde()
  const autre = await creerMonde()
  await sql(`UPDATE convention_caisse SET "habiliteDocuments" = true WHERE "caisseId" = $1`, [habilite.caisse.id])
  const [demande, ailleurs] = await Promise.all(
    [habilite, autre].map((monde) =>
      creerDemande(monde, { etat: 'prise_en_charge', agent: monde.agent, motif: 'attestation_droits' }),
    ),
  )
  if (!demande || !ailleurs) throw new Error('Il manque une demande.')
  const agent = await navigateurDe(habilite.agent.identifiant)
  await agent.goto(`/caisse/demandes/${demande.reference}`)
  await joindre(agent, 'reponse', await fichierPdf('attestation.pdf'))
  await attendreCourriel(habilite.technicien.courriel, /un document vous est remis/)

  const technicien = await navigateurDe(habilite.technicien.identifiant)
  await technicien.goto(`/demandes/${demande.reference}`)
  const documents = technicien.getByRole('region', { name: 'Les documents de la caisse' })
  await expect(documents).toContainText(/disponible jusqu’au .*Pas encore téléchargé/s)
  await verifierAxe(technicien)
  const lien = documents.getByRole('link', { name: 'attestation.pdf' })
  const adresse = (await lien.getAttribute('href')) ?? ''
  const telechargement = technicien.waitForEvent('download')
  await lien.click()
  expect((await telechargement).suggestedFilename()).toMatch(new RegExp(`^${demande.reference}-[a-z-]+-\\w{4}\\.pdf$`))
  await expect
    .poll(
      async () => (await sql('SELECT 1 FROM telechargement WHERE "compteId" = $1', [habilite.technicien.id])).length,
    )
    .toBe(1)
  await agent.reload()
  await expect(agent.getByRole('region', { name: 'Documents remis au partenaire' })).toContainText(
    `${habilite.technicien.nom} le `,
  )
  await verifierAxe(agent)

  // What was written about it is read on both sides.
  for (const [page, chemin] of [
    [technicien, '/demandes'],
    [agent, '/caisse/demandes'],
  ] as const) {
    await page.goto(`${chemin}/${demande.reference}/courriels`)
    await page.getByText('Lire le courriel').first().click()
    await expect(page.getByRole('main')).toContainText('Il reste disponible pour un temps limité')
    await verifierAxe(page)
  }

  // Past its last day: a page in words.
  await sql(`UPDATE piece_jointe SET "expireLe" = now() - interval '1 minute' WHERE "demandeId" = $1`, [demande.id])
  const expire = await technicien.goto(adresse)
  expect(expire?.status()).toBe(410)
  await expect(technicien.getByRole('heading', { level: 1 })).toHaveText('Ce document n’est plus disponible')
  await verifierAxe(technicien)
  await technicien.getByRole('link', { name: /Revenir à la demande/ }).click()
  await expect(documents).toContainText('demandez-le de nouveau à la caisse')

  // Another partenaire, not habilité: the screen says so, the route refuses, and the letter is noted instead.
  const collegue = await navigateurDe(autre.agent.identifiant)
  await collegue.goto(`/caisse/demandes/${ailleurs.reference}`)
  const remis = collegue.getByRole('region', { name: 'Documents remis au partenaire' })
  await expect(remis).toContainText('n’est pas habilité')
  await expect(remis.locator('input[type=file]')).toHaveCount(0)
  const refus = await collegue.evaluate(async (id) => {
    const corps = new FormData()
    corps.append('fichier', new File(['%PDF-1.4'], 'attestation.pdf', { type: 'application/pdf' }))
    const reponse = await fetch(`/api/pieces-jointes?demande=${id}&code=reponse`, { method: 'POST', body: corps })
    return { statut: reponse.status, texte: await reponse.text() }
  }, ailleurs.id)
  expect(refus).toMatchObject({ statut: 409, texte: expect.stringContaining('pas habilité') })
  await remis.getByRole('link', { name: 'Noter un envoi par courrier' }).click()
  await collegue.getByLabel('Document envoyé', { exact: true }).fill('Attestation de droits')
  await collegue.getByRole('button', { name: 'Noter l’envoi' }).click()
  await expect(collegue.getByRole('complementary')).toContainText('Attestation de droits')
  const [poste] = await sql<{ details: { posteLe: string } }>(
    `SELECT details FROM evenement WHERE "demandeId" = $1 AND type = 'document_poste'`,
    [ailleurs.id],
  )
  expect(poste?.details.posteLe).toBe(dateAParis(new Date()))
  const courriel = await attendreCourriel(autre.technicien.courriel, /un document est envoyé par courrier/)
  expect(courriel.texte).not.toContain('Attestation')
})
