import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dossierTemporaire } from '@/lib/processus/dossier-temporaire'
import { demarrerPostgres, effacerPostgres } from '@/lib/processus/postgres'

let dossier: string
beforeAll(() => {
  dossier = dossierTemporaire()
})
afterAll(() => rmSync(dossier, { recursive: true, force: true }))

async function lire(url: string, requete: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ valeur: unknown }>(`SELECT (${requete}) AS valeur`)
  await client.end()
  return rows[0]?.valeur
}

test('data outlive a stop, and a stale pid file does not prevent the next start', async () => {
  const premier = await demarrerPostgres({ dossier, persistant: true })
  const client = new pg.Client({ connectionString: premier.urlAdmin })
  await client.connect()
  await client.query(`CREATE TABLE souvenir AS SELECT 'gardé' AS texte`)
  await client.end()
  await premier.arreter()
  // The number of a living process that is not a server, as after the restart of a container.
  const pid = join(dossier, 'grappe', 'postmaster.pid')
  writeFileSync(pid, `${process.pid}\n${join(dossier, 'grappe')}\n`)

  const second = await demarrerPostgres({ dossier, persistant: true })
  expect(await lire(second.urlAdmin, 'SELECT texte FROM souvenir')).toBe('gardé')
  expect(await lire(second.urlAdmin, `lower('ÉLOÏSE')`)).toBe('éloïse')
  expect(await lire(second.urlAdmin, `current_setting('timezone')`)).toBe('UTC')
  await second.arreter()
})

test('a server left running by a killed launcher is stopped, and its data found again', async () => {
  const script = `
    import { demarrerPostgres } from '@/lib/processus/postgres'
    import { readFileSync } from 'node:fs'
    await demarrerPostgres({ dossier: process.argv[1], persistant: true })
    // The guard goes first: nobody is left to stop the server.
    const enfants = readFileSync('/proc/self/task/' + process.pid + '/children', 'utf8').trim().split(' ')
    for (const pid of enfants) {
      if (readFileSync('/proc/' + pid + '/comm', 'utf8') === 'sh\\n') process.kill(Number(pid), 'SIGKILL')
    }
    process.kill(process.pid, 'SIGKILL')
  `
  const lanceur = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script, dossier], {
    stdio: 'inherit',
  })
  await new Promise((resoudre) => lanceur.once('exit', resoudre))
  const orphelin = Number.parseInt(readFileSync(join(dossier, 'grappe', 'postmaster.pid'), 'utf8'), 10)
  expect(() => process.kill(orphelin, 0)).not.toThrow()

  const suivant = await demarrerPostgres({ dossier, persistant: true })
  expect(await lire(suivant.urlAdmin, 'SELECT texte FROM souvenir')).toBe('gardé')
  await suivant.arreter()
  await effacerPostgres(dossier)
  expect(existsSync(join(dossier, 'grappe', 'PG_VERSION'))).toBe(false)
})

test('a throw-away server starts empty and leaves nothing but its log', async () => {
  const serveur = await demarrerPostgres({ dossier, persistant: false })
  expect(await lire(serveur.urlAdmin, `to_regclass('souvenir')::text`)).toBeNull()
  expect(await lire(serveur.urlAdmin, `current_setting('fsync')`)).toBe('off')
  await serveur.arreter()
  expect(readdirSync(dossier).sort()).toEqual(['mot-de-passe-postgres', 'postgres.log'])
})

test('a taken port is told, with what the server wrote', async () => {
  const serveur = await demarrerPostgres({ dossier, persistant: false })
  const ailleurs = dossierTemporaire()
  await expect(demarrerPostgres({ dossier: ailleurs, port: serveur.port, persistant: false })).rejects.toThrow(
    /n’a pas démarré[\s\S]*Address already in use/,
  )
  await serveur.arreter()
  rmSync(ailleurs, { recursive: true, force: true })
})
