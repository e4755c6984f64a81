import type { Page } from '@playwright/test'
import { fichierJpeg } from '../fichiers'
import { expect, test, verifierAxe, verifierLargeur } from '../fixtures'
import { champFichier, continuer, ligneDePiece, personnes, remplirPersonne, seConnecter, titre } from '../gestes'
import { creerMonde, creerTechnicien } from '../monde'

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })

const motDePasse = 'Prairie-Bouchon-Comète-92'

/** The page as it stands, at both widths. */
async function verifier(page: Page): Promise<void> {
  await verifierAxe(page)
  for (const width of [320, 360]) {
    await page.setViewportSize({ width, height: 740 })
    await verifierLargeur(page)
  }
}

test('un signalement se dépose depuis un téléphone, sans rien faire glisser de côté', async ({ page }) => {
  const monde = await creerMonde()
  const compte = await creerTechnicien(monde, { motDePasse })
  await page.goto('/')
  await titre(page, 'Se connecter')
  await verifier(page)
  await seConnecter(page, compte.identifiant, motDePasse)
  await titre(page, 'Ce qui vous attend')
  await verifier(page)

  await page.getByRole('link', { name: 'Signaler une difficulté d’accès aux droits ou aux soins' }).tap()
  await titre(page, 'Quel est le motif de la demande ?')
  await page.getByText('Dossier complexe', { exact: true }).tap()
  await page.getByText('Dossier complexe, rupture de droits').tap()
  await verifier(page)
  await continuer(page)

  await titre(page, 'Pour qui faites-vous cette demande ?')
  await continuer(page)
  await expect(page.getByRole('alert').filter({ hasText: 'à corriger' })).toBeFocused()
  await verifier(page)
  await remplirPersonne(page, personnes.brisset)
  await continuer(page)

  await titre(page, 'La difficulté rencontrée')
  await page.getByText('Est perdue avec les démarches en ligne').tap()
  await page.getByLabel('La difficulté en quelques lignes').fill('Deux courriers sont restés sans réponse.')
  await page.getByLabel('Téléphone de la personne').fill('06 39 98 12 34')
  await page.getByText('Le matin', { exact: true }).tap()
  await verifier(page)
  await continuer(page)

  await titre(page, 'Les pièces du dossier')
  await verifier(page)
  const longue = await fichierJpeg('photo-du-courrier-recu-le-3-mars-de-la-part-de-la-caisse-avec-un-nom-tres-long.jpg')
  await champFichier(page, 'courriers').setInputFiles(longue)
  await expect(ligneDePiece(page, 'courriers').getByRole('link', { name: longue.name })).toBeVisible({
    timeout: 20_000,
  })
  await verifier(page)
  await continuer(page)

  await titre(page, 'Vérifiez avant de transmettre')
  await verifier(page)
  await page.getByText('De vive voix').tap()
  await page.getByText('J’atteste que la personne est informée').tap()
  await page.getByRole('button', { name: /^Transmettre à la / }).tap()
  await titre(page, 'Demande transmise')
  await verifier(page)

  await page.getByRole('link', { name: 'Suivre cette demande' }).tap()
  await titre(page, 'Éloïse Brisset-Essai')
  await verifier(page)
  await page.locator('summary').filter({ hasText: 'Menu' }).tap()
  await expect(page.getByRole('button', { name: 'Se déconnecter' })).toBeVisible()
  await verifierLargeur(page)
})
