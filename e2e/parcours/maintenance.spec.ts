import type { Browser, BrowserContext, Page } from '@playwright/test'
import { encode } from 'next-auth/jwt'
import type { Plateforme } from '@/lib/processus/plateforme'
import { demarrerPlateformeDeTest } from '@/lib/processus/plateforme-de-test'
import { ajouterJours, dateAParis } from '@/lib/socle/temps'
import { installerCatalogue } from '@/prisma/seed/catalogue'
import { ouvrirAtelier } from '@/prisma/seed/fabriques/atelier'
import { fabriqueCompte, fabriqueSession } from '@/prisma/seed/fabriques/compte'
import { fabriqueDemande } from '@/prisma/seed/fabriques/demande'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { presser, remplir } from '../de-zero'
import { expect, test, verifierAxe, verifierLargeur } from '../fixtures'
import { alerte, commencer, continuer, personnes, remplirPersonne, titre } from '../gestes'

// A portal of its own: the others write to theirs meanwhile.
let plateforme: Plateforme
test.beforeAll(async () => {
  plateforme = await demarrerPlateformeDeTest({ graine: false, build: false })
})
test.afterAll(async () => {
  for (const contexte of contextes) await contexte.close()
  await plateforme.arreter()
})

const contextes: BrowserContext[] = []

async function ouvrir(browser: Browser, sid: string | null): Promise<Page> {
  const contexte = await browser.newContext({
    baseURL: plateforme.url,
    viewport: { width: 1280, height: 900 },
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    reducedMotion: 'reduce',
  })
  contexte.setDefaultTimeout(20_000)
  contextes.push(contexte)
  if (sid) {
    const value = await encode({ token: { sid }, secret: plateforme.env.SECRET_SESSION ?? '', maxAge: 36_000 })
    await contexte.addCookies([{ name: 'ep-session', value, url: plateforme.url }])
  }
  return contexte.newPage()
}

const bandeau = (page: Page) => page.getByRole('complementary', { name: 'Maintenance du portail' })

async function regarder(page: Page): Promise<void> {
  await verifierAxe(page)
  await page.setViewportSize({ width: 360, height: 800 })
  await verifierLargeur(page)
  await page.setViewportSize({ width: 1280, height: 900 })
}

async function peupler() {
  const atelier = ouvrirAtelier(plateforme.urls.migration)
  await installerCatalogue(atelier.tx, new Date('2025-01-01T00:00:00Z'))
  const monde = await fabriquePartenariat(atelier, {
    caisse: { contacts: [{ type: 'secours', theme: 'Demandes urgentes', telephone: '0102030405' }] },
  })
  const { reference } = await fabriqueDemande(atelier, monde.cadre, { etat: 'prise_en_charge', agent: monde.agent })
  const { id } = await fabriqueCompte(atelier, { profil: 'administrateur' })
  const sessions = {
    technicien: await fabriqueSession(atelier, monde.technicien.id),
    agent: await fabriqueSession(atelier, monde.agent.id),
    administrateur: await fabriqueSession(atelier, id),
  }
  await atelier.fermer()
  return { reference, sessions }
}

test('une maintenance est annoncée sur toutes les pages, commencée, puis finie : rien ne s’enregistre entre-temps, rien de tapé n’est perdu', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const { reference, sessions } = await peupler()
  const administrateur = await ouvrir(browser, sessions.administrateur)
  const technicien = await ouvrir(browser, sessions.technicien)
  const agent = await ouvrir(browser, sessions.agent)
  const passant = await ouvrir(browser, null)

  await administrateur.goto('/administration/maintenances')
  await administrateur.getByRole('link', { name: 'Annoncer une maintenance' }).click()
  const jour = ajouterJours(dateAParis(new Date()), 3)
  const annonce = { debutJour: jour, finJour: jour, debutHeure: '12 h 30', preavisHeures: '168' }
  await remplir(administrateur, { ...annonce, finHeure: '11 h', texte: 'Les courriels partiront à la reprise.' })
  await presser(administrateur, 'Annoncer la maintenance')
  await expect(alerte(administrateur, 'La fin vient avant le début')).toBeVisible()
  await regarder(administrateur)
  await remplir(administrateur, { finHeure: '14 h' })
  await presser(administrateur, 'Annoncer la maintenance')
  await expect(administrateur.getByText('La maintenance est annoncée.')).toBeVisible()
  await regarder(administrateur)
  for (const [page, adresse] of [
    [passant, '/connexion'],
    [technicien, '/demandes'],
    [agent, '/caisse/file'],
  ] as const) {
    await page.goto(adresse)
    await expect(bandeau(page)).toContainText(/lecture seule le .* de 12\sh\s30 à 14\sh\s00/)
    await expect(bandeau(page)).toContainText('Les courriels partiront à la reprise.')
    await regarder(page)
  }

  await technicien.goto(`/demandes/${reference}`)
  const texte = 'La personne a changé d’adresse hier.'
  await technicien.getByLabel('Votre message').fill(texte)

  await administrateur.getByRole('link', { name: 'Entrer en maintenance maintenant' }).click()
  await regarder(administrateur)
  await presser(administrateur, 'Entrer en maintenance')
  await expect(administrateur.getByText(/Le portail est en lecture seule jusqu’(à|au)/)).toBeVisible()
  await regarder(administrateur)

  await technicien.getByRole('button', { name: 'Envoyer le message' }).click()
  await expect(alerte(technicien, /Le portail est en maintenance/)).toBeVisible()
  await expect(technicien.getByLabel('Votre message')).toHaveValue(texte)
  await regarder(technicien)

  // Everything is still read, whoever reads; where to call stands one link away.
  await passant.goto('/connexion')
  await bandeau(passant).getByRole('link', { name: 'Autre canal de votre caisse' }).click()
  await expect(passant.getByRole('main')).toContainText('Demandes urgentes')
  await expect(passant.getByRole('link', { name: /^01\s02\s03\s04\s05$/ })).toBeVisible()
  await regarder(passant)
  await agent.goto(`/caisse/demandes/${reference}`)
  await expect(bandeau(agent)).toContainText('Portail en maintenance')
  await regarder(agent)

  // A draft is kept, step by step.
  const autre = await technicien.context().newPage()
  await commencer(autre, 'contact', 'Code ameli')
  await continuer(autre)
  await remplirPersonne(autre, personnes.brisset)
  await continuer(autre)
  await titre(autre, 'Votre message')
  await autre.close()

  await presser(administrateur, 'Sortir de maintenance')
  await expect(administrateur.getByText('Le portail est rouvert')).toBeVisible()
  await technicien.getByRole('button', { name: 'Envoyer le message' }).click()
  await expect(technicien.getByRole('region', { name: 'Les échanges' })).toContainText(texte)
})
