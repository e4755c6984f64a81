import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { Arrets } from '@/lib/processus/arrets'
import { preparerBaseLocale } from '@/lib/processus/base-locale'
import { dossierTemporaire } from '@/lib/processus/dossier-temporaire'
import { portLibre } from '@/lib/processus/port'
import { demarrerPostgres, type Postgres } from '@/lib/processus/postgres'
import type { UrlsBase } from '@/lib/processus/preparer-base'
import { secretsLocaux } from '@/lib/processus/secrets-locaux'
import { Serveurs } from '@/lib/processus/serveurs'
import { ouvrirAtelier } from '@/prisma/seed/fabriques/atelier'
import { fabriqueCaisse } from '@/prisma/seed/fabriques/caisse'

const arrets = new Arrets()
afterAll(() => arrets.tout())

const dossier = dossierTemporaire()
arrets.ajouter(async () => rmSync(dossier, { recursive: true, force: true }))
const [port, portBase] = [await portLibre(), await portLibre()]
const url = `http://localhost:${port}`

let postgres: Postgres | undefined
arrets.ajouter(async () => postgres?.arreter())
/** The same one each time, with what it holds. */
async function demarrerLaBase(): Promise<Postgres> {
  postgres = await demarrerPostgres({ dossier: join(dossier, 'postgres'), port: portBase, persistant: true })
  return postgres
}

const envPour = (urls: UrlsBase): NodeJS.ProcessEnv => ({
  ...process.env,
  NODE_ENV: 'production',
  EP_MODE: 'test',
  PORT: String(port),
  URL_PUBLIQUE: url,
  NEXTAUTH_URL: url,
  DATABASE_URL: urls.web,
  DATABASE_URL_TRAVAUX: urls.travaux,
  ...secretsLocaux(dossier),
  STOCKAGE_DOSSIER: join(dossier, 'fichiers'),
  SMTP_URL: 'smtp://127.0.0.1:1',
  COURRIEL_EXPEDITEUR: 'Essai <essai@exemple.fr>',
})

const pages = ['/connexion', '/aide', '/demandes', '/caisse/file', '/nulle-part', '/%E0%A4%A']

async function lire(chemin: string) {
  const reponse = await fetch(url + chemin, { redirect: 'manual' })
  return { statut: reponse.status, entetes: reponse.headers, html: await reponse.text() }
}

/** Asks until it answers so, a few times a second, and says how long it took. */
async function attendre(chemin: string, statut: number): Promise<number> {
  const debut = Date.now()
  for (;;) {
    const lu = await lire(chemin).catch(() => null)
    if (lu?.statut === statut) return Date.now() - debut
    if (Date.now() - debut > 30_000) throw new Error(`${chemin} répond ${lu?.statut}`)
    await new Promise((resoudre) => setTimeout(resoudre, 100))
  }
}

async function verifierIndisponible(): Promise<void> {
  for (const chemin of pages) {
    const { statut, entetes, html } = await lire(chemin)
    expect(statut, chemin).toBe(503)
    expect(entetes.get('retry-after')).toBe('60')
    expect(entetes.get('content-type')).toBe('text/html; charset=utf-8')
    expect(entetes.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/)
    expect(entetes.get('cache-control')).toBe('private, no-store')
    expect(entetes.get('x-content-type-options')).toBe('nosniff')
    expect(html).toContain('<h1>Le portail ne répond pas pour le moment</h1>')
    expect(html).not.toContain('<script')
    expect(html).toContain('CPAM des Trois-Étangs')
    expect(html).toContain('Demandes urgentes')
    expect(html).toContain('href="tel:0102030405"')
    expect(html).toContain('secours@essai.example')
    // What the caisse gives for those days stands alone, and as it was typed.
    expect(html).not.toContain('support@essai.example')
    expect(html).toContain('&lt;b&gt;Accueil&lt;/b&gt;')
  }
  expect((await fetch(`${url}/api/sante`)).status).toBe(503)
}

it('any page answers 503 and says which other channel to use while PostgreSQL is stopped, even after a restart of the server, then works again', async () => {
  const { urlAdmin } = await demarrerLaBase()
  const urls = await preparerBaseLocale({
    urlAdmin,
    dossier,
    env: envPour,
    graine: false,
    arrets,
    dire: () => {},
  })
  const atelier = ouvrirAtelier(urls.migration, { graine: 'base arrêtée', maintenant: new Date() })
  await fabriqueCaisse(atelier, {
    nom: 'CPAM des Trois-Étangs',
    contacts: [
      { type: 'support', courriel: 'support@essai.example' },
      { type: 'secours', theme: 'Demandes urgentes', telephone: '0102030405', courriel: 'secours@essai.example' },
      { type: 'secours', theme: '<b>Accueil</b>', adresse: '1 rue Haute, 14000 Orvelle' },
    ],
  })
  await atelier.fermer()
  const journaux = join(dossier, 'journaux')
  mkdirSync(journaux)
  const serveurs = new Serveurs({ env: envPour(urls), journaux, port, arrets, dire: () => {} })
  serveurs.demarrer('web')
  await attendre('/connexion', 200)

  await postgres?.arreter()
  expect(await attendre('/connexion', 503)).toBeLessThan(5_000)
  await verifierIndisponible()

  // The server itself is started again while there is still no database.
  await serveurs.arreter('web')
  serveurs.demarrer('web')
  await attendre('/connexion', 503)
  await verifierIndisponible()

  await demarrerLaBase()
  expect(await attendre('/connexion', 200)).toBeLessThan(5_000)
  expect((await lire('/aide')).html).toContain('CPAM des Trois-Étangs')
  expect((await lire('/demandes')).statut).toBe(307)
})
