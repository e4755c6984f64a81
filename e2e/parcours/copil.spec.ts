import ICAL from 'ical.js'
import { enParties } from '@/lib/socle/jour'
import { ajouterJours, dateAParis } from '@/lib/socle/temps'
import { lirePdf } from '@/tests/lire-copie'
import { attendreCourriel, expect, sql, test, verifierAxe, verifierLargeur } from '../fixtures'
import { remplirDate, titre } from '../gestes'
import { creerMonde } from '../monde'

const dans = (jours: number) => enParties(ajouterJours(dateAParis(new Date()), jours))
const annee = new Date().getFullYear() - 1

test('un COPIL préparé des deux côtés', async ({ navigateurDe }) => {
  const { referent, gestionnaire, partenaire } = await creerMonde()
  const caisse = await navigateurDe(referent.identifiant)
  const fait = (texte: string | RegExp) => ({ hasText: texte })

  // From the bilan: a date that is gone by, then the right one.
  await caisse.goto(`/caisse/bilans/${partenaire.id}?periode=${annee}`)
  await caisse.getByRole('link', { name: 'Préparer un COPIL' }).click()
  await titre(caisse, 'COPIL de la convention')
  await verifierAxe(caisse)
  await remplirDate(caisse.getByRole('group', { name: /Jour de la réunion/ }), dans(-3))
  await caisse.getByLabel(/^Heure/).fill('14 h 30')
  await caisse.getByLabel(/^Lieu ou lien/).fill('Mairie, salle du conseil')
  await caisse.getByRole('button', { name: 'Préparer le COPIL' }).click()
  await expect(caisse.getByText('Ce jour est passé : choisissez un jour à venir.').first()).toBeVisible()
  await expect(caisse.getByLabel(/^Lieu ou lien/)).toHaveValue('Mairie, salle du conseil')
  await remplirDate(caisse.getByRole('group', { name: /Jour de la réunion/ }), dans(20))
  await caisse.getByRole('button', { name: 'Préparer le COPIL' }).click()
  await expect(caisse.getByRole('status').filter(fait('Le COPIL est préparé.'))).toBeVisible()
  await caisse.getByLabel(/^Votre commentaire/).fill('Il manque souvent une pièce.')
  await caisse.getByRole('button', { name: 'Enregistrer le commentaire' }).click()
  await expect(caisse.getByRole('status').filter(fait('Le commentaire est enregistré.'))).toBeVisible()
  await verifierAxe(caisse)
  await verifierLargeur(caisse)

  // The gestionnaire comes from the mail, comments; somebody else has saved meanwhile.
  const { texte } = await attendreCourriel(gestionnaire.courriel, /la date d’un COPIL est fixée/)
  expect(texte).not.toContain('Mairie')
  const cheffe = await navigateurDe(gestionnaire.identifiant)
  await cheffe.goto(`/bilan?periode=${annee}`)
  await cheffe.getByRole('link', { name: 'Préparer le COPIL' }).click()
  await expect(cheffe.getByText('Il manque souvent une pièce.')).toBeVisible()
  const agenda = await cheffe.request.get(
    (await cheffe.getByRole('link', { name: 'Ajouter à mon agenda' }).getAttribute('href')) ?? '',
  )
  const evenement = new ICAL.Component(ICAL.parse(await agenda.text())).getFirstSubcomponent('vevent')
  expect(evenement?.getFirstPropertyValue('location')).toBe('Mairie, salle du conseil')
  await sql(
    `UPDATE copil SET "commentairePartenaire" = 'Texte d’une collègue', "commentairePartenaireLe" = now() WHERE "partenaireId" = $1`,
    [partenaire.id],
  )
  await cheffe.getByLabel(/^Votre commentaire/).fill('Les délais ont baissé.')
  await cheffe.getByRole('button', { name: 'Enregistrer le commentaire' }).click()
  await expect(cheffe.getByText('« Texte d’une collègue »').first()).toBeVisible()
  await expect(cheffe.getByLabel(/^Votre commentaire/)).toHaveValue('Les délais ont baissé.')
  await verifierAxe(cheffe)
  await cheffe.getByRole('checkbox', { name: /Remplacer le texte enregistré/ }).check()
  await cheffe.getByRole('button', { name: 'Enregistrer le commentaire' }).click()
  await expect(cheffe.getByRole('status').filter(fait('Le commentaire est enregistré.'))).toBeVisible()
  await verifierAxe(cheffe)
  await verifierLargeur(cheffe)

  // Held: a decision without text, then one; a meeting of tomorrow, then of today.
  await caisse.reload()
  await expect(caisse.getByText('Les délais ont baissé.')).toBeVisible()
  await caisse.getByRole('button', { name: 'Ajouter la décision' }).click()
  await expect(caisse.getByText('Écrivez ce qui est décidé').first()).toBeVisible()
  await caisse.getByLabel('Ce qui est décidé').fill('Former les équipes')
  await caisse.getByRole('radio', { name: 'La caisse' }).check()
  await remplirDate(caisse.getByRole('group', { name: /À faire avant le/ }), dans(90))
  await caisse.getByRole('button', { name: 'Ajouter la décision' }).click()
  await expect(caisse.getByRole('status').filter(fait('La décision est ajoutée.'))).toBeVisible()
  await remplirDate(caisse.getByRole('group', { name: 'La réunion a eu lieu le' }), dans(1))
  await caisse.getByLabel('Présents').fill('Camille Essai, référente')
  await caisse.getByRole('button', { name: 'Enregistrer le compte rendu' }).click()
  await expect(caisse.getByText(/Ce jour est à venir/).first()).toBeVisible()
  await remplirDate(caisse.getByRole('group', { name: 'La réunion a eu lieu le' }), dans(0))
  await caisse.getByRole('button', { name: 'Enregistrer le compte rendu' }).click()
  await expect(caisse.getByRole('status').filter(fait('Le compte rendu est enregistré.'))).toBeVisible()

  // Both read the same, and nothing is left to write.
  await attendreCourriel(gestionnaire.courriel, /le compte rendu d’un COPIL est à lire/)
  await cheffe.reload()
  for (const page of [caisse, cheffe]) {
    for (const mots of [
      'Camille Essai, référente',
      'Former les équipes',
      'Il manque souvent une pièce.',
      'Les délais ont baissé.',
    ])
      await expect(page.getByText(mots, { exact: true }).first()).toBeVisible()
    await expect(page.getByRole('button', { name: 'Enregistrer le commentaire' })).toHaveCount(0)
    await verifierAxe(page)
    await verifierLargeur(page)
  }
  // Each side takes the same away.
  for (const [page, adresse] of [
    [caisse, `/caisse/bilans/${partenaire.id}?periode=${annee}`],
    [cheffe, `/bilan?periode=${annee}`],
  ] as const) {
    await page.goto(adresse)
    const lien = await page.getByRole('link', { name: 'PDF, pour la réunion' }).getAttribute('href')
    const pdf = await page.request.get(lien ?? '')
    expect(pdf.headers()['content-type']).toBe('application/pdf')
    const lu = lirePdf(await pdf.body())
    for (const mots of ['Former les équipes', 'Il manque souvent une pièce.', 'Les délais ont baissé.'])
      expect(lu).toContain(mots)
  }
  // At the next one, what is still to do.
  await cheffe.goto(`/bilan/copil?periode=${annee + 1}`)
  await expect(cheffe.getByRole('region', { name: 'Décisions précédentes encore à faire' })).toContainText(
    'Former les équipes',
  )
})
