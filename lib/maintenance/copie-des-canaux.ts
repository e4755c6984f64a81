import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { type Canal, canauxRetenus } from '@/lib/maintenance/canaux'
import { logs } from '@/lib/socle/logs'

export type CanauxCaisse = { nom: string; canaux: Canal[] }

const texte = z.string().nullable()
const copieSchema = z.array(
  z.object({
    nom: z.string(),
    canaux: z.array(
      z.object({ type: z.string(), theme: texte, nom: texte, telephone: texte, courriel: texte, adresse: texte }),
    ),
  }),
)

/** Beside the files, whose names hold no dot: it survives the server and the database. */
const chemin = () => process.env.STOCKAGE_DOSSIER && join(process.env.STOCKAGE_DOSSIER, 'canaux.json')

let ecrite = ''

/** Keeps what the caisses give, for the day the database can't be asked. One line of `contacts` per contact, by caisse. */
export async function copierCanaux(contacts: (Canal & { caisse: string })[]): Promise<void> {
  const parCaisse = new Map<string, Canal[]>()
  for (const { caisse, ...canal } of contacts) parCaisse.set(caisse, [...(parCaisse.get(caisse) ?? []), canal])
  const copie = JSON.stringify([...parCaisse].map(([nom, canaux]) => ({ nom, canaux: canauxRetenus(canaux) })))
  const destination = chemin()
  if (copie === ecrite || !destination) return
  try {
    await mkdir(dirname(destination), { recursive: true })
    // Whole or not at all: it may be read at this very moment, or the machine stop.
    const provisoire = `${destination}.${process.pid}`
    await writeFile(provisoire, copie, { mode: 0o600 })
    await rename(provisoire, destination)
    ecrite = copie
  } catch (erreur) {
    logs.warn({ message: String(erreur) }, 'copie des autres canaux non écrite')
  }
}

/** What was kept; nothing where nothing was, or where it can't be read. */
export async function lireCanaux(): Promise<CanauxCaisse[]> {
  try {
    return copieSchema.parse(JSON.parse(await readFile(chemin() ?? '', 'utf8')))
  } catch {
    return []
  }
}
