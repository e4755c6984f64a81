import { parseArgs } from 'node:util'
import { demarrerPlateformeDeTest } from '@/lib/processus/plateforme-de-test'
import { charger } from './charger'
import { dresserDecor } from './decor'
import { mesurer } from './mesurer'
import { rapport, rapportDe } from './rapport'

const { values } = parseArgs({
  options: {
    demandes: { type: 'string', default: '100000' },
    manches: { type: 'string', default: '5' },
    /** Length of each measure. */
    secondes: { type: 'string', default: '2' },
  },
})

const entier = (texte: string, max: number) => {
  const valeur = Number(texte)
  if (!Number.isInteger(valeur) || valeur < 1 || valeur > max)
    throw new Error(`« ${texte} » : un entier de 1 à ${max}.`)
  return valeur
}

const demandes = entier(values.demandes, 1_000_000)
const reglages = {
  manches: entier(values.manches, 50),
  dureeMs: entier(values.secondes, 60) * 1000,
  concurrences: [1, 16],
}
const viser = 0.6

const plateforme = await demarrerPlateformeDeTest({ graine: false, env: { EP_BENCH: '1' } })
const arreter = async (code: number) => {
  await plateforme.arreter()
  process.exit(code)
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void arreter(130))
try {
  // Its mails would be sent during the measures of the others.
  await plateforme.serveurs.arreter('travaux')
  console.log(`Chargement de ${demandes} demandes…`)
  const debut = performance.now()
  const lignes = await charger(plateforme.urls.migration, demandes)
  const detail = Object.entries(lignes).map(([table, nombre]) => `${nombre} ${table}`)
  console.log(`Chargées en ${Math.round((performance.now() - debut) / 1000)} s : ${detail.join(', ')}.`)
  const decor = await dresserDecor(plateforme)
  console.log('Mesure…\n')
  const mesures = await mesurer(plateforme, decor, reglages)
  console.log(rapport(mesures))
  const file = mesures.filter(({ nom }) => nom === 'file de la caisse')
  const atteint = file.every(({ tirs, etalons }) => rapportDe(tirs, etalons) >= viser)
  console.log(`\nObjectif, la file à ${viser} fois le débit de la page nue : ${atteint ? 'atteint' : 'manqué'}.`)
  await arreter(0)
} catch (erreur) {
  console.error(erreur)
  await arreter(1)
}
