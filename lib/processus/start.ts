import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { verifierEnvironnement } from '@/lib/socle/verifier-env'
import { verifierServices } from '@/lib/socle/verifier-services'
import { Arrets } from './arrets'
import { tenirJusquAuSignal } from './lanceur'
import { portEstLibre } from './port'
import { type NomServeur, Serveurs } from './serveurs'

const racine = join(import.meta.dirname, '..', '..')

/** Production: `npm start` runs the web server and the worker, `npm start web` or `npm start travaux` only one of them. */
async function demarrer(choix: string | undefined): Promise<number> {
  if (choix !== undefined && choix !== 'web' && choix !== 'travaux') {
    console.error(`« ${choix} » n’est ni « web » ni « travaux ».`)
    return 1
  }
  const noms: NomServeur[] = choix ? [choix] : ['web', 'travaux']
  const fichier = join(racine, '.env')
  if (existsSync(fichier)) process.loadEnvFile(fichier)
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'production',
    EP_MODE: process.env.EP_MODE || 'production',
    NEXTAUTH_URL: process.env.URL_PUBLIQUE,
    NEXT_TELEMETRY_DISABLED: '1',
  }
  // The web server has no use for the owner's password.
  delete env.DATABASE_URL_MIGRATION
  const port = Number(env.PORT || 3000)
  const defauts = await relever(env, noms, port)
  if (defauts.length > 0) {
    console.error(`Le portail ne démarre pas. À corriger :\n${defauts.map((defaut) => `  - ${defaut}`).join('\n')}`)
    console.error('\nChaque variable est expliquée dans .env.example.')
    return 1
  }
  const arrets = new Arrets()
  return tenirJusquAuSignal(arrets, () => {
    const serveurs = new Serveurs({ env, journaux: null, port, arrets, dire: console.error })
    for (const nom of noms) serveurs.demarrer(nom)
    return serveurs.defaillance
  })
}

async function relever(env: NodeJS.ProcessEnv, noms: NomServeur[], port: number): Promise<string[]> {
  const defauts = verifierEnvironnement({ ...env, DATABASE_URL_MIGRATION: process.env.DATABASE_URL_MIGRATION })
  const dejaDit = (nom: string) => defauts.some((defaut) => defaut.startsWith(`${nom} :`))
  const aEssayer = Object.fromEntries(Object.entries(env).filter(([nom]) => !dejaDit(nom)))
  defauts.push(...(await verifierServices(aEssayer)))
  if (noms.includes('web')) {
    if (!existsSync(join(racine, '.next', 'BUILD_ID'))) defauts.push('Le site n’est pas construit : « npm run build »')
    if (!dejaDit('PORT') && !(await portEstLibre(port))) defauts.push(`PORT : le port ${port} est déjà pris`)
  }
  return defauts
}

process.exit(await demarrer(process.argv[2]))
