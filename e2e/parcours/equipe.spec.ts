import type { Locator, Page } from '@playwright/test'
import { ecrireTableur } from '@/lib/socle/tableur'
import { attendreCourriel, expect, garderMots, sql, test, verifierAxe, verifierLargeur } from '../fixtures'
import { lienDuCourriel, seConnecter, titre, verifierErreurs } from '../gestes'
import { creerMonde, creerTechnicien } from '../monde'

const motDePasse = 'Lanterne-Ruisseau-Cerise-41'

/** Tab after Tab, as a person does, until this element has the focus. */
async function allerA(page: Page, cible: Locator): Promise<void> {
  await expect(cible).toBeAttached()
  for (let pas = 0; pas < 60; pas += 1) {
    if (await cible.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Après 60 tabulations, le focus n’est pas sur ${cible}.`)
}

async function taper(page: Page, libelle: string, texte: string): Promise<void> {
  await allerA(page, page.getByLabel(libelle, { exact: true }))
  await page.keyboard.type(texte)
}

async function presser(page: Page, cible: Locator, touche: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await allerA(page, cible)
  await page.keyboard.press(touche)
}

const attestations = ['est salariée ou bénévole', 'travaille sur un équipement', 'a une messagerie professionnelle']
const attestation = (page: Page, debut: string) => page.getByRole('checkbox', { name: new RegExp(`^${debut}`) })

test('un gestionnaire crée un technicien au clavier seul, qui reçoit le courriel, active son compte et se connecte', async ({
  page,
  navigateurDe,
}) => {
  const monde = await creerMonde()
  const courriel = `m.legall@${monde.partenaire.domaines[0]}`
  const gestion = await navigateurDe(monde.gestionnaire.identifiant)
  await gestion.goto('/equipe')
  await titre(gestion, 'Votre équipe')
  await presser(gestion, gestion.getByRole('link', { name: 'Ajouter un technicien' }))
  await titre(gestion, 'Ajouter un technicien')

  await presser(gestion, gestion.getByRole('button', { name: 'Créer le compte' }))
  await expect(gestion.getByRole('alert').filter({ hasText: '9 points à corriger' })).toBeFocused()
  // The first link of the summary leads to its field.
  await presser(gestion, gestion.getByRole('link', { name: 'Choisissez Madame ou Monsieur' }))
  await expect(gestion.getByRole('radio', { name: 'Madame' })).toBeFocused()
  await gestion.keyboard.press('Space')
  await taper(gestion, 'Nom', 'Le Gall')
  await taper(gestion, 'Prénom', 'Maëlle')
  await taper(gestion, 'Fonction', 'Conseillère sociale')
  await taper(gestion, 'Téléphone professionnel', '05 00 00 12 34')
  await taper(gestion, 'Adresse électronique professionnelle', 'm.legall@gmail.com')
  for (const debut of attestations) await presser(gestion, attestation(gestion, debut), 'Space')
  await presser(gestion, gestion.getByRole('button', { name: 'Créer le compte' }))
  await verifierErreurs(
    gestion,
    '« gmail.com » est une messagerie grand public. Indiquez l’adresse professionnelle de la personne.',
  )
  await verifierAxe(gestion)
  await presser(gestion, gestion.getByRole('link', { name: /messagerie grand public/ }))
  await gestion.keyboard.press('ControlOrMeta+a')
  await gestion.keyboard.type(courriel)
  // Nothing that was ticked or typed is lost.
  for (const debut of attestations) await expect(attestation(gestion, debut)).toBeChecked()
  await presser(gestion, gestion.getByRole('button', { name: 'Créer le compte' }))
  await titre(gestion, 'Votre équipe')
  await expect(gestion.getByRole('status').filter({ hasText: 'Le compte de Maëlle Le Gall est créé' })).toBeVisible()
  await expect(gestion.getByRole('row', { name: /Maëlle Le Gall/ })).toContainText('Lien non utilisé')

  const lien = lienDuCourriel(await attendreCourriel(courriel, /activez votre compte/), '/activation/')
  await page.goto(lien)
  await titre(page, 'Activer votre compte')
  const [compte] = await sql<{ identifiant: string }>('SELECT identifiant FROM compte WHERE courriel = $1', [courriel])
  await page.getByLabel('Nouveau mot de passe', { exact: true }).fill(motDePasse)
  await page.getByRole('button', { name: 'Activer mon compte' }).click()
  await titre(page, /Conditions/)
  await page.context().clearCookies()
  await page.goto('/connexion')
  await seConnecter(page, compte?.identifiant ?? '', motDePasse)
  await titre(page, /Conditions/)
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: 'J’accepte et je continue' }).click()
  await titre(page, 'Ce qui vous attend')

  await gestion.reload()
  await expect(gestion.getByRole('row', { name: /Maëlle Le Gall/ })).toContainText('Actif')
})

test('un lien remis de la main à la main ouvre le compte, une fois', async ({ page, navigateurDe }) => {
  const monde = await creerMonde()
  const invite = await creerTechnicien(monde, { etat: 'attente_activation' })
  const gestion = await navigateurDe(monde.gestionnaire.identifiant)
  await gestion.goto('/equipe')
  await gestion.getByRole('link', { name: /Copier un lien à lui remettre/ }).click()
  await gestion.getByRole('button', { name: 'Créer un lien' }).click()
  const champ = gestion.getByLabel('Lien d’activation')
  await expect(champ).toBeFocused()
  const lien = await champ.inputValue()
  await verifierAxe(gestion)
  // Shown once: the page, opened again, has it no more.
  await gestion.reload()
  await expect(champ).toHaveCount(0)

  await page.goto(lien)
  await titre(page, 'Activer votre compte')
  await expect(page.getByRole('main')).toContainText(invite.identifiant)
  await page.getByLabel('Nouveau mot de passe', { exact: true }).fill(motDePasse)
  await page.getByRole('button', { name: 'Activer mon compte' }).click()
  await titre(page, /Conditions/)
  await page.goto(lien)
  await titre(page, 'Ce lien a déjà servi')
})

test('une liste s’importe : ses fautes sont nommées, puis les comptes sont créés d’un coup', async ({
  navigateurDe,
}) => {
  const monde = await creerMonde()
  const domaine = monde.partenaire.domaines[0]
  const page = await navigateurDe(monde.gestionnaire.identifiant)
  const titres = ['Civilité', 'Nom', 'Prénom', 'Fonction', 'Téléphone', 'Courriel']
  const fichier = (courriel: string) => ({
    name: 'equipe.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(
      ecrireTableur('xlsx', {
        feuille: 'Équipe',
        colonnes: titres.map((titre) => ({ titre })),
        lignes: [
          ['Mme', 'Audouard', 'Claire', 'Bénévole', '0500001234', `c.audouard@${domaine}`],
          ['M.', 'Ganivet', 'Paul', 'Agent d’accueil', '0500001235', courriel],
        ],
      }),
    ),
  })
  await page.goto('/equipe/import')
  await page.getByLabel('Le fichier rempli').setInputFiles(fichier('p.ganivet@orange.fr'))
  await page.getByRole('button', { name: 'Vérifier le fichier' }).click()
  await verifierErreurs(
    page,
    'Ligne 3, « Courriel » : « orange.fr » est une messagerie grand public. Indiquez l’adresse professionnelle de la personne.',
  )
  await verifierAxe(page)
  await page.getByLabel('Le fichier rempli').setInputFiles(fichier(`p.ganivet@${domaine}`))
  await page.getByRole('button', { name: 'Vérifier le fichier' }).click()
  await expect(page.getByRole('heading', { name: '2 comptes à créer' })).toBeVisible()
  await verifierAxe(page)
  // A box too few: the list stays.
  await attestation(page, 'est salariée').check()
  await page.getByRole('button', { name: 'Créer les 2 comptes' }).click()
  await expect(page.getByRole('alert').filter({ hasText: '2 points à corriger' })).toBeFocused()
  for (const debut of attestations) await attestation(page, debut).check()
  await page.getByRole('button', { name: 'Créer les 2 comptes' }).dblclick()
  await titre(page, 'Votre équipe')
  await expect(page.getByRole('status').filter({ hasText: '2 comptes sont créés' })).toBeVisible()
  expect(await sql('SELECT 1 FROM compte WHERE courriel LIKE $1', [`%@${domaine}`])).toHaveLength(2)
})

test('un compte s’inactive après avoir dit ce qui se passe, puis se rétablit', async ({ navigateurDe }) => {
  const monde = await creerMonde()
  const page = await navigateurDe(monde.gestionnaire.identifiant)
  const collegue = await navigateurDe(monde.technicien.identifiant)
  await collegue.goto('/demandes')
  await titre(collegue, 'Ce qui vous attend')
  await page.goto(`/equipe/${monde.technicien.id}/inactiver`)
  await page.getByRole('button', { name: 'Inactiver le compte' }).click()
  await verifierErreurs(page, 'Choisissez le motif')
  await page.getByRole('radio', { name: 'Longue absence' }).check()
  await page.getByRole('button', { name: 'Inactiver le compte' }).click()
  await titre(page, 'Votre équipe')
  await expect(page.getByRole('status').filter({ hasText: 'est inactivé' })).toBeVisible()
  // The open session ends on its next request.
  await collegue.goto('/demandes')
  await expect(collegue).toHaveURL(/\/connexion/)
  await page.getByRole('link', { name: /^Rétablir le compte/ }).click()
  await page.getByRole('button', { name: 'Rétablir le compte' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'est rétabli' })).toBeVisible()
})

for (const largeur of [1280, 360]) {
  test(`les pages de l’équipe sont lisibles et accessibles à ${largeur} px`, async ({ navigateurDe }) => {
    const monde = await creerMonde()
    const invite = await creerTechnicien(monde, { etat: 'attente_activation' })
    const parti = await creerTechnicien(monde, { etat: 'inactif', inactiveLe: new Date() })
    const page = await navigateurDe(monde.gestionnaire.identifiant)
    await page.setViewportSize({ width: largeur, height: 900 })
    const adresses = [
      '/equipe',
      `/equipe?r=${await garderMots(monde.gestionnaire.identifiant, 'personne-de-ce-nom')}`,
      '/equipe/nouveau',
      '/equipe/import',
      `/equipe/${monde.technicien.id}`,
      `/equipe/${parti.id}`,
      `/equipe/${monde.technicien.id}/inactiver`,
      `/equipe/${invite.id}/lien`,
    ]
    for (const adresse of adresses) {
      await page.goto(adresse)
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
      await verifierLargeur(page)
      await verifierAxe(page)
    }
  })
}
