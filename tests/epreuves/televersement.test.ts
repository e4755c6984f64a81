import { createCipheriv, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, expect, it } from 'vitest'
import type { Plateforme } from '@/lib/processus/plateforme'
import { demarrerPlateformeDeTest } from '@/lib/processus/plateforme-de-test'
import type { Client } from './action-sans-script'
import { preparerDepots } from './brouillons'

const Mo = 1024 ** 2
const repere = 'Repère-en-clair-que-le-disque-ne-doit-pas-porter'
const entete = '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n'

let plateforme: Plateforme | undefined
afterEach(async () => {
  await plateforme?.arreter()
  plateforme = undefined
})

/** A PDF of some size whose body can't be compressed away: noise, with a readable mark every megabyte. */
function* grandPdf(octets: number): Generator<Uint8Array> {
  yield Buffer.from(entete)
  const bruit = createCipheriv('aes-256-ctr', randomBytes(32), randomBytes(16))
  const morceau = Buffer.alloc(64 * 1024)
  for (let ecrits = 0; ecrits < octets; ecrits += morceau.length) {
    yield bruit.update(morceau)
    if (ecrits % Mo === 0) yield Buffer.from(`\n% ${repere}\n`)
  }
  yield Buffer.from('xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Root 1 0 R /Size 1 >>\nstartxref\n9\n%%EOF\n')
}

async function televerser({ url, cookie }: Client, brouillon: string, octets: number): Promise<number> {
  const limite = '----essai'
  async function* corps() {
    yield Buffer.from(
      `--${limite}\r\nContent-Disposition: form-data; name="fichier"; filename="grand.pdf"\r\nContent-Type: application/pdf\r\n\r\n`,
    )
    yield* grandPdf(octets)
    yield Buffer.from(`\r\n--${limite}--\r\n`)
  }
  const reponse = await fetch(`${url}/api/pieces-jointes?brouillon=${brouillon}`, {
    method: 'POST',
    headers: { cookie, origin: url, 'content-type': `multipart/form-data; boundary=${limite}` },
    body: Readable.toWeb(Readable.from(corps())),
    duplex: 'half',
  } as unknown as RequestInit)
  if (reponse.status !== 201) throw new Error(await reponse.text())
  return reponse.status
}

/** Resident memory of a process, in MiB. */
function memoire(pid: number): number {
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
}

it('takes in 50 MB without raising the memory of the server by more than 30 MB, and leaves nothing in clear on the disk', async () => {
  // The young part of the heap, which grows when it likes, is fixed; the bytes of a file are held outside of it.
  plateforme = await demarrerPlateformeDeTest({ graine: false, env: { NODE_OPTIONS: '--max-semi-space-size=2' } })
  const { atelier, brouillons, client } = await preparerDepots(plateforme, 1)
  await atelier.tx.reglagesCaisse.updateMany({
    data: { tailleMaxFichierOctets: 60 * Mo, tailleMaxDemandeOctets: 1_000 * Mo },
  })
  const [brouillon] = brouillons as [string]
  const pid = plateforme.serveurs.pid('web') ?? 0
  // A server that has served a while: code compiled, pools filled, heap at its usual size.
  for (let tour = 0; tour < 3; tour++) await televerser(client, brouillon, 20 * Mo)
  const avant = memoire(pid)
  let sommet = avant
  const releve = setInterval(() => {
    sommet = Math.max(sommet, memoire(pid))
  }, 20)
  await televerser(client, brouillon, 50 * Mo)
  clearInterval(releve)
  console.log(`50 Mo reçus : mémoire du serveur ${avant.toFixed(0)} → ${sommet.toFixed(0)} Mo au plus`)
  expect(sommet - avant).toBeLessThan(30)

  const dossier = plateforme.env.STOCKAGE_DOSSIER ?? ''
  const fichiers = readdirSync(dossier, { recursive: true, withFileTypes: true }).filter((entree) => entree.isFile())
  expect(fichiers).toHaveLength(4)
  for (const { parentPath, name } of fichiers) {
    const contenu = readFileSync(join(parentPath, name))
    expect(contenu.includes(repere)).toBe(false)
    // In full: four letters alone are found by chance in one run of forty, among so many ciphered bytes.
    expect(contenu.includes(entete)).toBe(false)
  }
  await atelier.fermer()
})
