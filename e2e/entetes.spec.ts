import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { adresseDe, sources } from '../tests/architecture/sources'
import { type Cible, type Profil, pages, type Regle, routes } from './carte'
import { expect, ouvrirSession, sql, test } from './fixtures'
import { seConnecter } from './gestes'
import { creerMonde, creerTechnicien } from './monde'
import { preparerCarte } from './preparer-carte'

const url = () => process.env.E2E_URL ?? ''

let cible: Cible
let comptes: Record<Profil, string | null>

test.beforeAll(async () => {
  const carte = await preparerCarte()
  cible = carte.cible
  comptes = carte.comptes
})

const sessions = new Map<string, string>()

async function cookieDe(profil: Profil | undefined): Promise<string | undefined> {
  const identifiant = profil && comptes[profil]
  if (!identifiant) return undefined
  const { name, value } = await ouvrirSession(identifiant)
  const cookie = sessions.get(identifiant) ?? `${name}=${value}`
  sessions.set(identifiant, cookie)
  return cookie
}

async function demander(chemin: string, cookie?: string, options: RequestInit = {}): Promise<Response> {
  const reponse = await fetch(url() + chemin, {
    redirect: 'manual',
    ...options,
    headers: { ...options.headers, ...(cookie && { cookie }) },
  })
  // Read to its end: a download that is left open is one that failed.
  Object.assign(reponse, { corps: await reponse.text() })
  return reponse
}

/** Headers that no answer goes without, whatever it is. */
function verifierCommuns(reponse: Response): void {
  const { headers } = reponse
  const lus = Object.fromEntries(
    ['x-content-type-options', 'referrer-policy', 'cross-origin-opener-policy', 'cross-origin-resource-policy'].map(
      (nom) => [nom, headers.get(nom)],
    ),
  )
  expect(lus).toEqual({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  })
  expect(headers.get('permissions-policy')).toContain('camera=()')
  expect(headers.get('x-powered-by')).toBeNull()
  expect(headers.get('server')).toBeNull()
  expect(headers.get('access-control-allow-origin')).toBeNull()
}

const regles = (reponse: Response): Record<string, string> =>
  Object.fromEntries(
    (reponse.headers.get('content-security-policy') ?? '').split('; ').map((regle) => {
      const [nom = '', ...valeurs] = regle.split(' ')
      return [nom, valeurs.join(' ')]
    }),
  )

/** Nonces met so far: each must be new. */
const nonces = new Set<string>()

function verifierPage(reponse: Response & { corps?: string }): void {
  verifierCommuns(reponse)
  const { 'script-src': scripts = '', ...autres } = regles(reponse)
  const nonce = /^'nonce-([A-Za-z0-9+/=]{24})' 'strict-dynamic'$/.exec(scripts)?.[1]
  expect(nonce, scripts).toBeDefined()
  expect(nonces.has(nonce ?? '')).toBe(false)
  nonces.add(nonce ?? '')
  expect(autres).toEqual({
    'default-src': "'none'",
    'style-src': "'self'",
    'img-src': "'self' data:",
    'font-src': "'self'",
    'connect-src': "'self'",
    'manifest-src': "'self'",
    'form-action': "'self'",
    'base-uri': "'none'",
    'frame-ancestors': "'none'",
    'report-uri': '/api/csp',
    'report-to': 'csp',
    ...('frame-src' in autres && { 'frame-src': "'self'" }),
  })
  expect(reponse.headers.get('reporting-endpoints')).toBe('csp="/api/csp"')
  expect(reponse.headers.get('x-frame-options')).toBe('DENY')
  expect(reponse.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  expect(reponse.headers.get('cache-control')).toContain('no-store')
  expect(reponse.headers.get('set-cookie')).toBeNull()
  for (const [balise] of (reponse.corps ?? '').matchAll(/<script\b[^>]*>/g))
    expect(balise).toContain(`nonce="${nonce}"`)
  expect(reponse.corps).not.toMatch(/<[a-z][^>]*\sstyle="|<style\b|\son[a-z]+="[^"]*[;(]/)
}

/** What is no page: inert, kept by nobody. A file that is shown has its own policy, where no script runs either. */
function verifierRoute(reponse: Response): void {
  verifierCommuns(reponse)
  const lues = regles(reponse)
  expect(lues['default-src']).toBe("'none'")
  expect(lues['frame-ancestors']).toBe("'none'")
  expect(lues['form-action']).toBe("'none'")
  expect(lues['script-src']).toBeUndefined()
  const montre = reponse.headers.get('content-disposition')?.startsWith('inline')
  const pdf = reponse.headers.get('content-type') === 'application/pdf'
  expect('sandbox' in lues).toBe(!(montre && pdf))
  expect(reponse.headers.get('cache-control')).toBe('private, no-store')
  expect(reponse.headers.get('x-frame-options')).toBe('DENY')
  expect(reponse.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
}

const estRoute = (nom: string) => nom.startsWith('/api/')
const premier = ({ ouvertA }: Regle): Profil | undefined => ouvertA[0]

test('chaque page et chaque route gardée porte ses en-têtes, ouverte ou refusée', async () => {
  for (const [nom, regle] of Object.entries({ ...pages, ...routes })) {
    const adresse = regle.adresse(cible)
    for (const profil of [premier(regle), undefined]) {
      const reponse = await demander(adresse, await cookieDe(profil))
      await test.step(`${nom} pour ${profil ?? 'personne'} : ${reponse.status}`, () =>
        (estRoute(nom) ? verifierRoute : verifierPage)(reponse))
    }
  }
})

test('les pages publiques, l’introuvable et ce qui n’est pas une page aussi', async () => {
  const publiques = sources('app', /^page\.tsx$/)
    .map(({ chemin }) => adresseDe(chemin))
    .filter((adresse) => !(adresse in pages))
  expect(publiques.length).toBeGreaterThan(10)
  for (const adresse of publiques) verifierPage(await demander(adresse.replace(/\[\w+\]/g, 'x'.repeat(43))))
  for (const absente of [
    '/nulle-part',
    '/nulle.php',
    '/.env',
    '/_next/nulle-part',
    '/_next/image?url=%2Ficon.svg&w=64&q=75',
    '/caisse/nulle-part',
  ]) {
    const reponse = await demander(absente)
    expect(reponse.status, absente).toBe(404)
    verifierPage(reponse)
  }
  for (const adresse of ['/api/sante', '/api/nulle-part', '/api/pieces-jointes/x', '/api/csp/x'])
    verifierRoute(await demander(adresse))
  const coupe = await demander('/connexion', undefined, {
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data' },
    body: 'x',
  })
  expect(coupe.status).toBe(400)
  verifierCommuns(coupe)
  // An address that can't be read is answered by the server itself, in plain text.
  verifierCommuns(await demander('/demandes/%E0%A4%A'))
})

test('ce qui a été construit est inerte, sans carte des sources', async () => {
  const dossier = join(import.meta.dirname, '..', '.next', 'static')
  const fichiers = readdirSync(dossier, { recursive: true, encoding: 'utf8' })
  expect(fichiers.filter((nom) => nom.endsWith('.map'))).toEqual([])
  for (const extension of ['.js', '.css', '.woff2']) {
    const nom = fichiers.find((chemin) => chemin.endsWith(extension))
    const reponse = await demander(`/_next/static/${nom}`)
    expect(reponse.status).toBe(200)
    verifierCommuns(reponse)
    expect(regles(reponse)).toHaveProperty('sandbox')
  }
})

test('un fichier se montre sans pouvoir rien faire, et se télécharge sous une politique inerte', async () => {
  const cookie = await cookieDe('agent')
  for (const suite of ['', '?voir=1']) {
    const reponse = await demander(`/api/pieces-jointes/${cible.piece}${suite}`, cookie)
    expect(reponse.status).toBe(200)
    verifierRoute(reponse)
    expect(reponse.headers.get('content-disposition')).toMatch(suite ? /^(inline|attachment); / : /^attachment; /)
  }
})

test('les moteurs n’ont rien à lire, et qui trouve une faille sait à qui le dire', async () => {
  expect(((await demander('/robots.txt')) as Response & { corps: string }).corps).toBe('User-agent: *\nDisallow: /\n')
  const reponse = (await demander('/.well-known/security.txt')) as Response & { corps: string }
  verifierCommuns(reponse)
  expect(reponse.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  expect(reponse.corps).toMatch(/^Contact: (https?:|mailto:)/m)
  expect(reponse.corps).toContain(`Canonical: ${url()}/.well-known/security.txt`)
  const expire = Date.parse(/^Expires: (\S+)$/m.exec(reponse.corps)?.[1] ?? '')
  expect(expire).toBeGreaterThan(Date.now() + 30 * 86_400_000)
  expect(expire).toBeLessThan(Date.now() + 365 * 86_400_000)
})

test('les cookies ne sont lus que par le serveur, et ne partent qu’avec les demandes du portail', async ({ page }) => {
  const motDePasse = 'Girafe-Lanterne-Copeau-81'
  const { identifiant } = await creerTechnicien(await creerMonde(), { motDePasse })
  await page.goto('/connexion')
  await seConnecter(page, identifiant, motDePasse)
  await page.waitForURL(/\/demandes$/)
  const cookies = await page.context().cookies()
  expect(cookies.map(({ name }) => name)).toContain('ep-session')
  for (const { name, httpOnly, sameSite, path, domain } of cookies)
    expect({ name, httpOnly, sameSite, path, domain }).toEqual({
      name,
      httpOnly: true,
      sameSite: expect.stringMatching(/^(Lax|Strict)$/),
      path: '/',
      domain: 'localhost',
    })
  expect(await page.evaluate(() => document.cookie)).toBe('')
})

test('une politique enfreinte est dite au portail, sans nom ni adresse, et pas sans fin', async ({ browser }) => {
  const contexte = await browser.newContext({ baseURL: url() })
  const page = await contexte.newPage()
  await page.goto('/connexion')
  // What a text shown unescaped would try.
  const { execute, enfreintes } = await page.evaluate(() => {
    const dites: string[] = []
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => dites.push(effectiveDirective))
    const lieu = document.createElement('div')
    lieu.innerHTML = '<img src="x" onerror="window.atteinte = 1"><a href="javascript:window.atteinte = 2">a</a>'
    document.body.append(lieu)
    lieu.querySelector('a')?.click()
    type Fin = { execute: number | null; enfreintes: string[] }
    return new Promise<Fin>((resoudre) =>
      setTimeout(() => {
        const execute = (window as unknown as { atteinte?: number }).atteinte ?? null
        resoudre({ execute, enfreintes: dites })
      }, 300),
    )
  })
  expect(execute).toBeNull()
  expect(enfreintes).not.toEqual([])
  await contexte.close()
  const envoyer = (corps: string) => demander('/api/csp', undefined, { method: 'POST', body: corps })
  const faux = JSON.stringify({ 'csp-report': { 'document-uri': 'x'.repeat(50_000) } })
  const statuts = await Promise.all(Array.from({ length: 200 }, (_, rang) => envoyer(rang % 2 ? faux : '{')))
  expect(new Set(statuts.map(({ status }) => status))).toEqual(new Set([204, 429]))
  const refus = statuts.find(({ status }) => status === 429)
  expect(Number(refus?.headers.get('retry-after'))).toBeGreaterThan(0)
  await sql('DELETE FROM debit')
})
