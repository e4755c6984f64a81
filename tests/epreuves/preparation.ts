import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { Arrets } from '@/lib/processus/arrets'
import { construire, genererClient } from '@/lib/processus/construire'
import { dossierTemporaire } from '@/lib/processus/dossier-temporaire'

/** Builds the product once, before the proofs start it. */
export default async function preparer(): Promise<void> {
  const dossier = dossierTemporaire()
  const contexte = { journal: join(dossier, 'construction.log'), arrets: new Arrets() }
  try {
    await genererClient(contexte)
    await construire(contexte, () => console.log('Construction du site (une à deux minutes la première fois)…'))
  } finally {
    rmSync(dossier, { recursive: true, force: true })
  }
}
