import { demarrerPlateformeDeTest } from '@/lib/processus/plateforme-de-test'

/** Starts the whole product once for all journeys: database, web, worker, mail sink, and the scanner where there is one. */
export default async function preparer(): Promise<() => Promise<void>> {
  const plateforme = await demarrerPlateformeDeTest()
  if (process.env.CI && !plateforme.antivirus) {
    await plateforme.arreter()
    throw new Error('clamd est absent : les parcours ont besoin d’un véritable antivirus.')
  }
  Object.assign(process.env, {
    E2E_URL: plateforme.url,
    E2E_ADMIN: plateforme.urls.migration,
    E2E_SECRET: plateforme.env.SECRET_SESSION,
    E2E_COURRIELS: plateforme.dossierCourriels,
    E2E_ANTIVIRUS: plateforme.antivirus ? 'oui' : '',
  })
  return () => plateforme.arreter()
}
