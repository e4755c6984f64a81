import { fichierEicar, fichierPdf, fichierPiege } from '../fichiers'
import { attendreCourriel, expect, sql, test, verifierAxe } from '../fixtures'
import { champFichier, continuer, joindre, lienDuCourriel, ligneDePiece, titre, transmettre } from '../gestes'
import { creerBrouillon, creerDemande, creerMonde } from '../monde'

test('le fichier d’essai des antivirus, nu, n’est d’aucun format accepté, quel que soit son nom', async ({
  navigateurDe,
}) => {
  const monde = await creerMonde()
  const brouillon = await creerBrouillon(monde, { motif: 'autre_etude', variante: 'rib' })
  const page = await navigateurDe(monde.technicien.identifiant)
  await page.goto(brouillon.adresse('pieces'))
  for (const fichier of [fichierEicar('rib.pdf', 'application/pdf'), fichierEicar('carte.jpg', 'image/jpeg')]) {
    await champFichier(page, 'rib').setInputFiles(fichier)
    await expect(ligneDePiece(page, 'rib')).toContainText(`« ${fichier.name} » est refusé`)
    await expect(ligneDePiece(page, 'rib')).toContainText('ce format n’est pas accepté')
  }
  expect(await sql(`SELECT id FROM piece_jointe WHERE "brouillonId" = $1`, [brouillon.id])).toEqual([])
})

test('une pièce en cours d’analyse ne s’ouvre ni pour celui qui l’envoie, ni pour l’agent', async ({
  navigateurDe,
}) => {
  const monde = await creerMonde()
  const demande = await creerDemande(monde, { etat: 'prise_en_charge', agent: monde.agent })
  const page = await navigateurDe(monde.technicien.identifiant)
  await page.goto(`/demandes/${demande.reference}`)
  await joindre(page, 'autre', await fichierPdf('lettre.pdf'))
  // As before the antivirus answered.
  const [piece] = await sql<{ id: string }>(
    `UPDATE piece_jointe SET etat = 'en_analyse', "analyseeLe" = NULL WHERE "demandeId" = $1 RETURNING id`,
    [demande.id],
  )
  const agent = await navigateurDe(monde.agent.identifiant)
  await agent.goto(`/caisse/demandes/${demande.reference}`)
  await page.reload()
  await expect(ligneDePiece(page, 'autre')).toContainText('analyse en cours')
  await verifierAxe(page)
  const pieces = agent.getByRole('table', { name: 'Pièces de la demande' })
  await expect(pieces).toContainText('analyse antivirus en cours')
  for (const qui of [page, agent]) {
    await expect(qui.getByRole('link', { name: 'lettre.pdf' })).toHaveCount(0)
    for (const suffixe of ['', '?voir=1'])
      expect((await qui.request.get(`/api/pieces-jointes/${piece?.id}${suffixe}`)).status()).toBe(409)
  }
  // The page that waits learns of the end by itself.
  await sql(`UPDATE piece_jointe SET etat = 'saine', "analyseeLe" = now() WHERE id = $1`, [piece?.id])
  await expect(ligneDePiece(page, 'autre').getByRole('link', { name: 'lettre.pdf' })).toBeVisible()
})

// Without clamd, a demo says that files are not analysed; CI always has it.
if (process.env.E2E_ANTIVIRUS) {
  test('un virus dans un PDF ou sous un nom d’image est refusé à sa pièce, et la demande se transmet sans lui', async ({
    navigateurDe,
  }) => {
    const monde = await creerMonde()
    const brouillon = await creerBrouillon(monde)
    const page = await navigateurDe(monde.technicien.identifiant)
    await page.goto(brouillon.adresse('pieces'))
    await joindre(page, 'autre', await fichierPdf('sain.pdf'))
    const ligne = ligneDePiece(page, 'autre')
    for (const type of ['pdf', 'jpeg'] as const) {
      const nom = `piege.${type === 'pdf' ? 'pdf' : 'jpg'}`
      await champFichier(page, 'autre').setInputFiles(await fichierPiege(nom, type))
      await expect(ligne).toContainText(`« ${nom} » est refusé : l’antivirus y a trouvé un virus`, { timeout: 20_000 })
    }
    await verifierAxe(page)
    await continuer(page)
    const reference = await transmettre(page)
    const agent = await navigateurDe(monde.agent.identifiant)
    await agent.goto(`/caisse/demandes/${reference}`)
    await expect(agent.getByRole('link', { name: 'sain.pdf (nouvel onglet)' })).toBeVisible()
    await expect(agent.getByRole('link', { name: /piege/ })).toHaveCount(0)
    const infectees = await sql<{ id: string; etat: string }>(
      `SELECT p.id, p.etat FROM piece_jointe p JOIN demande d ON d.id = p."demandeId" WHERE reference = $1 AND p.etat <> 'saine'`,
      [reference],
    )
    expect(infectees.map(({ etat }) => etat)).toEqual(['infectee', 'infectee'])
    for (const { id } of infectees)
      for (const qui of [page, agent]) expect((await qui.request.get(`/api/pieces-jointes/${id}`)).status()).toBe(404)
  })

  test('un virus envoyé après le dépôt : l’auteur l’apprend par courriel, la demande reste', async ({
    navigateurDe,
  }) => {
    const monde = await creerMonde()
    const demande = await creerDemande(monde, { etat: 'prise_en_charge', agent: monde.agent })
    const page = await navigateurDe(monde.technicien.identifiant)
    await page.goto(`/demandes/${demande.reference}`)
    await champFichier(page, 'autre').setInputFiles(await fichierPiege('facture.pdf', 'pdf'))
    await expect(ligneDePiece(page, 'autre')).toContainText('l’antivirus y a trouvé un virus', { timeout: 20_000 })
    const courriel = await attendreCourriel(
      monde.technicien.courriel,
      new RegExp(`${demande.reference}.*pièce est à renvoyer`),
    )
    expect(courriel.texte).not.toContain('facture')
    await page.goto(lienDuCourriel(courriel, '/demandes/'))
    await titre(page, `${demande.prenom} ${demande.nomNaissance}`)
    await expect(page.getByText('Pièce refusée par l’antivirus')).toBeVisible()
  })
}
