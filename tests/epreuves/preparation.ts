import type { TestProject } from 'vitest/node'
import { demarrerPlateformeDeTest } from '@/lib/processus/plateforme-de-test'

/** Builds the product once, before the proofs start it. */
export default async function preparer(_projet: TestProject): Promise<void> {
  const plateforme = await demarrerPlateformeDeTest({ graine: false })
  await plateforme.arreter()
}
