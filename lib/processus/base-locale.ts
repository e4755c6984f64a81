import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { migrer } from '@/prisma/migrer'
import type { Arrets } from './arrets'
import { executerEnfant } from './enfants'
import { clientAdmin, preparerBase, type UrlsBase } from './preparer-base'

const BASE = 'espace_partenaires'
const CHARGEE = 'données de démonstration chargées'

type Options = {
  urlAdmin: string
  dossier: string
  env: (urls: UrlsBase) => NodeJS.ProcessEnv
  graine: boolean
  arrets: Arrets
  dire: (ligne: string) => void
}

/** Creates, migrates and fills the database of a demo. A filling that was cut short starts again from nothing. */
export async function preparerBaseLocale(options: Options): Promise<UrlsBase> {
  const { urlAdmin, graine, dire } = options
  const urls = await preparerBase(urlAdmin, BASE)
  const remplie = await estRemplie(urlAdmin)
  if (remplie === 'en partie') {
    dire('Le chargement précédent s’est interrompu : les données de démonstration sont reprises du début.')
    await clientAdmin(urlAdmin, (client) => client.query(`DROP DATABASE ${BASE} WITH (FORCE)`))
    await preparerBase(urlAdmin, BASE)
  }
  const appliquees = await migrer(urls.migration)
  if (remplie === 'oui' && appliquees.length > 0) dire(`Base mise à jour : ${appliquees.join(', ')}.`)
  if (graine && remplie !== 'oui') {
    dire('Chargement des données de démonstration…')
    // Without their rows, the files, mails and anchors of an older database are of no use to anybody.
    for (const nom of ['fichiers', 'courriels', 'ancres']) viderDossier(join(options.dossier, nom))
    await semer(options, urls)
    await clientAdmin(urlAdmin, (client) => client.query(`COMMENT ON DATABASE ${BASE} IS '${CHARGEE}'`))
  }
  return urls
}

async function estRemplie(urlAdmin: string): Promise<'oui' | 'non' | 'en partie'> {
  const remarque = await clientAdmin(urlAdmin, (client) =>
    client.query<{ texte: string | null }>(
      `SELECT shobj_description(oid, 'pg_database') AS texte FROM pg_database WHERE datname = $1`,
      [BASE],
    ),
  )
  if (remarque.rows[0]?.texte === CHARGEE) return 'oui'
  const url = new URL(urlAdmin)
  url.pathname = `/${BASE}`
  return clientAdmin(url.href, async (client) => {
    const { rows } = await client.query<{ presente: boolean }>(
      `SELECT to_regclass('public.caisse') IS NOT NULL AS presente`,
    )
    if (!rows[0]?.presente) return 'non'
    const { rowCount } = await client.query('SELECT 1 FROM caisse LIMIT 1')
    return rowCount ? 'en partie' : 'non'
  })
}

async function semer({ dossier, env, arrets }: Options, urls: UrlsBase): Promise<void> {
  let oublier = () => {}
  await executerEnfant(
    {
      nom: 'chargement des données',
      args: ['--import', 'tsx', join('prisma', 'seed', 'index.ts')],
      env: env(urls),
      journal: join(dossier, 'journaux', 'donnees.log'),
    },
    (enfant) => {
      oublier = arrets.ajouter(() => enfant.arreter(3_000))
    },
  ).finally(() => oublier())
}

function viderDossier(chemin: string): void {
  rmSync(chemin, { recursive: true, force: true })
}
