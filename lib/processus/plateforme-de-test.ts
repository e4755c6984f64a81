import { rmSync } from 'node:fs'
import { Arrets } from './arrets'
import { dossierTemporaire } from './dossier-temporaire'
import { demarrerPlateforme, type Plateforme } from './plateforme'
import { portLibre } from './port'

type Options = { graine?: boolean; build?: boolean; env?: Record<string, string>; memoireMo?: number }

/**
 * The whole product on free ports and throw-away data, for browser journeys, ordeals and benches.
 * Both the demo data and the build are on by default; the build is skipped when it matches the sources.
 */
export async function demarrerPlateformeDeTest({
  graine = true,
  build = true,
  env,
  memoireMo,
}: Options = {}): Promise<Plateforme> {
  const arrets = new Arrets()
  const dossier = dossierTemporaire()
  arrets.ajouter(async () => rmSync(dossier, { recursive: true, force: true }))
  const dire = (ligne: string) => console.log(ligne)
  try {
    const port = await portLibre()
    return await demarrerPlateforme({
      dossier,
      mode: 'test',
      port,
      persistant: false,
      graine,
      build,
      env,
      memoireMo,
      arrets,
      dire,
    })
  } catch (erreur) {
    await arrets.tout()
    throw erreur
  }
}
