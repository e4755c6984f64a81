import type { Page } from '@playwright/test'
import { attendreCourriel, expect, sql, test, verifierAxe, verifierLargeur } from '../fixtures'
import { titre } from '../gestes'
import { creerMonde } from '../monde'

async function regarder(page: Page): Promise<void> {
  await verifierAxe(page)
  await page.setViewportSize({ width: 360, height: 800 })
  await verifierLargeur(page)
  await page.setViewportSize({ width: 1280, height: 900 })
}

/** With the keyboard alone. */
async function presserAuClavier(page: Page, role: 'link' | 'button', nom: string): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Tab')
    await expect(page.getByRole(role, { name: nom })).toBeFocused({ timeout: 50 })
  }).toPass()
  await page.keyboard.press('Enter')
}

test('un dysfonctionnement est signalé depuis une page, reçoit une réponse ; l’annuaire est confirmé au clavier', async ({
  navigateurDe,
}) => {
  const { referent, technicien, gestionnaire, partenaire } = await creerMonde()
  const pro = await navigateurDe(technicien.identifiant)
  await pro.goto('/demandes/nouvelle/dossier')
  await pro.getByRole('contentinfo').getByRole('link', { name: 'Signaler un dysfonctionnement' }).click()
  await titre(pro, 'Signaler un dysfonctionnement')
  // What leaves is shown before: the page without what it was about.
  await expect(pro.getByText('Nouvelle demande, choix du motif', { exact: true })).toBeVisible()
  await expect(pro.getByText('1280 pixels')).toBeVisible()
  await pro.getByLabel('Que faisiez-vous ?').fill('Je choisissais un motif.')
  await pro.getByLabel('Que s’est-il passé ?').fill('La page reste blanche.')
  await pro.getByRole('button', { name: 'Envoyer le signalement' }).click()
  await expect(pro.getByText('Dites si vous pouvez continuer').first()).toBeVisible()
  await regarder(pro)
  await pro.getByRole('radio', { name: 'Cela me bloque' }).check()
  await pro.getByRole('button', { name: 'Envoyer le signalement' }).click()
  await expect(pro.getByRole('status').filter({ hasText: 'C’est envoyé.' })).toBeVisible()
  await regarder(pro)
  await attendreCourriel(referent.courriel, /un dysfonctionnement est signalé/)

  const caisse = await navigateurDe(referent.identifiant)
  await caisse.goto('/support/recus')
  await regarder(caisse)
  await caisse.goto('/caisse/accueil')
  await caisse.getByRole('link', { name: /Répondre à un dysfonctionnement signalé/ }).click()
  await titre(caisse, /^Dysfonctionnement S-/)
  await regarder(caisse)
  await caisse.getByLabel('Votre réponse').fill('Essayez à nouveau : c’est corrigé.')
  await caisse.getByRole('radio', { name: 'C’est résolu' }).check()
  await caisse.getByRole('button', { name: 'Enregistrer la suite' }).click()
  await expect(caisse.getByRole('status').filter({ hasText: 'Le signalement est résolu' })).toBeVisible()

  await attendreCourriel(technicien.courriel, /une réponse à votre signalement/)
  await pro.goto('/support')
  await regarder(pro)
  await pro.getByRole('link', { name: /^S-/ }).click()
  await expect(pro.getByText('Essayez à nouveau : c’est corrigé.')).toBeVisible()
  await regarder(pro)

  // Long after its last confirmation, the directory of the partenaire is read again and confirmed.
  await sql(
    `WITH c AS (INSERT INTO contact_partenaire (id, "partenaireId", type, theme, nom, telephone, usage, horaires)
       VALUES (gen_random_uuid(), $1, 'theme', 'Hébergement d’urgence', 'Accueil de nuit', '0102030405', 'Une place le soir même', 'De 18 h à 22 h'))
     INSERT INTO confirmation_annuaire (id, "partenaireId", depuis) VALUES (gen_random_uuid(), $1, now() - interval '400 days')`,
    [partenaire.id],
  )
  await caisse.goto('/annuaire')
  await expect(caisse.getByText('Non confirmé depuis le')).toBeVisible()
  await expect(caisse.getByText('Une place le soir même')).toBeVisible()
  await regarder(caisse)
  const cheffe = await navigateurDe(gestionnaire.identifiant)
  await cheffe.goto('/equipe')
  await regarder(cheffe)
  await presserAuClavier(cheffe, 'link', 'Relire l’annuaire')
  await titre(cheffe, 'Confirmer l’annuaire')
  await regarder(cheffe)
  await presserAuClavier(cheffe, 'button', 'Tout est exact')
  await expect(cheffe.getByRole('status').filter({ hasText: 'Votre annuaire est confirmé' })).toBeVisible()
  await regarder(cheffe)
  await caisse.reload()
  await expect(caisse.getByText(/^Confirmé le/)).toBeVisible()
})
