import { randomUUID } from 'node:crypto'
import { type Browser, type BrowserContext, test as base, expect, type Page, type ViewportSize } from '@playwright/test'
import axe from 'axe-core'
import { encode } from 'next-auth/jwt'
import pg from 'pg'
import { lireCourriels } from '@/lib/socle/courriels-recus'
import { surveiller, violationsRelevees } from './politique'

const env = (nom: string): string => process.env[nom] ?? ''

let proprietaire: pg.Pool | undefined

/** Reads or prepares data under the owner role, beside the product. */
export async function sql<T extends pg.QueryResultRow>(requete: string, valeurs: unknown[] = []): Promise<T[]> {
  proprietaire ??= new pg.Pool({ connectionString: env('E2E_ADMIN'), max: 2, allowExitOnIdle: true })
  return (await proprietaire.query<T>(requete, valeurs)).rows
}

/** Opens a session for an account without going through the sign-in page, complete unless said otherwise. Gives the `Cookie` header. */
export async function ouvrirSession(
  identifiant: string,
  { secondFacteur = true } = {},
): Promise<{ name: string; value: string }> {
  const id = randomUUID()
  await sql(
    `INSERT INTO session (id, "compteId", "expireLe", "secondFacteurLe") SELECT $1, id, now() + interval '10 hours', CASE WHEN $3 THEN now() END
     FROM compte WHERE identifiant = $2`,
    [id, identifiant, secondFacteur],
  )
  return { name: 'ep-session', value: await encode({ token: { sid: id }, secret: env('E2E_SECRET'), maxAge: 36_000 }) }
}

/** Keeps words as the search box of this account does. Gives the `r` of an address. */
export async function garderMots(identifiant: string, mots: string): Promise<string> {
  const [gardee] = await sql<{ id: string }>(
    `INSERT INTO recherche_gardee (id, "compteId", mots, "creeeLe") SELECT gen_random_uuid(), id, $2, now()
     FROM compte WHERE identifiant = $1 RETURNING id`,
    [identifiant, mots],
  )
  return gardee?.id ?? ''
}

/** Violations of WCAG 2.2 A and AA and of axe's best practices on the page as it stands. */
export async function verifierAxe(page: Page): Promise<void> {
  await page.evaluate(axe.source)
  const resume = await page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      // Only what is wrong is described: five times as fast on the queue.
      resultTypes: ['violations'],
    })
    return violations.map(({ id, nodes }) => `${id} : ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`)
  })
  expect(resume, page.url()).toEqual([])
}

/** Nothing of the page is wider than the window. */
export async function verifierLargeur(page: Page): Promise<void> {
  const depasse = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(depasse, `${page.url()} dépasse de ${depasse} px`).toBeLessThanOrEqual(0)
}

/** The mails a person received about something, latest first, once there is one. */
export async function attendreCourriel(destinataire: string, sujet: RegExp) {
  const chercher = () =>
    lireCourriels(env('E2E_COURRIELS'), destinataire).filter((courriel) => sujet.test(courriel.sujet))
  await expect
    .poll(() => chercher().length, { timeout: 30_000, message: `courriel ${sujet} pour ${destinataire}` })
    .toBeGreaterThan(0)
  const [courriel] = chercher()
  if (!courriel) throw new Error('courriel perdu')
  return courriel
}

type Outils = {
  /** The content policy stops nothing during a journey. */
  politiqueTenue: undefined
  /** A browser of its own, signed in as this account. */
  navigateurDe: (identifiant: string) => Promise<Page>
}

type OutilsDuProcessus = {
  /** A page signed in as this account, the same for all tests of the process: for those that only look. */
  lectureDe: (identifiant: string) => Promise<Page>
}

const ecran = { width: 1280, height: 900 }

async function ouvrirPour(
  browser: Browser,
  identifiant: string,
  viewport: ViewportSize | null,
): Promise<BrowserContext> {
  const contexte = await browser.newContext({
    baseURL: env('E2E_URL'),
    viewport,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    reducedMotion: 'reduce',
  })
  contexte.setDefaultTimeout(30_000)
  await surveiller(contexte)
  await contexte.addCookies([{ ...(await ouvrirSession(identifiant)), url: env('E2E_URL') }])
  return contexte
}

export const test = base.extend<Outils, OutilsDuProcessus>({
  baseURL: async ({ browserName: _ }, use) => use(env('E2E_URL')),
  context: async ({ context }, use) => {
    await surveiller(context)
    await use(context)
  },
  politiqueTenue: [
    async ({ browserName: _ }, use) => {
      await use(undefined)
      expect(violationsRelevees(), 'politique de contenu enfreinte').toEqual([])
    },
    { auto: true },
  ],
  navigateurDe: async ({ browser, viewport }, use) => {
    const contextes: BrowserContext[] = []
    await use(async (identifiant) => {
      const contexte = await ouvrirPour(browser, identifiant, viewport)
      contextes.push(contexte)
      return contexte.newPage()
    })
    for (const contexte of contextes) await contexte.close()
  },
  lectureDe: [
    async ({ browser }, use) => {
      const pages = new Map<string, Page>()
      await use(async (identifiant) => {
        const ouverte = pages.get(identifiant) ?? (await (await ouvrirPour(browser, identifiant, ecran)).newPage())
        pages.set(identifiant, ouverte)
        return ouverte
      })
      for (const page of pages.values()) await page.context().close()
    },
    { scope: 'worker' },
  ],
})

export { expect }
