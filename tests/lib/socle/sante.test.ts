import { createServer } from 'node:net'
import pg from 'pg'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { GET } from '@/app/api/sante/route'
import { baseDeTest } from '../../base-de-test'

const base = await baseDeTest()

async function battre(ilYA: string): Promise<void> {
  const client = new pg.Client({ connectionString: base.travaux })
  await client.connect()
  await client.query(
    `INSERT INTO battement (processus, "vuLe") VALUES ('travaux', now() - $1::interval)
     ON CONFLICT (processus) DO UPDATE SET "vuLe" = excluded."vuLe"`,
    [ilYA],
  )
  await client.end()
}

function fauxClamd(reponse: string): Promise<string> {
  const serveur = createServer((prise) => prise.once('data', () => prise.end(reponse)))
  onTestFinished(() => void serveur.close())
  return new Promise((resoudre) => {
    serveur.listen(0, '127.0.0.1', () => {
      const adresse = serveur.address()
      resoudre(`127.0.0.1:${adresse && typeof adresse === 'object' ? adresse.port : 0}`)
    })
  })
}

const interroger = (autorisation?: string) =>
  GET(new Request('http://localhost/api/sante', { headers: autorisation ? { authorization: autorisation } : {} }))

beforeEach(() => battre('1 second'))
afterEach(() => vi.unstubAllEnvs())

test('everything is well while the worker beats', async () => {
  const reponse = await interroger()
  expect(reponse.status).toBe(200)
  expect(await reponse.json()).toEqual({
    etat: 'ok',
    web: 'ok',
    base: 'ok',
    travaux: 'ok',
    antivirus: 'absent',
    enPanne: [],
  })
})

test('a worker that has not beaten for 50 s is named', async () => {
  await battre('50 seconds')
  const reponse = await interroger()
  expect(reponse.status).toBe(503)
  expect(await reponse.json()).toMatchObject({ travaux: 'panne', enPanne: ['travaux'] })
})

test('the scanner must answer once it is configured', async () => {
  vi.stubEnv('CLAMD', await fauxClamd('PONG\0'))
  expect((await interroger()).status).toBe(200)
  vi.stubEnv('CLAMD', await fauxClamd('HELLO'))
  expect(await (await interroger()).json()).toMatchObject({ enPanne: ['antivirus'] })
  vi.stubEnv('CLAMD', '127.0.0.1:1')
  expect(await (await interroger()).json()).toMatchObject({ enPanne: ['antivirus'] })
})

test('production does not do without a scanner', async () => {
  vi.stubEnv('EP_MODE', 'production')
  vi.stubEnv('SONDE_JETON', 'mot-de-la-sonde')
  expect(await (await interroger('Bearer mot-de-la-sonde')).json()).toMatchObject({ antivirus: 'panne' })
})

test('in production a stranger learns that something is down, and nothing more', async () => {
  vi.stubEnv('EP_MODE', 'production')
  for (const autorisation of [undefined, 'Bearer ', 'Bearer undefined', 'Bearer autre']) {
    const reponse = await interroger(autorisation)
    expect(reponse.status).toBe(503)
    expect(await reponse.json()).toEqual({ etat: 'panne' })
  }
})
