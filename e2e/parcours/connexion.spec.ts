import type { Page } from '@playwright/test'
import { motDePasseDemo } from '@/prisma/seed/demo/comptes'
import { attendreCourriel, test as commun, expect, ouvrirSession, sql, verifierAxe, verifierLargeur } from '../fixtures'
import { alerte, lienDuCourriel, seConnecter, titre, verifierErreurs } from '../gestes'
import { creerDemande, creerMonde, creerTechnicien } from '../monde'

/** Failures are counted by address too: each journey comes from its own. */
const test = commun.extend({
  extraHTTPHeaders: async ({ browserName: _ }, use) => {
    await use({
      // A network of its own: the machines of one are counted together.
      'x-forwarded-for': `2001:db8:${[1, 2].map(() => Math.floor(Math.random() * 65_536).toString(16)).join(':')}::1`,
    })
  },
})

const ancien = 'Girafe-Lanterne-Copeau-81'
const nouveau = 'Bouée-Ficelle-Marmotte-36'

async function fermerSessions(identifiant: string): Promise<void> {
  await sql(`UPDATE session SET "fermeeLe" = now() FROM compte c WHERE c.id = "compteId" AND identifiant = $1`, [
    identifiant,
  ])
}

/** A technicien and the address of a demande it can write about. */
async function preparerEchange() {
  const monde = await creerMonde()
  const compte = await creerTechnicien(monde, { motDePasse: ancien })
  const { reference } = await creerDemande(monde, { etat: 'prise_en_charge', agent: monde.agent })
  return { compte, adresse: `/demandes/${reference}` }
}

async function seDeconnecter(page: Page): Promise<void> {
  await page.locator('summary').filter({ hasText: 'Votre compte' }).click()
  await page.getByRole('button', { name: 'Se déconnecter' }).click()
  await page.waitForURL(/\/connexion/)
}

test('un technicien et un agent de la démonstration se connectent, chacun arrive chez lui', async ({ page }) => {
  await page.goto('/')
  await titre(page, 'Se connecter')
  await verifierAxe(page)
  await seConnecter(page, 'vaucreux-mlegall', motDePasseDemo)
  await page.waitForURL(/\/demandes$/)
  await titre(page, 'Ce qui vous attend')
  await seDeconnecter(page)
  await seConnecter(page, 'deuxvallees-faubertin', motDePasseDemo)
  await page.waitForURL(/\/caisse\/file$/)
  await expect(page.getByRole('table')).toBeVisible()
})

test('un mot de passe faux est refusé dans les mêmes mots qu’un compte inconnu, puis il faut attendre', async ({
  page,
}) => {
  const compte = await creerTechnicien(await creerMonde(), { motDePasse: ancien })
  await page.goto('/connexion')
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await verifierErreurs(page, 'Saisissez votre identifiant.', 'Saisissez votre mot de passe.')
  await verifierAxe(page)
  const refus = alerte(page, 'Identifiant ou mot de passe incorrect')
  await seConnecter(page, 'personne-inconnue', ancien)
  await expect(refus).toBeVisible()
  for (const essai of [1, 2, 3]) {
    await seConnecter(page, compte.identifiant, `${nouveau}${essai}`)
    await expect(refus).toBeVisible()
  }
  // The fifth failure opens a wait, during which even the right password is not looked at.
  await seConnecter(page, compte.identifiant, nouveau)
  await expect(refus).toBeVisible()
  await seConnecter(page, compte.identifiant, ancien)
  await expect(alerte(page, 'Trop d’essais. Attendez')).toBeVisible()
  await verifierAxe(page)
})

test('le compte en attente de la démonstration a reçu son lien, que l’ouvrir ne consomme pas', async ({ page }) => {
  const courriel = await attendreCourriel('cximenes@ccas-vaucreux.example', /activez votre compte/)
  const lien = lienDuCourriel(courriel, '/activation/')
  for (const _ of [1, 2]) {
    await page.goto(lien)
    await titre(page, 'Activer votre compte')
    await expect(page.getByText('vaucreux-cximenes', { exact: true })).toBeVisible()
  }
})

test('un compte s’active par le lien du courriel, accepte les conditions, et entre', async ({ page }) => {
  const compte = await creerTechnicien(await creerMonde(), { etat: 'attente_activation', cgu: false })
  await page.goto('/connexion')
  await page.getByRole('link', { name: 'Identifiant ou mot de passe oublié' }).click()
  await titre(page, 'Identifiant ou mot de passe oublié')
  await page.getByLabel('Adresse électronique professionnelle').fill(compte.courriel)
  await page.getByRole('button', { name: 'Recevoir le courriel' }).click()
  await titre(page, 'Regardez votre messagerie')
  const courriel = await attendreCourriel(compte.courriel, /votre identifiant/)
  const lien = lienDuCourriel(courriel, '/activation/')

  await page.goto(lien)
  await titre(page, 'Activer votre compte')
  await expect(page.getByText(compte.identifiant, { exact: true })).toBeVisible()
  await verifierAxe(page)
  const champ = page.getByLabel('Nouveau mot de passe')
  await champ.fill('court')
  await page.getByRole('button', { name: 'Activer mon compte' }).click()
  await expect(champ).toHaveAttribute('aria-invalid', 'true')
  await expect(page).toHaveTitle(/^Erreur\s: /)
  await champ.fill(nouveau)
  await page.getByRole('button', { name: 'Activer mon compte' }).click()

  await titre(page, 'Conditions d’utilisation')
  await verifierAxe(page)
  await page.goto('/demandes/nouvelle')
  await titre(page, 'Conditions d’utilisation')
  await page.getByRole('button', { name: 'J’accepte et je continue' }).click()
  await expect(page).toHaveTitle(/^Erreur\s: /)
  await page.getByRole('checkbox', { name: /J’ai lu les conditions/ }).check()
  await page.getByRole('button', { name: 'J’accepte et je continue' }).click()
  await page.waitForURL(/\/demandes\/nouvelle$/)

  await page.goto(lien)
  await titre(page, 'Ce lien a déjà servi')
  await verifierAxe(page)
})

test('le mot de passe oublié couvre les deux comptes d’une adresse, et le nouveau ouvre la porte', async ({ page }) => {
  const monde = await creerMonde()
  const compte = await creerTechnicien(monde, { motDePasse: ancien })
  const autre = await creerTechnicien(monde, { profil: 'gestionnaire', courriel: compte.courriel, motDePasse: ancien })
  await page.goto('/mot-de-passe/oublie')
  await page.getByLabel('Adresse électronique professionnelle').fill(compte.courriel)
  await page.getByRole('button', { name: 'Recevoir le courriel' }).click()
  await titre(page, 'Regardez votre messagerie')
  await verifierAxe(page)
  await verifierLargeur(page)
  const courriel = await attendreCourriel(compte.courriel, /votre identifiant/)
  for (const { identifiant } of [compte, autre]) expect(courriel.texte).toContain(identifiant)
  expect(courriel.texte).not.toContain(ancien)

  await page.goto(lienDuCourriel(courriel, '/mot-de-passe/nouveau/', compte.identifiant))
  await titre(page, /mot de passe/)
  await verifierAxe(page)
  await page.getByLabel('Nouveau mot de passe').fill(nouveau)
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await page.waitForURL(/\/demandes$/)
  await attendreCourriel(compte.courriel, /mot de passe a été changé/)

  await seDeconnecter(page)
  await seConnecter(page, compte.identifiant, ancien)
  await expect(alerte(page, 'Identifiant ou mot de passe incorrect')).toBeVisible()
  await seConnecter(page, compte.identifiant, nouveau)
  await page.waitForURL(/\/demandes$/)
})

test('une session fermée depuis un autre navigateur s’arrête à la demande suivante', async ({ navigateurDe }) => {
  const { technicien } = await creerMonde()
  const ici = await navigateurDe(technicien.identifiant)
  const ailleurs = await navigateurDe(technicien.identifiant)
  await ailleurs.goto('/demandes')
  await titre(ailleurs, 'Ce qui vous attend')
  await ici.goto('/compte')
  await titre(ici, 'Mon compte')
  await ici.getByRole('link', { name: 'Voir ce qui protège mon compte' }).click()
  await titre(ici, 'Sécurité')
  await verifierAxe(ici)
  await verifierLargeur(ici)
  await ici.getByRole('button', { name: /^Fermer la session/ }).click()
  await expect(ici.locator('#sessions').getByRole('listitem')).toHaveCount(1)
  await ailleurs.goto('/demandes/toutes')
  await titre(ailleurs, 'Se connecter')
  expect(new URL(ailleurs.url()).searchParams.get('retour')).toBe('/demandes/toutes')
  await ici.reload()
  await titre(ici, 'Sécurité')
})

test('une session qui finit pendant qu’on écrit ne fait rien perdre : on se reconnecte, le texte est de retour', async ({
  page,
}) => {
  const { compte, adresse } = await preparerEchange()
  const texte = 'Bonjour, la personne a changé d’adresse hier.\nMerci de me dire s’il faut un autre justificatif.'
  await page.goto(adresse)
  await seConnecter(page, compte.identifiant, ancien)
  await page.waitForURL((url) => url.pathname === adresse)
  await page.getByLabel('Votre message').fill(texte)
  await fermerSessions(compte.identifiant)
  await page.getByRole('button', { name: 'Envoyer le message' }).click()
  await titre(page, 'Se connecter')
  await seConnecter(page, compte.identifiant, ancien)
  await page.waitForURL((url) => url.pathname === adresse)
  await expect(page.getByLabel('Votre message')).toHaveValue(texte)
  // Even by a page that is gone at once, as the one a sign-in may show before it leaves.
  await page.reload()
  await expect(page.getByLabel('Votre message')).toHaveValue(texte)
  await expect(page.getByText('Votre session s’était fermée.')).toBeVisible()
  await verifierAxe(page)
  await page.getByRole('button', { name: 'Envoyer le message' }).click()
  await expect(page.getByRole('region', { name: 'Les échanges' })).toContainText('changé d’adresse hier')
  await expect(page.getByLabel('Votre message')).toHaveValue('')
})

test('sans JavaScript, une session finie mène à la connexion, qui dit que rien n’a été enregistré', async ({
  browser,
}) => {
  const { compte, adresse } = await preparerEchange()
  const contexte = await browser.newContext({ javaScriptEnabled: false, baseURL: process.env.E2E_URL })
  await contexte.addCookies([{ ...(await ouvrirSession(compte.identifiant)), url: process.env.E2E_URL ?? '' }])
  const page = await contexte.newPage()
  await page.goto(adresse)
  await page.getByLabel('Votre message').fill('La personne a changé d’adresse.')
  await fermerSessions(compte.identifiant)
  await page.getByRole('button', { name: 'Envoyer le message' }).click()
  await titre(page, 'Se connecter')
  await expect(page.getByRole('alert')).toContainText('n’a pas été enregistré')
  await page.getByLabel('Identifiant', { exact: true }).fill(compte.identifiant)
  await page.getByLabel('Mot de passe', { exact: true }).fill(ancien)
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await page.waitForURL((url) => url.pathname === adresse)
  await expect(page.getByLabel('Votre message')).toBeVisible()
  await contexte.close()
})
