import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as attendre } from 'node:timers/promises'
import { Arrets } from './arrets'
import { preparerBaseLocale } from './base-locale'
import { demarrerClamd } from './clamd'
import { construire, genererClient } from './construire'
import { recevoirCourriels } from './courriels-locaux'
import { demarrerPostgres } from './postgres'
import type { UrlsBase } from './preparer-base'
import { secretsLocaux } from './secrets-locaux'
import { Serveurs } from './serveurs'

export type OptionsPlateforme = {
  /** Where everything is kept: database, files, mails, logs. */
  dossier: string
  mode: 'demo' | 'dev' | 'test'
  port: number
  persistant: boolean
  /** Loads the demo data when the database is empty. */
  graine: boolean
  /** Builds the web server when its sources have changed. */
  build: boolean
  env?: Record<string, string>
  /** Memory of PostgreSQL: see `demarrerPostgres`. */
  memoireMo?: number
  arrets: Arrets
  dire: (ligne: string) => void
}

export type Plateforme = {
  url: string
  urls: UrlsBase & { admin: string }
  env: NodeJS.ProcessEnv
  dossierCourriels: string
  antivirus: boolean
  /** Resolves with the name of the first part that ends by itself. */
  defaillance: Promise<string>
  serveurs: Serveurs
  /** Stops the web server when it runs, and waits for the new one to answer. */
  redemarrerWeb(): Promise<void>
  /** SIGKILL, in the middle of whatever it does. */
  tuerWeb(): Promise<void>
  arreter(): Promise<void>
}

/** Starts the whole product on this machine. Whatever was started is entrusted to `arrets`, even when a later step fails. */
export async function demarrerPlateforme(options: OptionsPlateforme): Promise<Plateforme> {
  const { dossier, arrets, dire, port, mode, persistant, memoireMo } = options
  const journaux = join(dossier, 'journaux')
  const dossierCourriels = join(dossier, 'courriels')
  const postgres = await demarrerPostgres({ dossier: creer(join(dossier, 'postgres')), persistant, memoireMo })
  arrets.ajouter(postgres.arreter)
  creer(journaux)
  const contexte = { journal: join(journaux, 'construction.log'), arrets }
  await genererClient(contexte)

  const courriels = await recevoirCourriels({ dossier: dossierCourriels })
  arrets.ajouter(courriels.arreter)
  const clamd = await demarrerClamd({ dossier: creer(join(dossier, 'antivirus')) })
  if (clamd) arrets.ajouter(() => clamd.arreter())

  const url = `http://localhost:${port}`
  const secrets = secretsLocaux(dossier)
  const envPour = (urls: UrlsBase): NodeJS.ProcessEnv => ({
    ...process.env,
    NODE_ENV: mode === 'dev' ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    EP_MODE: mode,
    PORT: String(port),
    URL_PUBLIQUE: url,
    NEXTAUTH_URL: url,
    DATABASE_URL: urls.web,
    DATABASE_URL_TRAVAUX: urls.travaux,
    DATABASE_URL_MIGRATION: urls.migration,
    ...secrets,
    STOCKAGE_DOSSIER: creer(join(dossier, 'fichiers')),
    JOURNAL_ANCRES: creer(join(dossier, 'ancres')),
    DONNEES_DOSSIER: dossier,
    SMTP_URL: courriels.url,
    COURRIEL_EXPEDITEUR: 'Espace Partenaires <ne-pas-repondre@partenaires.exemple.fr>',
    COURRIELS_DOSSIER: creer(dossierCourriels),
    // What the journeys look for in them must be written.
    ...(mode === 'test' && { EP_LOGS: 'info' }),
    CLAMD: clamd?.adresse ?? '',
    ...options.env,
  })
  // Side by side: filling the database mostly waits for it, building mostly computes.
  const construction = options.build
    ? construire(contexte, () => dire('Construction du site (une à deux minutes la première fois)…'))
    : Promise.resolve(false)
  const preparation = preparerBaseLocale({ ...options, urlAdmin: postgres.urlAdmin, env: envPour })
  const [urls] = await toutes(preparation, construction)
  const env = envPour(urls)

  const serveurs = new Serveurs({ env, journaux, port, dev: mode === 'dev', arrets, dire })
  serveurs.demarrer('web')
  serveurs.demarrer('travaux')
  const repond = (patienceMs: number) => attendreReponse(url, () => serveurs.vit('web'), patienceMs)
  await repond(10_000)
  return {
    url,
    urls: { ...urls, admin: postgres.urlAdmin },
    env,
    dossierCourriels,
    antivirus: clamd !== null,
    serveurs,
    defaillance: Promise.race([serveurs.defaillance, postgres.fin.then(() => 'postgres')]),
    redemarrerWeb: async () => {
      await serveurs.arreter('web')
      serveurs.demarrer('web')
      await repond(0)
    },
    tuerWeb: () => serveurs.tuer('web'),
    arreter: () => arrets.tout(),
  }
}

/** Waits for both even when one fails, so that nothing is left running behind the error. */
async function toutes<A, B>(a: Promise<A>, b: Promise<B>): Promise<[A, B]> {
  const [ra, rb] = await Promise.allSettled([a, b])
  if (ra.status === 'rejected') throw ra.reason
  if (rb.status === 'rejected') throw rb.reason
  return [ra.value, rb.value]
}

function creer(chemin: string): string {
  mkdirSync(chemin, { recursive: true })
  return chemin
}

/**
 * Waits for the web server to answer, then, at most `patienceMs`, for every part to be well: `/api/sante` names the one
 * that is slow to come.
 */
async function attendreReponse(url: string, enVie: () => boolean, patienceMs: number): Promise<void> {
  let repondLe: number | undefined
  const limite = Date.now() + 120_000
  while (Date.now() < limite) {
    if (!enVie()) throw new Error('Le serveur web s’est arrêté au démarrage.')
    try {
      const { ok } = await fetch(`${url}/api/sante`, { signal: AbortSignal.timeout(60_000) })
      repondLe ??= Date.now()
      if (ok || Date.now() - repondLe >= patienceMs) return
    } catch {
      // Not listening yet.
    }
    await attendre(50)
  }
  throw new Error('Le serveur web ne répond pas.')
}
