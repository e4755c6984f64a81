import { enParties } from '@/lib/socle/jour'
import { ajouterJours, dateAParis } from '@/lib/socle/temps'
import { attendreCourriel, expect, sql, test, verifierAxe, verifierLargeur } from '../fixtures'
import { remplirDate, titre } from '../gestes'
import { creerMonde } from '../monde'

const dans = (jours: number) => enParties(ajouterJours(dateAParis(new Date()), jours))

test('un questionnaire, de ses questions à ses résultats', async ({ navigateurDe }) => {
  const { referent, gestionnaire, partenaire } = await creerMonde()
  const caisse = await navigateurDe(referent.identifiant)

  // Prepared with an error, corrected, then its questions, put in order.
  await caisse.goto('/caisse/bilans')
  await caisse.getByRole('link', { name: 'Voir les questionnaires' }).click()
  await caisse.getByRole('link', { name: 'Préparer un questionnaire' }).click()
  await caisse.getByLabel('Titre').fill('Votre année')
  await remplirDate(caisse.getByRole('group', { name: 'Jour d’ouverture' }), dans(0))
  await remplirDate(caisse.getByRole('group', { name: 'Dernier jour pour répondre' }), dans(-2))
  await verifierAxe(caisse)
  await verifierLargeur(caisse)
  await caisse.getByRole('button', { name: 'Enregistrer le brouillon' }).click()
  await expect(caisse.getByText('vient après l’ouverture').first()).toBeVisible()
  await remplirDate(caisse.getByRole('group', { name: 'Dernier jour pour répondre' }), dans(30))
  await caisse.getByRole('button', { name: 'Enregistrer le brouillon' }).click()
  await titre(caisse, 'Votre année')
  const poser = async (intitule: string, type: string) => {
    await caisse.getByRole('link', { name: 'Ajouter une question' }).click()
    await caisse.getByLabel('Question', { exact: true }).fill(intitule)
    await caisse.getByRole('radio', { name: type }).check()
    await caisse.getByRole('button', { name: 'Enregistrer la question' }).click()
    await expect(caisse.getByText('La question est enregistrée.')).toBeVisible()
  }
  await poser('Que changer ?', 'Texte libre')
  await poser('Êtes-vous satisfait ?', 'Note de 1 à 5')
  await verifierAxe(caisse)
  await caisse.getByRole('button', { name: 'Monter la question 2' }).click()
  await expect(caisse.getByText('1. Êtes-vous satisfait ?')).toBeVisible()
  await caisse.getByRole('link', { name: 'Envoyer aux partenaires' }).click()
  await verifierAxe(caisse)
  await caisse.getByRole('button', { name: 'Envoyer le questionnaire' }).click()
  await attendreCourriel(gestionnaire.courriel, /un questionnaire vous attend/i)

  // Answered with the keyboard alone, a part of it left out at first.
  const reponse = await navigateurDe(gestionnaire.identifiant)
  const tabulerVers = async (cible: ReturnType<typeof reponse.getByRole>) => {
    await expect(async () => {
      await reponse.keyboard.press('Tab')
      await expect(cible).toBeFocused({ timeout: 50 })
    }).toPass()
  }
  await reponse.goto('/equipe')
  await tabulerVers(reponse.getByRole('link', { name: /répondre au questionnaire/ }))
  await reponse.keyboard.press('Enter')
  await titre(reponse, 'Votre année')
  const adresse = new URL(reponse.url()).pathname
  await verifierAxe(reponse)
  await verifierLargeur(reponse)
  await tabulerVers(reponse.getByLabel('2. Que changer ?'))
  await reponse.keyboard.type('Des réponses plus courtes.')
  await tabulerVers(reponse.getByRole('button', { name: 'Relire avant d’envoyer' }))
  await reponse.keyboard.press('Enter')
  await expect(reponse.getByText('elle est obligatoire').first()).toBeVisible()
  await tabulerVers(reponse.getByRole('radio', { name: '1, pas du tout' }))
  for (let note = 1; note < 4; note += 1) await reponse.keyboard.press('ArrowRight')
  await expect(reponse.getByRole('radio', { name: '4', exact: true })).toBeChecked()
  await tabulerVers(reponse.getByRole('button', { name: 'Relire avant d’envoyer' }))
  await reponse.keyboard.press('Enter')
  await titre(reponse, 'Envoyer cette réponse ?')
  await expect(reponse.getByText('4 sur 5')).toBeVisible()
  await verifierAxe(reponse)
  await tabulerVers(reponse.getByRole('button', { name: 'Envoyer la réponse' }))
  await reponse.keyboard.press('Enter')
  await expect(
    reponse.getByRole('status').filter({ hasText: 'La réponse de votre organisme est envoyée' }),
  ).toBeVisible()
  await verifierAxe(reponse)

  // Another partenaire finds nothing there.
  const ailleurs = await creerMonde()
  const voisin = await navigateurDe(ailleurs.gestionnaire.identifiant)
  expect((await voisin.goto(adresse))?.status()).toBe(404)

  // Read by the caisse, then in the bilan.
  await caisse.reload()
  await expect(caisse.getByText('1 sur 1 partenaire.')).toBeVisible()
  await verifierAxe(caisse)
  await verifierLargeur(caisse)
  await caisse.getByRole('link', { name: 'Voir les résultats' }).click()
  await expect(caisse.getByText('Des réponses plus courtes.')).toBeVisible()
  await expect(caisse.getByText(partenaire.nom)).toBeVisible()
  await verifierAxe(caisse)
  await verifierLargeur(caisse)
  const csv = await caisse.request.get(`/api/questionnaires/${adresse.split('/').at(-1)}/resultats?format=csv`)
  expect(await csv.text()).toContain('Des réponses plus courtes.')
  const annee = dateAParis(new Date()).slice(0, 4)
  await caisse.goto(`/caisse/bilans?periode=${annee}`)
  await expect(caisse.getByRole('heading', { name: 'Questionnaire annuel' })).toBeVisible()
  await expect(caisse.getByText('4 sur 5 en moyenne')).toBeVisible()
  await verifierAxe(caisse)

  // Closed while a draft is open in another one: nothing is sent, nothing is lost.
  await sql(`UPDATE destinataire_questionnaire SET "envoyeLe" = NULL, version = 9 WHERE "caisseId" = $1`, [
    referent.caisseId,
  ])
  await reponse.goto(adresse)
  await reponse.getByLabel('2. Que changer ?').fill('Ce que j’écrivais.')
  await caisse.goto(`/caisse${adresse}/clore`)
  await verifierAxe(caisse)
  await caisse.getByRole('button', { name: 'Clore le questionnaire' }).click()
  await reponse.getByRole('button', { name: 'Relire avant d’envoyer' }).click()
  await expect(reponse.getByText(/est clos depuis le .* rien n’est envoyé/)).toBeVisible()
  await expect(reponse.getByLabel('2. Que changer ?')).toHaveValue('Ce que j’écrivais.')
  await reponse.reload()
  await expect(reponse.getByText('Ce que j’écrivais.')).toBeVisible()
  await verifierAxe(reponse)
})
