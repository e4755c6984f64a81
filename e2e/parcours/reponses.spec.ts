import { fichierPdf } from '../fichiers'
import { expect, sql, test, verifierAxe } from '../fixtures'
import { laisserPartir, touchesPretes } from '../gestes'
import { creerDemande, creerMonde, type Monde } from '../monde'

const modele = (
  monde: Monde,
  titre: string,
  champs: { texte: string; acte?: string; issue?: string; service?: string },
) =>
  sql(
    `INSERT INTO modele_reponse (id, "caisseId", titre, texte, acte, issue, service) VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6)`,
    [monde.caisse.id, titre, champs.texte, champs.acte ?? 'repondre', champs.issue ?? null, champs.service ?? null],
  )

test('un agent répond par un modèle en deux touches, avec un fichier, puis se ravise : rien ne part', async ({
  navigateurDe,
}) => {
  const monde = await creerMonde()
  await sql(`UPDATE convention_caisse SET "habiliteDocuments" = true WHERE "caisseId" = $1`, [monde.caisse.id])
  await modele(monde, 'Bien reçu', {
    texte: 'Bonjour {{prenom_du_technicien}}, la demande {{reference}} est bien arrivée. {{agent}}',
  })
  const demande = await creerDemande(monde, { etat: 'prise_en_charge', agent: monde.agent })
  const texte = `Bonjour ${monde.technicien.prenom}, la demande ${demande.reference} est bien arrivée. ${monde.agent.prenom} ${monde.agent.nom}`
  const agent = await navigateurDe(monde.agent.identifiant)
  await agent.goto(`/caisse/demandes/${demande.reference}`)

  const ecrit = agent.getByLabel('Votre réponse')
  // What was typed stays, and the template comes after it.
  await ecrit.fill('Un mot de plus.')
  await touchesPretes(agent)
  await agent.getByRole('heading', { level: 1 }).click()
  await agent.keyboard.press('m')
  await expect(agent.getByRole('link', { name: 'Bien reçu' })).toBeFocused()
  await verifierAxe(agent)
  await agent.keyboard.press('1')
  await expect(ecrit).toHaveValue(`Un mot de plus.\n\n${texte}`)
  await expect(agent.getByRole('button', { name: 'Envoyer la réponse' })).toBeFocused()

  await agent.getByLabel(/^Joindre un fichier/).setInputFiles([await fichierPdf('attestation.pdf')])
  await expect(agent.getByRole('link', { name: /^attestation\.pdf/ })).toBeVisible({ timeout: 20_000 })
  await verifierAxe(agent)
  await ecrit.press('Control+Enter')
  const fil = agent.getByRole('region', { name: 'Échanges' })
  await expect(fil).toContainText(texte)
  await expect(fil.getByRole('link', { name: 'attestation.pdf' })).toBeVisible()
  await verifierAxe(agent)
  await agent.getByRole('button', { name: 'Retirer ce message' }).click()
  await expect(fil.getByText('Message retiré par vous')).toBeVisible()
  await expect(fil.getByRole('link', { name: 'attestation.pdf' })).toHaveCount(0)
  // Its words are back, to be corrected.
  await expect(ecrit).toHaveValue(`Un mot de plus.\n\n${texte}`)
  await verifierAxe(agent)

  await laisserPartir(demande.reference)
  const courriels = await sql<{ etat: string }>(
    `SELECT etat FROM courriel WHERE "demandeId" = $1 AND "porteSurId" IS NOT NULL`,
    [demande.id],
  )
  expect(courriels).toEqual([{ etat: 'retire' }])
  const technicien = await navigateurDe(monde.technicien.identifiant)
  await technicien.goto(`/demandes/${demande.reference}`)
  await expect(technicien.getByText(`Message retiré par ${monde.agent.prenom} ${monde.agent.nom}`)).toBeVisible()
  expect(await technicien.content()).not.toContain('Un mot de plus')
  await expect(technicien.getByRole('link', { name: 'attestation.pdf' })).toHaveCount(0)
  await verifierAxe(technicien)
})

test('un modèle clôt une demande en deux touches et ouvre la suivante ; la clôture se reprend', async ({
  navigateurDe,
}) => {
  const monde = await creerMonde()
  await modele(monde, 'C’est fait', {
    texte: 'Bonjour, c’est fait. {{agent}}',
    acte: 'clore',
    issue: 'reponse',
    service: 'contact',
  })
  const [une, deux] = [
    await creerDemande(monde, { etat: 'prise_en_charge', agent: monde.agent }),
    await creerDemande(monde, { etat: 'prise_en_charge', agent: monde.agent }),
  ]
  const agent = await navigateurDe(monde.agent.identifiant)
  await agent.goto(`/caisse/demandes/${une.reference}?vue=mes_demandes`)
  await touchesPretes(agent)
  await agent.getByRole('heading', { level: 1 }).click()
  await agent.keyboard.press('m')
  await agent.keyboard.press('1')
  await agent.waitForURL(/modele=/)
  await expect(agent.getByLabel(/^Votre réponse/)).toHaveValue(
    `Bonjour, c’est fait. ${monde.agent.prenom} ${monde.agent.nom}`,
  )
  const envoyer = agent.getByRole('button', { name: 'Répondre et clore' })
  await expect(envoyer).toBeFocused()
  await verifierAxe(agent)
  await agent.getByRole('checkbox', { name: 'Ouvrir ensuite la demande suivante de la vue' }).check()
  await envoyer.focus()
  await agent.keyboard.press('Enter')
  await agent.waitForURL(new RegExp(`/caisse/demandes/${deux.reference}\\?vue=mes_demandes`))
  // Remembered.
  await expect(agent.getByRole('checkbox', { name: /^Revenir ensuite à la vue/ })).toBeChecked()

  await agent.goto(`/caisse/demandes/${une.reference}`)
  await agent.getByRole('button', { name: 'Retirer cette réponse et annuler la clôture' }).click()
  await expect(agent.getByText('Clôture annulée, réponse retirée')).toBeVisible()
  expect(await sql(`SELECT etat, "closeLe" FROM demande WHERE id = $1`, [une.id])).toEqual([
    { etat: 'prise_en_charge', closeLe: null },
  ])
  expect(await sql(`SELECT usages FROM modele_reponse WHERE "caisseId" = $1`, [monde.caisse.id])).toEqual([
    { usages: 1 },
  ])
})
