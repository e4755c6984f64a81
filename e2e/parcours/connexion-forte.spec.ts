import type { Page } from '@playwright/test'
import { attendreCourriel, test as commun, expect, sql, verifierAxe, verifierLargeur } from '../fixtures'
import { alerte, codeDuMoment, installerApplication, lienDuCourriel, seConnecter, titre } from '../gestes'
import { creerMonde, creerTechnicien } from '../monde'

/** Failures are counted by address too: each journey comes from its own network. */
const test = commun.extend({
  extraHTTPHeaders: async ({ browserName: _ }, use) => {
    const groupe = () => Math.floor(Math.random() * 65_536).toString(16)
    await use({ 'x-forwarded-for': `2001:db8:${groupe()}:${groupe()}::1` })
  },
})

const motDePasse = 'Girafe-Lanterne-Copeau-81'

async function seDeconnecter(page: Page): Promise<void> {
  await page.locator('summary').filter({ hasText: 'Votre compte' }).click()
  await page.getByRole('button', { name: 'Se déconnecter' }).click()
  await page.waitForURL(/\/connexion/)
}

const donnerCode = async (page: Page, code: string) => {
  await page.getByLabel(/^Code/).fill(code)
  await page.getByRole('button', { name: 'Continuer' }).click()
}

/** A caisse that asks it of techniciens. */
async function creerMondeExigeant() {
  const monde = await creerMonde()
  await sql(`UPDATE reglages_caisse SET "secondFacteurTechniciens" = true WHERE "caisseId" = $1`, [monde.caisse.id])
  return monde
}

test('un compte tenu à la double authentification la met en place, puis entre par un code, puis par un code de secours', async ({
  page,
}) => {
  const compte = await creerTechnicien(await creerMondeExigeant(), { motDePasse })
  await page.goto('/demandes/toutes')
  await seConnecter(page, compte.identifiant, motDePasse)
  await titre(page, 'Protéger votre compte en deux étapes')
  await verifierAxe(page)
  await page.setViewportSize({ width: 360, height: 800 })
  await verifierLargeur(page)
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.getByLabel('Saisissez le code à 6 chiffres').fill('000000')
  await page.getByRole('button', { name: 'Mettre en place' }).click()
  await expect(page.getByLabel('Saisissez le code à 6 chiffres')).toHaveAttribute('aria-invalid', 'true')
  const { secret, codes } = await installerApplication(page)
  expect(codes).toHaveLength(10)
  await verifierAxe(page)
  await expect(page.getByRole('link', { name: 'Enregistrer dans un fichier' })).toHaveAttribute('download', /\.txt$/)
  await page.getByRole('link', { name: 'Continuer' }).click()
  await page.waitForURL(/\/demandes\/toutes$/)
  await attendreCourriel(compte.courriel, /double authentification est en place/)
  const alerteRecue = await attendreCourriel(compte.courriel, /nouvelle connexion à votre compte/)
  expect(alerteRecue.texte).toContain('Chrome sur')
  expect(alerteRecue.texte).not.toContain('2001:db8')
  expect(lienDuCourriel(alerteRecue, '/compte/securite')).toBeTruthy()

  await seDeconnecter(page)
  await seConnecter(page, compte.identifiant, motDePasse)
  await titre(page, 'Confirmez que c’est bien vous')
  await verifierAxe(page)
  await verifierLargeur(page)
  // The password alone reaches nothing.
  for (const adresse of [
    '/demandes',
    '/compte',
    '/compte/securite',
    '/mot-de-passe/changer',
    '/cgu',
    '/double-authentification',
  ]) {
    await page.goto(adresse)
    await titre(page, 'Confirmez que c’est bien vous')
  }
  await donnerCode(page, '000000')
  await expect(page.getByLabel('Code à 6 chiffres')).toHaveAttribute('aria-invalid', 'true')
  await donnerCode(page, codeDuMoment(secret, 1))
  await page.waitForURL((url) => url.pathname === '/double-authentification')

  await page.goto('/demandes')
  await seDeconnecter(page)
  await seConnecter(page, compte.identifiant, motDePasse)
  await page.getByRole('link', { name: 'Utiliser un code de secours' }).click()
  await verifierAxe(page)
  await donnerCode(page, codes[0]?.toLowerCase() ?? '')
  await page.waitForURL(/\/demandes$/)
  await attendreCourriel(compte.courriel, /code de secours a servi/)
  await page.goto('/compte/securite')
  await expect(page.getByRole('main')).toContainText('Il vous en reste 9 sur 10')
  await expect(page.getByRole('main')).toContainText(', celui-ci')
  await verifierAxe(page)
  await verifierLargeur(page)
})

test('sans JavaScript, la mise en place et le code passent aussi', async ({ browser, extraHTTPHeaders }) => {
  const compte = await creerTechnicien(await creerMondeExigeant(), { motDePasse })
  const contexte = await browser.newContext({
    javaScriptEnabled: false,
    baseURL: process.env.E2E_URL,
    extraHTTPHeaders,
  })
  const page = await contexte.newPage()
  await page.goto('/connexion')
  await seConnecter(page, compte.identifiant, motDePasse)
  const { secret, codes } = await installerApplication(page)
  expect(codes).toHaveLength(10)
  await page.getByRole('link', { name: 'Continuer' }).click()
  await titre(page, 'Ce qui vous attend')
  await contexte.clearCookies()
  await page.goto('/connexion')
  await seConnecter(page, compte.identifiant, motDePasse)
  await donnerCode(page, codeDuMoment(secret, 1))
  await titre(page, 'Ce qui vous attend')
  await contexte.close()
})

test('une clé d’accès s’ajoute, ouvre le compte sans mot de passe, se renomme et se retire', async ({ page }) => {
  const compte = await creerTechnicien(await creerMonde(), { motDePasse })
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await page.goto('/compte/securite')
  await seConnecter(page, compte.identifiant, motDePasse)
  await titre(page, 'Sécurité')
  await page.getByRole('link', { name: 'Ajouter une clé d’accès' }).click()
  await titre(page, 'Ajouter une clé d’accès')
  await verifierAxe(page)
  await page.getByLabel('Nom de la clé').fill('Ordinateur du bureau')
  await page.getByRole('button', { name: 'Créer une clé d’accès' }).click()
  await expect(page.getByRole('heading', { name: 'Gardez vos codes de secours' })).toBeVisible()
  await page.getByRole('link', { name: 'C’est noté, continuer' }).click()
  await expect(page.getByRole('main')).toContainText('La clé d’accès est ajoutée')
  await expect(page.getByText('Ordinateur du bureau', { exact: true })).toBeVisible()
  await attendreCourriel(compte.courriel, /clé d’accès est ajoutée/)

  await page.goto('/demandes')
  await seDeconnecter(page)
  await page.getByRole('button', { name: 'Utiliser une clé d’accès' }).click()
  await page.waitForURL(/\/demandes$/)
  await seDeconnecter(page)
  await seConnecter(page, compte.identifiant, motDePasse)
  await titre(page, 'Confirmez que c’est bien vous')
  await verifierAxe(page)
  await page.getByRole('button', { name: 'Utiliser une clé d’accès' }).click()
  await page.waitForURL(/\/demandes$/)

  await page.goto('/compte/securite')
  await page.getByRole('link', { name: 'Renommer ou retirer la clé Ordinateur du bureau' }).click()
  await verifierAxe(page)
  await page.getByLabel('Nom de la clé').fill('Poste 12')
  await page.getByRole('button', { name: 'Renommer la clé' }).click()
  await page.getByRole('link', { name: 'Renommer ou retirer la clé Poste 12' }).click()
  await page.getByRole('button', { name: 'Retirer la clé' }).click()
  await expect(page.getByRole('main')).toContainText('La clé d’accès est retirée')
  await page.goto('/demandes')
  await seDeconnecter(page)
  await page.getByRole('button', { name: 'Utiliser une clé d’accès' }).click()
  await expect(alerte(page, 'n’ouvre aucun compte ici')).toBeVisible()
})

test('qui a tout perdu demande à son gestionnaire, qui réinitialise ; personne ne le fait pour soi', async ({
  page,
  navigateurDe,
}) => {
  const monde = await creerMondeExigeant()
  const compte = await creerTechnicien(monde, { motDePasse })
  await page.goto('/connexion')
  await seConnecter(page, compte.identifiant, motDePasse)
  await installerApplication(page)
  for (const [adresse, nom] of [
    ['retirer', 'Retirer l’application de codes ?'],
    ['codes', 'Créer de nouveaux codes de secours'],
  ] as const) {
    await page.goto(`/compte/securite/${adresse}`)
    await titre(page, nom)
    await verifierAxe(page)
    await verifierLargeur(page)
  }
  await page.goto('/demandes')
  await titre(page, 'Ce qui vous attend')

  const gestionnaire = await navigateurDe(monde.gestionnaire.identifiant)
  await gestionnaire.goto(`/equipe/${compte.id}`)
  await gestionnaire.getByRole('link', { name: 'Réinitialiser la double authentification' }).click()
  await titre(gestionnaire, /^Réinitialiser la double authentification/)
  await verifierAxe(gestionnaire)
  await verifierLargeur(gestionnaire)
  await gestionnaire.getByRole('radio', { name: 'Téléphone perdu, volé ou en panne' }).check()
  await gestionnaire.getByRole('button', { name: 'Réinitialiser' }).click()
  await expect(gestionnaire.getByRole('checkbox', { name: /Je me suis assuré/ })).toHaveAttribute(
    'aria-invalid',
    'true',
  )
  await gestionnaire.getByRole('checkbox', { name: /Je me suis assuré/ }).check()
  await gestionnaire.getByRole('button', { name: 'Réinitialiser' }).click()
  await expect(gestionnaire.getByRole('status').filter({ hasText: 'remise à zéro' })).toBeVisible()
  await attendreCourriel(compte.courriel, /double authentification est à refaire/)

  await page.reload()
  await titre(page, 'Se connecter')
  await seConnecter(page, compte.identifiant, motDePasse)
  await installerApplication(page)
  const soi = await gestionnaire.goto(`/comptes/${monde.gestionnaire.id}/double-authentification`)
  expect(soi?.status()).toBe(404)
})
