import { baseTravaux } from '@/lib/socle/base'
import { logs } from '@/lib/socle/logs'

const INTERVALLE_MS = 10_000

/** Writes a sign of life every 10 seconds, until the function it returns is called. A database that is away is only said. */
export function battre(processus: string): () => void {
  const ecrire = () => {
    const vuLe = new Date()
    baseTravaux()
      .battement.upsert({ where: { processus }, create: { processus, vuLe }, update: { vuLe } })
      .catch((erreur: Error) => logs.warn({ message: erreur.message.slice(0, 300) }, 'signe de vie non écrit'))
  }
  ecrire()
  const minuterie = setInterval(ecrire, INTERVALLE_MS)
  return () => clearInterval(minuterie)
}
