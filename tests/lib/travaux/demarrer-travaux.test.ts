import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { ajouterCourriel } from '@/lib/notifications/ajouter-courriel'
import { dossierTemporaire } from '@/lib/processus/dossier-temporaire'
import { portLibre } from '@/lib/processus/port'
import { demarrerPostgres, type Postgres } from '@/lib/processus/postgres'
import { preparerBase } from '@/lib/processus/preparer-base'
import { avecConnexion } from '@/lib/socle/base'
import { demarrerTravaux } from '@/lib/travaux/demarrer-travaux'
import { envoyerTravail } from '@/lib/travaux/file'
import { migrer } from '@/prisma/migrer'
import { ids, peupler, sql } from '@/tests/lib/comptes/comptes-de-test'
import { boiteDeTest } from '@/tests/lib/notifications/boite-de-test'

// A server of its own: it is stopped in the middle of the work.
const dossier = dossierTemporaire()
const port = await portLibre()
const ouvrir = () => demarrerPostgres({ dossier, port, persistant: true })
let postgres: Postgres = await ouvrir()
const urls = await preparerBase(postgres.urlAdmin, 'ep')
const base = { ...urls, nom: 'ep' }
await migrer(urls.migration)
Object.assign(process.env, { EP_MODE: 'test', DATABASE_URL: urls.web, DATABASE_URL_TRAVAUX: urls.travaux })
await peupler(base)
const boite = await boiteDeTest()

let travaux: ReturnType<typeof demarrerTravaux>
beforeAll(async () => {
  travaux = demarrerTravaux()
  await travaux.pret
})
afterAll(async () => {
  await travaux.arreter()
  await boite.arreter()
  await postgres.arreter()
  rmSync(dossier, { recursive: true, force: true })
})

const attendreQue = (verifier: () => void | Promise<void>) => vi.waitFor(verifier, { timeout: 25_000, interval: 100 })

const envoyer = (reference: string) =>
  avecConnexion((tx) =>
    ajouterCourriel(tx, {
      modele: 'demande_deposee',
      destinataire: 'mlegall@vaucreux.example',
      compteId: ids.technicien,
      donnees: { reference, caisse: 'CPAM des Deux-Vallées' },
    }),
  )

const objets = () => boite.recus.map(({ subject }) => subject?.slice(0, 17))

it('sends a mail soon after the act, and gives signs of life', async () => {
  await envoyer('26-000001')
  await attendreQue(() => expect(objets()).toContain('Demande 26-000001'))
  const [battement] = await sql<{ vuLe: Date }>(base, `SELECT "vuLe" FROM battement WHERE processus = 'travaux'`)
  expect(Date.now() - (battement?.vuLe.getTime() ?? 0)).toBeLessThan(15_000)
})

it('answers «mot de passe oublié» for an address in the job, and stays silent for an unknown one', async () => {
  await avecConnexion((tx) => envoyerTravail(tx, 'compte.oubli', { courriel: 'inconnue@vaucreux.example' }))
  await avecConnexion((tx) => envoyerTravail(tx, 'compte.oubli', { courriel: 'mlegall@vaucreux.example' }))
  await attendreQue(() => expect(objets()).toContain('Espace Partenaire'))
  expect(await sql(base, `SELECT 1 FROM courriel WHERE modele = 'mot_de_passe'`)).toHaveLength(1)
})

it('keeps the mails while the mail server is down, and sends them when it is back', async () => {
  await boite.arreter()
  await Promise.all(['26-000002', '26-000003', '26-000004'].map(envoyer))
  await attendreQue(async () =>
    expect(await sql(base, `SELECT 1 FROM courriel WHERE erreur LIKE '%ECONNREFUSED%'`)).toHaveLength(3),
  )
  await boite.demarrer()
  await attendreQue(async () =>
    expect(
      await sql(base, `SELECT 1 FROM pgboss.job WHERE name = 'courriel.envoyer' AND state = 'retry'`),
    ).toHaveLength(3),
  )
  // Rather than waiting half a minute for the next try.
  await sql(base, `UPDATE pgboss.job SET start_after = now() WHERE name = 'courriel.envoyer' AND state = 'retry'`)
  await attendreQue(() => {
    for (const rang of [2, 3, 4]) expect(objets()).toContain(`Demande 26-00000${rang}`)
  })
})

it('goes on by itself after a restart of the database', async () => {
  await postgres.arreter()
  postgres = await ouvrir()
  await attendreQue(async () => {
    await envoyer('26-000005')
  })
  await attendreQue(() => expect(objets()).toContain('Demande 26-000005'))
})

it('plans the night, in Paris', async () => {
  const [nuit] = await sql(base, `SELECT cron, timezone FROM pgboss.schedule WHERE name = 'nuit'`)
  expect(nuit).toEqual({ cron: '30 2 * * *', timezone: 'Europe/Paris' })
})
