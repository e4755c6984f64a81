import ICAL from 'ical.js'
import { enParties } from '@/lib/socle/jour'
import { ajouterJours, dateAParis } from '@/lib/socle/temps'
import { attendreCourriel, expect, sql, test, verifierAxe, verifierLargeur } from '../fixtures'
import { remplirDate, titre } from '../gestes'
import { creerMonde } from '../monde'

const dans = (jours: number) => enParties(ajouterJours(dateAParis(new Date()), jours))

test('une formation, de sa préparation à l’attestation', async ({ navigateurDe }) => {
  const { referent, technicien, gestionnaire } = await creerMonde()
  const caisse = await navigateurDe(referent.identifiant)

  // Prepared with an error, corrected, published to those it says.
  await caisse.goto('/caisse/formations')
  await caisse.getByRole('link', { name: 'Préparer une session' }).click()
  await caisse.getByLabel('Thème').fill('Déposer une demande complète')
  await caisse.getByLabel('Ce que la session apporte').fill('Les pièces, les délais, les erreurs fréquentes.')
  await remplirDate(caisse.getByRole('group', { name: 'Jour de la session' }), dans(-3))
  await caisse.getByLabel('De', { exact: true }).fill('9 h 30')
  await caisse.getByLabel('À', { exact: true }).fill('12 h')
  await caisse.getByLabel('Lieu', { exact: true }).fill('Salle des fêtes')
  await caisse.getByLabel('Places').fill('1')
  await remplirDate(caisse.getByRole('group', { name: 'Dernier jour pour s’inscrire' }), dans(-4))
  await verifierAxe(caisse)
  await verifierLargeur(caisse)
  await caisse.getByRole('button', { name: 'Enregistrer le brouillon' }).click()
  await expect(caisse.getByText('Ce jour est passé : choisissez un jour à venir.').first()).toBeVisible()
  await remplirDate(caisse.getByRole('group', { name: 'Jour de la session' }), dans(12))
  await remplirDate(caisse.getByRole('group', { name: 'Dernier jour pour s’inscrire' }), dans(10))
  await caisse.getByRole('button', { name: 'Enregistrer le brouillon' }).click()
  await titre(caisse, 'Déposer une demande complète')
  await caisse.getByRole('link', { name: 'Publier la session' }).click()
  await verifierAxe(caisse)
  await caisse.getByRole('button', { name: 'Publier la session' }).click()
  await expect(caisse.getByRole('status').filter({ hasText: 'La session est publiée' })).toBeVisible()
  await verifierAxe(caisse)
  await attendreCourriel(technicien.courriel, /une session vous est ouverte/)

  // Taken with the keyboard alone: from the list to the seat.
  const partenaire = await navigateurDe(technicien.identifiant)
  await partenaire.goto('/formations')
  await verifierAxe(partenaire)
  await verifierLargeur(partenaire)
  await partenaire.getByRole('link', { name: 'Déposer une demande complète' }).focus()
  await partenaire.keyboard.press('Enter')
  await titre(partenaire, 'Déposer une demande complète')
  await verifierAxe(partenaire)
  await expect(async () => {
    await partenaire.keyboard.press('Tab')
    await expect(partenaire.getByRole('button', { name: 'M’inscrire' })).toBeFocused({ timeout: 50 })
  }).toPass()
  await partenaire.keyboard.press('Enter')
  await expect(partenaire.getByText('Votre place est réservée.', { exact: true })).toBeVisible()
  const { calendriers } = await attendreCourriel(technicien.courriel, /votre inscription est enregistrée/)
  const calendrier = new ICAL.Component(ICAL.parse(calendriers[0]?.contenu ?? ''))
  expect(calendrier.getFirstPropertyValue('method')).toBe('REQUEST')
  expect(calendrier.getFirstSubcomponent('vevent')?.getFirstPropertyValue('location')).toBe('Salle des fêtes')

  // Full: the gestionnaire waits, then has the seat that the technicien gives back, and registers it again.
  const cheffe = await navigateurDe(gestionnaire.identifiant)
  await cheffe.goto(new URL(partenaire.url()).pathname)
  await expect(cheffe.getByText('La session est complète.')).toBeVisible()
  await cheffe.getByRole('button', { name: 'Me mettre en liste d’attente' }).click()
  await expect(cheffe.getByText('Vous êtes en liste d’attente.', { exact: true })).toBeVisible()
  await verifierAxe(cheffe)
  await partenaire.getByRole('button', { name: 'Me désinscrire' }).click()
  await expect(partenaire.getByRole('status').filter({ hasText: 'Votre inscription est retirée.' })).toBeVisible()
  await attendreCourriel(gestionnaire.courriel, /une place se libère/)
  await cheffe.reload()
  await expect(cheffe.getByText('Votre place est réservée.', { exact: true })).toBeVisible()

  // Held: the caisse notes who was there.
  await sql(
    `UPDATE formation SET "debutLe" = now() - interval '3 hours', "finLe" = now() - interval '1 hour' WHERE "caisseId" = $1`,
    [referent.caisseId],
  )
  await caisse.reload()
  await caisse.getByRole('checkbox', { name: new RegExp(gestionnaire.nom) }).check()
  await verifierAxe(caisse)
  await caisse.getByRole('button', { name: 'Noter les présences' }).click()
  await expect(caisse.getByRole('status').filter({ hasText: 'Les présences sont notées' })).toBeVisible()
  await verifierAxe(caisse)
  await verifierLargeur(caisse)
  await attendreCourriel(gestionnaire.courriel, /attestation de participation/)
  await cheffe.reload()
  await verifierAxe(cheffe)
  const adresse = await cheffe.getByRole('link', { name: 'Ouvrir mon attestation (PDF)' }).getAttribute('href')
  const reponse = await cheffe.request.get(adresse ?? '')
  expect(reponse.headers()['content-type']).toBe('application/pdf')
  expect((await partenaire.request.get(adresse ?? '')).status()).toBe(404)
})
