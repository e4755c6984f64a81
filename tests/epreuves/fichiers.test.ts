import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, expect, it } from 'vitest'
import { AntivirusDepasse, analyser } from '@/lib/pieces-jointes/antivirus'
import { assainir } from '@/lib/pieces-jointes/assainir'
import { inspecteur } from '@/lib/pieces-jointes/inspecteur'
import { nomDeFichierSur } from '@/lib/pieces-jointes/nom-fichier'
import { demarrerClamd, eicar } from '@/lib/processus/clamd'
import { mauvais } from './fichiers-mauvais'
import { hasardDe, type Piece, sain } from './fichiers-sains'

const complete = process.env.EPREUVES === 'completes'
const MAUVAIS = complete ? 2_000 : 55
const SAINS = complete ? 300 : 20

const clamd = await demarrerClamd({ dossier: mkdtempSync(join(tmpdir(), 'ep-fichiers-')) })
afterAll(async () => clamd?.arreter())

setFlagsFromString('--expose-gc')
const ramasser = runInNewContext('gc') as (maniere: object) => void
/** In MB, once the heap has given back what it holds in reserve. */
function memoire(): number {
  ramasser({ type: 'major', execution: 'sync', flavor: 'last-resort' })
  return process.memoryUsage().rss / 1024 ** 2
}

const depasse = (erreur: unknown) => {
  if (erreur instanceof AntivirusDepasse) return { verdict: 'depassee' as const }
  throw erreur
}

/** What becomes of a file: refused when it is sent, by the scanner, or by the analysis; or the type it is kept under. */
async function sort({ nom, contenu }: Piece): Promise<string> {
  const sur = nomDeFichierSur(nom)
  expect(sur).not.toMatch(/[/\\\p{Cc}\u202A-\u202E<>:"|?*]/u)
  expect(sur.length).toBeLessThanOrEqual(120)
  const examen = inspecteur()
  for (let i = 0; i < contenu.length; i += 65_536) examen.ajouter(contenu.subarray(i, i + 65_536))
  const recu = await examen.conclure(sur)
  if ('refus' in recu) return `refus ${recu.code}`
  // Where no scanner is installed, its part is played by a search of what it searches.
  const scanne = clamd
    ? (await analyser(Readable.from([contenu]), clamd.adresse).catch(depasse)).verdict
    : contenu.includes(eicar())
      ? 'infectee'
      : 'saine'
  if (scanne === 'infectee') return 'refus infecte'
  const assaini = await assainir(contenu)
  if (scanne === 'depassee' && !('refus' in assaini)) return 'en attente'
  return 'refus' in assaini ? `refus ${assaini.refus}` : `accepte ${assaini.type}`
}

it(`accepts none of ${MAUVAIS} bad files, refuses none of ${SAINS} sound ones, and its memory does not grow`, async () => {
  const hasard = hasardDe(20_261_122)
  // Decoders loaded, pools filled.
  for (let n = 0; n < 20; n += 1) await sort(await sain(n, hasard))
  const depart = memoire()
  let sommet = depart
  const faux: string[] = []
  const comptes: Record<string, number> = {}
  const examiner = async (n: number, piece: Piece, attendu: 'refus' | 'accepte') => {
    const issue = await sort(piece)
    comptes[issue] = (comptes[issue] ?? 0) + 1
    if (!issue.startsWith(attendu)) faux.push(`${attendu} attendu, ${piece.sorte}, n° ${n} : ${issue}`)
    if (n % 50 === 0) sommet = Math.max(sommet, memoire())
  }
  for (let n = 0; n < MAUVAIS; n += 1) await examiner(n, await mauvais(n, hasard), 'refus')
  for (let n = 0; n < SAINS; n += 1) await examiner(n, await sain(n, hasard), 'accepte')
  sommet = Math.max(sommet, memoire())
  console.log(
    `${MAUVAIS} mauvais, ${SAINS} sains, clamd ${clamd ? 'réel' : 'absent'} : mémoire ${depart.toFixed(0)} → ${sommet.toFixed(0)} Mo\n`,
    JSON.stringify(comptes),
  )
  expect(faux).toEqual([])
  expect(sommet - depart).toBeLessThan(150)
})
