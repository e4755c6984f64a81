import { rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestProject } from 'vitest/node'
import { dossierTemporaire } from '@/lib/processus/dossier-temporaire'
import { demarrerPostgres, type Postgres } from '@/lib/processus/postgres'
import { creerModele, type Modele } from './modele-de-test'

declare module 'vitest' {
  interface ProvidedContext {
    serveurDeBases: string
  }
}

/**
 * Lends databases to the test files. PostgreSQL and the migrated template are only made at the first request, so that a
 * run of pure tests starts nothing.
 */
export default async function preparer(projet: TestProject): Promise<(() => Promise<void>) | undefined> {
  // A run inside a run: its databases are lent by the one outside.
  const pret = process.env.SERVEUR_DE_BASES
  if (pret) {
    projet.provide('serveurDeBases', pret)
    return
  }
  let dossier: string | undefined
  let postgres: Postgres | undefined
  let modele: Promise<Modele> | undefined
  const ouvrir = async () => {
    dossier = dossierTemporaire()
    postgres = await demarrerPostgres({ dossier, persistant: false })
    return creerModele(postgres.urlAdmin)
  }
  const serveur = createServer(async (requete, reponse) => {
    try {
      modele ??= ouvrir()
      const { pathname } = new URL(requete.url ?? '/', 'http://localhost')
      const { preter, rendre } = await modele
      const resultat = await (requete.method === 'DELETE' ? rendre : preter)(pathname.slice(1))
      reponse.end(JSON.stringify(resultat ?? null))
    } catch (erreur) {
      reponse.statusCode = 500
      reponse.end(erreur instanceof Error ? erreur.message : String(erreur))
    }
  })
  const adresse = await ecouter(serveur)
  projet.provide('serveurDeBases', adresse)
  // Each project asks: the first one opens for all.
  process.env.SERVEUR_DE_BASES = adresse
  return async () => {
    serveur.closeAllConnections()
    serveur.close()
    await postgres?.arreter()
    if (dossier) rmSync(dossier, { recursive: true, force: true })
  }
}

function ecouter(serveur: Server): Promise<string> {
  return new Promise((resoudre, rejeter) => {
    serveur.once('error', rejeter)
    serveur.listen(0, '127.0.0.1', () => {
      resoudre(`http://127.0.0.1:${(serveur.address() as AddressInfo).port}`)
    })
  })
}
