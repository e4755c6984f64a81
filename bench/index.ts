import { totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import { demarrerPlateformeDeTest } from '@/lib/processus/plateforme-de-test'
import { charger } from './charger'
import { chauffer } from './chauffer'
import { dresserDecor } from './decor'
import { type Mesure, mesurer } from './mesurer'
import { croissance, rapport, rapportDe } from './rapport'

const { values } = parseArgs({
  options: {
    /** Numbers of demandes, one bench after the other; with several, the growth from the first to the last is told too. */
    tailles: { type: 'string', default: '100000' },
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

const tailles = values.tailles.split(',').map((taille) => entier(taille, 1_000_000))
const reglages = {
  manches: entier(values.manches, 50),
  dureeMs: entier(values.secondes, 60) * 1000,
  concurrences: [1, 16],
}
const viser = 0.8

/** What the manual of PostgreSQL advises, and what a caisse would give it. */
const memoireMo = Math.round(totalmem() / 4 / 2 ** 20)

let arreter = async () => {}
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void arreter().then(() => process.exit(130)))

/** A database of its own for each size, thrown away after it. */
async function mesurerTaille(demandes: number): Promise<Mesure[]> {
  const plateforme = await demarrerPlateformeDeTest({ graine: false, memoireMo, env: { EP_BENCH: '1' } })
  arreter = plateforme.arreter
  try {
    // Its mails would be sent during the measures of the others.
    await plateforme.serveurs.arreter('travaux')
    console.log(`Chargement de ${demandes} demandes…`)
    const debut = performance.now()
    const lignes = await charger(plateforme.urls.migration, demandes)
    const detail = Object.entries(lignes).map(([table, nombre]) => `${nombre} ${table}`)
    console.log(`Chargées en ${Math.round((performance.now() - debut) / 1000)} s : ${detail.join(', ')}.`)
    const decor = await dresserDecor(plateforme)
    await chauffer(plateforme.urls)
    console.log('Mesure…\n')
    const mesures = await mesurer(plateforme, decor, reglages)
    console.log(`${rapport(mesures)}\n`)
    return mesures
  } finally {
    await plateforme.arreter()
  }
}

try {
  const parTaille: { demandes: number; mesures: Mesure[] }[] = []
  for (const demandes of tailles) parTaille.push({ demandes, mesures: await mesurerTaille(demandes) })
  if (parTaille.length > 1) console.log(`${croissance(parTaille)}\n`)
  const file = parTaille.flatMap(({ mesures }) => mesures).filter(({ nom }) => nom === 'file de la caisse')
  const atteint = file.every(({ tirs, etalons }) => rapportDe(tirs, etalons) >= viser)
  console.log(`Objectif, la file à ${viser} fois le débit de la page nue : ${atteint ? 'atteint' : 'manqué'}.`)
  process.exit(0)
} catch (erreur) {
  console.error(erreur)
  process.exit(1)
}
