import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { motDePasseDemo } from '@/prisma/seed/demo/comptes'
import { fichierJpeg, fichierPdf } from './fichiers'
import { expect, sql, test } from './fixtures'
import {
  champFichier,
  commencer,
  continuer,
  joindre,
  ligneDePiece,
  remplirPersonne,
  titre,
  transmettre,
} from './gestes'

const dossier = join(import.meta.dirname, '..', 'docs', 'captures')

/** The page as it stands, on an ordinary screen and on a phone. */
async function capturer(page: Page, nom: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  for (const [width, height] of [
    [1280, 900],
    [360, 740],
  ] as const) {
    await page.setViewportSize({ width, height })
    await page.evaluate(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
      window.scrollTo(0, 0)
    })
    const image = await page.screenshot({ animations: 'disabled' })
    // A palette: a third of the size, for a repository that keeps every version.
    await sharp(image)
      .png({ palette: true, quality: 90 })
      .toFile(join(dossier, `${nom}-${width}.png`))
  }
  await page.setViewportSize({ width: 1280, height: 900 })
}

/** Pictures of the README, from the demo data: `npm run captures`. */
if (process.env.CAPTURES) {
  test.beforeAll(() => {
    mkdirSync(dossier, { recursive: true })
  })

  test('les images du README, côté partenaire', async ({ page, navigateurDe }) => {
    await page.goto('/connexion')
    await page.getByLabel('Identifiant', { exact: true }).fill('vaucreux-mlegall')
    await page.getByLabel('Mot de passe', { exact: true }).fill(motDePasseDemo)
    await capturer(page, 'connexion')

    const chezElle = await navigateurDe('vaucreux-mlegall')
    await chezElle.goto('/demandes')
    await titre(chezElle, 'Ce qui vous attend')
    await capturer(chezElle, 'accueil')

    await commencer(chezElle, 'dossier', 'Étude de complémentaire santé solidaire (C2S)', 'C2S, première demande')
    await continuer(chezElle)
    await remplirPersonne(chezElle, {
      civilite: 'Madame',
      nom: 'Guérin-Hoël',
      prenom: 'Françoise',
      jour: '2',
      mois: '12',
      annee: '1948',
    })
    await expect(chezElle.getByText('Enregistré à')).toBeVisible()
    await capturer(chezElle, 'pour-qui')
    await continuer(chezElle)
    const situation =
      'Madame est sans complémentaire depuis le décès de son mari. Deux courriers sont restés sans réponse.'
    await chezElle.getByLabel('Sa situation en quelques lignes').fill(situation)
    await chezElle.getByRole('radio', { name: 'Non', exact: true }).check()
    await continuer(chezElle)

    await titre(chezElle, 'Les pièces du dossier')
    await joindre(chezElle, 'identite', await fichierJpeg('carte-recto.jpg'), await fichierJpeg('carte-verso.jpg'))
    await joindre(chezElle, 'avis_imposition', await fichierPdf('avis-impots.pdf'))
    await joindre(chezElle, 'ressources', await fichierPdf('pensions.pdf'))
    await champFichier(chezElle, 'rib').setInputFiles(await fichierPdf('rib.pdf', { protege: true }))
    await expect(ligneDePiece(chezElle, 'rib')).toContainText('il est protégé par un mot de passe')
    await capturer(chezElle, 'pieces')
    await joindre(chezElle, 'rib', await fichierPdf('rib-bis.pdf'))
    await joindre(chezElle, 'justificatif_domicile', await fichierPdf('quittance.pdf'))
    await continuer(chezElle)

    await titre(chezElle, 'Vérifiez avant de transmettre')
    await capturer(chezElle, 'verifier')
    await transmettre(chezElle)
    await capturer(chezElle, 'confirmation')
  })

  test('les images du README, côté caisse', async ({ navigateurDe }) => {
    const agent = await navigateurDe('deuxvallees-faubertin')
    await agent.goto('/caisse/file')
    await expect(agent.getByRole('table')).toBeVisible()
    await capturer(agent, 'file')
    const [demande] = await sql<{ reference: string }>(
      `SELECT d.reference FROM demande d JOIN compte c ON c.id = d."agentId" WHERE c.identifiant = 'deuxvallees-faubertin'
       AND d."nomNaissance" = 'Brisset' AND d.etat = 'prise_en_charge' ORDER BY d.reference LIMIT 1`,
    )
    await agent.goto(`/caisse/demandes/${demande?.reference}?vue=mes_demandes`)
    await expect(agent.getByText('Prise en charge par vous')).toBeVisible()
    await capturer(agent, 'demande')
  })
  test('les images du README, la gouvernance', async ({ navigateurDe }) => {
    const referent = await navigateurDe('deuxvallees-hdesrosiers')
    await referent.goto('/caisse/conventions')
    await referent.getByRole('link', { name: /Saint-Aubrac/ }).click()
    await titre(referent, /^Convention avec/)
    await capturer(referent, 'convention')
    const gestionnaire = await navigateurDe('vaucreux-jthiebaut')
    await gestionnaire.goto('/equipe')
    await titre(gestionnaire, 'Votre équipe')
    await capturer(gestionnaire, 'equipe')
  })

  test('les images du README, ce que les deux côtés regardent ensemble', async ({ navigateurDe }) => {
    const gestionnaire = await navigateurDe('vaucreux-jthiebaut')
    await gestionnaire.goto('/bilan')
    await titre(gestionnaire, 'Bilan de la convention')
    await capturer(gestionnaire, 'bilan')
    const referent = await navigateurDe('deuxvallees-hdesrosiers')
    const [tenu] = await sql<{ partenaireId: string; periode: string }>(
      `SELECT c."partenaireId", c.periode FROM copil c JOIN compte r ON r."caisseId" = c."caisseId"
       WHERE r.identifiant = 'deuxvallees-hdesrosiers' AND c.etat = 'tenu' ORDER BY c.au DESC LIMIT 1`,
    )
    await referent.goto(`/caisse/bilans/${tenu?.partenaireId}/copil?periode=${tenu?.periode}`)
    await titre(referent, 'COPIL de la convention')
    await capturer(referent, 'copil')
    const technicien = await navigateurDe('vaucreux-mlegall')
    await technicien.goto('/guide/technicien')
    await titre(technicien, 'Guide du technicien')
    await capturer(technicien, 'guide')
  })
}
