import { setTimeout as attendre } from 'node:timers/promises'
import { PgBoss } from 'pg-boss'
import { baseTravaux } from '@/lib/socle/base'
import { consignerIncident, logs } from '@/lib/socle/logs'
import { battre } from '@/lib/travaux/battre'
import { fermerFile } from '@/lib/travaux/file'
import { type NomFile, schemaFiles } from '@/lib/travaux/files'
import { travaux } from '@/lib/travaux/travaux'

type Arret = () => Promise<void>

const reglages: Partial<Record<NomFile, { localConcurrency: number }>> = {
  'courriel.envoyer': { localConcurrency: 2 },
  'piece.analyser': { localConcurrency: 2 },
}

function creerBoss(): PgBoss {
  const boss = new PgBoss({
    connectionString: process.env.DATABASE_URL_TRAVAUX,
    schema: schemaFiles,
    max: 4,
    migrate: false,
    createSchema: false,
    // Rebuilding an index needs its owner.
    reindex: false,
    superviseIntervalSeconds: 30,
  })
  boss.on('error', (erreur) => logs.warn({ message: erreur.message }, 'file de travaux'))
  return boss
}

/** Tries until the database answers: at the start of a machine, it may come later than the worker. */
async function demarrerBoss(abandon: AbortSignal): Promise<PgBoss | null> {
  while (!abandon.aborted) {
    const boss = creerBoss()
    try {
      await boss.start()
      return boss
    } catch (erreur) {
      await boss.stop({ graceful: false }).catch(() => {})
      logs.warn({ message: (erreur as Error).message }, 'base injoignable, nouvel essai dans 2 s')
      await attendre(2_000, undefined, { signal: abandon }).catch(() => {})
    }
  }
  return null
}

async function prendre(boss: PgBoss, nom: NomFile): Promise<void> {
  const options = { pollingIntervalSeconds: 0.5, includeMetadata: true, ...reglages[nom] } as const
  await boss.work(nom, options, async (lot) => {
    for (const { id, data, retryCount, retryLimit } of lot) {
      const dernierEssai = retryCount >= retryLimit
      try {
        await travaux[nom](data, { dernierEssai })
      } catch (erreur) {
        // A failure that will be tried again is ordinary: a mail server or a scanner may be away.
        if (dernierEssai) consignerIncident(erreur, nom)
        else logs.warn({ travail: id, file: nom, essai: retryCount, message: (erreur as Error).message }, 'à reprendre')
        throw erreur
      }
    }
  })
}

/** Runs the jobs until `arreter` is called; work under way is then finished, for 20 seconds at most. */
export function demarrerTravaux(): { pret: Promise<void>; arreter: Arret } {
  const abandon = new AbortController()
  const cesser = battre('travaux')
  const demarrage = demarrerBoss(abandon.signal).then(async (boss) => {
    if (!boss) return null
    for (const nom of Object.keys(travaux) as NomFile[]) await prendre(boss, nom)
    await boss.schedule('nuit', '30 2 * * *', {}, { tz: 'Europe/Paris' })
    // At 8 and 13:30 above all: see `passages.ts`.
    await boss.schedule('courriel.resumer', '0,30 * * * *', {}, { tz: 'Europe/Paris' })
    await boss.schedule('journal.ancrer', '7 * * * *', {}, { tz: 'Europe/Paris' })
    await boss.schedule('conservation', '45 3 * * *', {}, { tz: 'Europe/Paris' })
    await boss.schedule('journal.nuit', '15 3 * * *', {}, { tz: 'Europe/Paris' })
    await boss.schedule('signaux', '* * * * *', {}, { tz: 'Europe/Paris' })
    await boss.schedule('menage', '37 * * * *', {}, { tz: 'Europe/Paris' })
    logs.info('travaux prêts')
    return boss
  })
  const arreter = async () => {
    abandon.abort()
    cesser()
    const boss = await demarrage.catch(() => null)
    await boss?.stop({ graceful: true, timeout: 20_000 })
    await fermerFile()
    await baseTravaux().$disconnect()
  }
  return { pret: demarrage.then(() => {}), arreter }
}
