import { join } from 'node:path'
import { demarrerPlateformeDeTest } from '@/lib/processus/plateforme-de-test'
import { demarrerFournisseur } from '@/tests/fournisseur-oidc'
import { chercherSecrets } from './recherche-de-secrets'

/** Starts the whole product once for all journeys: database, web, worker, mail sink, and the scanner where there is one. */
export default async function preparer(): Promise<() => Promise<void>> {
  const fournisseur = await demarrerFournisseur()
  const plateforme = await demarrerPlateformeDeTest({
    env: {
      OIDC_ISSUER: fournisseur.emetteur,
      OIDC_CLIENT_ID: fournisseur.client,
      OIDC_CLIENT_SECRET: fournisseur.secret,
      OIDC_LIBELLE: 'l’identité de la caisse',
    },
  })
  fournisseur.declarer(`${plateforme.url}/api/oidc/retour`)
  if (process.env.CI && !plateforme.antivirus) {
    await fournisseur.arreter()
    await plateforme.arreter()
    throw new Error('clamd est absent : les parcours ont besoin d’un véritable antivirus.')
  }
  const semes = join(plateforme.env.DONNEES_DOSSIER ?? '', 'semes.jsonl')
  Object.assign(process.env, {
    E2E_URL: plateforme.url,
    E2E_ADMIN: plateforme.urls.migration,
    E2E_SECRET: plateforme.env.SECRET_SESSION,
    E2E_COURRIELS: plateforme.dossierCourriels,
    E2E_SEMES: semes,
    E2E_ANTIVIRUS: plateforme.antivirus ? 'oui' : '',
  })
  return async () => {
    try {
      const trouves = await chercherSecrets(plateforme, semes)
      if (trouves.length > 0)
        throw new Error(`Des secrets semés par les parcours ont été retrouvés :\n${[...new Set(trouves)].join('\n')}`)
    } finally {
      await fournisseur.arreter()
      await plateforme.arreter()
    }
  }
}
