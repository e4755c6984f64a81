import type { Locator, Page } from '@playwright/test'
import { fichierJpeg, fichierPdf } from '../fichiers'
import { attendreCourriel, expect, test, verifierAxe } from '../fixtures'
import { allerA, champFichier, ligneDePiece, personnes, presser, taper, titre, verifierErreurs } from '../gestes'
import { creerMonde, creerTechnicien } from '../monde'

const motDePasse = 'Carotte-Horizon-Violon-58'

/** Radios are one stop: the arrows go from one to the next. */
async function choisir(page: Page, premier: Locator, voulu: Locator): Promise<void> {
  await allerA(page, premier)
  await page.keyboard.press('Space')
  for (let pas = 0; pas < 12 && !(await voulu.isChecked()); pas += 1) await page.keyboard.press('ArrowDown')
  await expect(voulu).toBeChecked()
  await expect(voulu).toBeFocused()
}

const continuer = (page: Page) => presser(page, page.getByRole('button', { name: 'Continuer', exact: true }))

test('un dossier se dépose au clavier seul, de la connexion à la confirmation', async ({ page }) => {
  const monde = await creerMonde()
  const compte = await creerTechnicien(monde, { motDePasse })
  await page.goto('/connexion')
  // The first stop leads over the header.
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: /contenu/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await taper(page, 'Identifiant', compte.identifiant)
  await taper(page, page.getByLabel('Mot de passe', { exact: true }), motDePasse)
  await page.keyboard.press('Enter')
  await titre(page, 'Ce qui vous attend')

  await presser(page, page.getByRole('link', { name: 'Faire étudier un dossier' }))
  await titre(page, 'Quel est le motif de la demande ?')
  const motifs = page.getByRole('radio')
  await choisir(page, motifs.first(), page.getByRole('radio', { name: 'Autre motif d’étude' }))
  await choisir(
    page,
    page.getByRole('radio', { name: 'Changement d’adresse' }),
    page.getByRole('radio', { name: 'Changement de RIB' }),
  )
  await continuer(page)

  await titre(page, 'Pour qui faites-vous cette demande ?')
  await continuer(page)
  await expect(page.getByRole('alert').filter({ hasText: 'à corriger' })).toBeFocused()
  // The first link of the summary leads to its field.
  await presser(page, page.getByRole('link', { name: 'Choisissez Madame ou Monsieur' }))
  await expect(page.getByRole('radio', { name: 'Madame' })).toBeFocused()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('radio', { name: 'Monsieur' })).toBeChecked()
  const { nom, prenom, jour, mois, annee } = personnes.traore
  await taper(page, 'Nom de naissance', nom)
  await taper(page, 'Prénom', prenom)
  const naissance = page.getByRole('group', { name: 'Date de naissance' })
  await taper(page, naissance.getByLabel('Jour'), jour)
  // The focus never moves by itself.
  await expect(naissance.getByLabel('Jour')).toBeFocused()
  await taper(page, naissance.getByLabel('Mois'), mois)
  await taper(page, naissance.getByLabel('Année'), annee)
  await taper(page, 'Département de résidence', 'Calv')
  await expect(page.getByLabel('Département de résidence')).toHaveValue('14')
  await continuer(page)

  await titre(page, 'La situation de la personne')
  await taper(page, 'Sa situation en quelques lignes', 'La banque de la personne a changé.')
  await continuer(page)

  await titre(page, 'Les pièces du dossier')
  for (const [code, fichier] of [
    ['rib', await fichierPdf('rib.pdf')],
    ['identite', await fichierJpeg('carte.jpg')],
  ] as const) {
    const champ = champFichier(page, code)
    await allerA(page, champ)
    await champ.setInputFiles(fichier)
    await expect(ligneDePiece(page, code).getByRole('link', { name: fichier.name })).toBeVisible({ timeout: 20_000 })
  }
  await verifierAxe(page)
  await continuer(page)

  await titre(page, 'Vérifiez avant de transmettre')
  await presser(page, page.getByRole('button', { name: /^Transmettre à la / }))
  await verifierErreurs(
    page,
    'Dites comment la personne a donné son accord',
    'Cochez cette attestation pour transmettre la demande',
  )
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('radio', { name: 'De vive voix' })).toBeFocused()
  await page.keyboard.press('Space')
  await presser(page, page.getByRole('checkbox', { name: /^J’atteste/ }), 'Space')
  await presser(page, page.getByRole('button', { name: /^Transmettre à la / }), 'Space')
  await titre(page, 'Demande transmise')
  await presser(page, page.getByRole('link', { name: 'Suivre cette demande' }))
  await titre(page, `${prenom} ${nom}`)
  await attendreCourriel(compte.courriel, /la caisse l’a bien reçue/)
})
