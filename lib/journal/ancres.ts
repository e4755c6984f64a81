import { existsSync } from 'node:fs'
import { mkdir, open, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { journaliser } from '@/lib/journal/ecrire'
import type { CleJournal } from '@/lib/journal/sceau'
import { clesJournal, signer } from '@/lib/journal/sceau'
import { avecTravaux } from '@/lib/socle/base'

const hexa = z.string().regex(/^[0-9a-f]{64}$/)

const ancreSchema = z.strictObject({
  rang: z.string().regex(/^\d{1,18}$/),
  sceau: hexa,
  le: z.iso.datetime(),
  cle: z.number().int(),
  signature: hexa,
})

/** Where the chain stood at an instant, signed: kept outside the database, so that a tail cut off is seen. */
export type Ancre = z.output<typeof ancreSchema>

/** Folder of the anchors, or undefined when none is set. */
export const dossierDesAncres = () => process.env.JOURNAL_ANCRES || undefined

const signatureDe = ({ rang, sceau, le }: Pick<Ancre, 'rang' | 'sceau' | 'le'>, cle: CleJournal) =>
  signer({ usage: 'ancre', rang, sceau, valeurs: [le] }, cle).toString('hex')

/** True when one of the keys of the journal made this anchor. */
export function ancreSignee(ancre: Ancre, cles: CleJournal[]): boolean {
  const cle = cles.find(({ version }) => version === ancre.cle)
  return cle !== undefined && signatureDe(ancre, cle) === ancre.signature
}

/**
 * Adds the head of the chain to the file of the month, and gives its rank; null without a folder. The file only grows:
 * the folder may stand on another machine, or on a medium that cannot be written twice.
 */
export async function ancrer(maintenant: Date, dossier = dossierDesAncres()): Promise<bigint | null> {
  const [cle] = clesJournal()
  if (!dossier || !cle) return null
  const tete = await avecTravaux((tx) => tx.journalTete.findFirstOrThrow({ select: { id: true, sceau: true } }))
  const le = maintenant.toISOString()
  const lue = { rang: String(tete.id), sceau: Buffer.from(tete.sceau).toString('hex'), le }
  const ancre: Ancre = { ...lue, cle: cle.version, signature: signatureDe(lue, cle) }
  await mkdir(dossier, { recursive: true, mode: 0o700 })
  const fichier = await open(join(dossier, `journal-${le.slice(0, 7)}.ancres`), 'a', 0o600)
  try {
    await fichier.appendFile(`${JSON.stringify(ancre)}\n`)
    await fichier.sync()
  } finally {
    await fichier.close()
  }
  await avecTravaux((tx) =>
    journaliser(tx, { action: 'journal.ancre', profil: 'automatique', details: { rang: lue.rang } }),
  )
  return tete.id
}

/** All the anchors of a folder, the lowest rank first, and the lines that are none. */
export async function lireAncres(dossier: string): Promise<{ ancres: Ancre[]; illisibles: string[] }> {
  const ancres: Ancre[] = []
  const illisibles: string[] = []
  const noms = existsSync(dossier) ? (await readdir(dossier)).filter((nom) => nom.endsWith('.ancres')).sort() : []
  for (const nom of noms) {
    const lignes = (await readFile(join(dossier, nom), 'utf8')).split('\n')
    for (const [rang, ligne] of lignes.entries()) {
      if (!ligne.trim()) continue
      const lue = lireAncre(ligne)
      if (lue) ancres.push(lue)
      else illisibles.push(`${nom}, ligne ${rang + 1}`)
    }
  }
  return { ancres: ancres.sort((a, b) => Number(BigInt(a.rang) - BigInt(b.rang))), illisibles }
}

function lireAncre(ligne: string): Ancre | null {
  try {
    return ancreSchema.parse(JSON.parse(ligne))
  } catch {
    return null
  }
}
