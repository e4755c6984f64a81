import { consignerIncident, logs } from '@/lib/socle/logs'
import { demarrerTravaux } from '@/lib/travaux/demarrer-travaux'

const { pret, arreter } = demarrerTravaux()

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    logs.info({ signal }, 'arrêt des travaux')
    void arreter().then(
      () => process.exit(0),
      (erreur) => {
        consignerIncident(erreur, 'arret')
        process.exit(1)
      },
    )
  })
}

pret.catch((erreur) => {
  consignerIncident(erreur, 'demarrage')
  process.exit(1)
})
