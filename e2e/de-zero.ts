import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import type { Plateforme } from '@/lib/processus/plateforme'
import { lireCourriels } from '@/lib/socle/courriels-recus'
import { expect } from './fixtures'
import { installerApplication, lienDuCourriel, titre } from './gestes'

/** Every account of this journey: invented, and strong enough for any side. */
export const motDePasse = 'Grue-Lanterne-Marée-58'

type Valeur = string | string[]

/** Fills a form as a person would, by the names of its fields: text, date in three fields, radio, list, boxes. */
export async function remplir(page: Page, champs: Record<string, Valeur>): Promise<void> {
  for (const [nom, valeur] of Object.entries(champs)) {
    if (Array.isArray(valeur)) {
      const cases = page.locator(`input[type=checkbox][name="${nom}[]"]`)
      for (const boite of await cases.all()) await boite.setChecked(valeur.includes(await boite.inputValue()))
      continue
    }
    const date = /^(\d{4})-(\d{2})-(\d{2})$/.exec(valeur)
    if (date) {
      const [, annee = '', mois = '', jour = ''] = date
      await remplir(page, { [`${nom}.jour`]: jour, [`${nom}.mois`]: mois, [`${nom}.annee`]: annee })
      continue
    }
    const champ = page.locator(`[name="${nom}"]:not([type=hidden])`)
    const type = await champ.first().getAttribute('type')
    if (type === 'radio') await page.locator(`input[name="${nom}"][value="${valeur}"]`).check()
    else if (type === 'checkbox') await champ.setChecked(valeur === 'oui')
    else if (await champ.evaluate((element) => element.tagName === 'SELECT')) await champ.selectOption(valeur)
    else await champ.fill(valeur)
  }
}

export const presser = (page: Page, nom: string | RegExp): Promise<void> =>
  page.getByRole('main').getByRole('button', { name: nom }).click()

/** A portal with its catalogue and nothing else, and the browsers of those who use it. */
export class PortailVide {
  readonly #navigateur: Browser
  readonly #contextes: BrowserContext[] = []
  readonly plateforme: Plateforme

  constructor(plateforme: Plateforme, navigateur: Browser) {
    this.plateforme = plateforme
    this.#navigateur = navigateur
  }

  /** A new browser. */
  async ouvrir(): Promise<Page> {
    const contexte = await this.#navigateur.newContext({
      baseURL: this.plateforme.url,
      viewport: { width: 1280, height: 900 },
      locale: 'fr-FR',
      timezoneId: 'Europe/Paris',
      reducedMotion: 'reduce',
    })
    contexte.setDefaultTimeout(20_000)
    this.#contextes.push(contexte)
    return contexte.newPage()
  }

  async fermer(): Promise<void> {
    for (const contexte of this.#contextes) await contexte.close()
  }

  /** What whoever installs the portal types once. Gives the link of activation. */
  async premierAdministrateur(): Promise<string> {
    const identite = ['--prenom', 'Ambre', '--nom', 'Le Goëff', '--courriel', 'ambre.le-goeff@appui.example']
    const { stdout } = await promisify(execFile)('node', ['--import', 'tsx', 'prisma/administrateur.ts', ...identite], {
      env: this.plateforme.env,
    })
    const lien = /https?:\S+\/activation\/[\w-]+/.exec(stdout)?.[0]
    expect(lien, stdout).toBeDefined()
    return lien ?? ''
  }

  /** The link of the mail that invites, once it has arrived. */
  async lienRecu(courriel: string): Promise<string> {
    const chercher = () => lireCourriels(this.plateforme.dossierCourriels, courriel)
    await expect
      .poll(() => chercher().length, { timeout: 30_000, message: `courriel pour ${courriel}` })
      .toBeGreaterThan(0)
    const [recu] = chercher()
    return recu ? lienDuCourriel(recu, '/activation/') : ''
  }

  /** Opens the link, chooses a password, accepts the conditions: a browser signed in. */
  async activer(lien: string): Promise<Page> {
    const page = await this.ouvrir()
    await page.goto(lien)
    await titre(page, 'Activer votre compte')
    await page.getByLabel('Nouveau mot de passe').fill(motDePasse)
    await presser(page, 'Activer mon compte')
    await titre(page, 'Conditions d’utilisation')
    await page.getByRole('checkbox', { name: /J’ai lu les conditions/ }).check()
    await presser(page, 'J’accepte et je continue')
    await page.waitForURL((url) => !url.pathname.startsWith('/cgu'))
    // A new portal asks all but techniciens for a second factor, from the first administrateur on.
    if (new URL(page.url()).pathname === '/double-authentification') {
      await installerApplication(page)
      await page.getByRole('link', { name: 'Continuer' }).click()
    }
    return page
  }

  activerParCourriel = async (courriel: string): Promise<Page> => this.activer(await this.lienRecu(courriel))
}
