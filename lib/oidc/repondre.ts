import { debiter } from '@/lib/debits/debiter'
import { ErreurOidc } from '@/lib/oidc/refuser'
import { type ReglagesOidc, reglagesOidc } from '@/lib/oidc/reglages'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { consignerIncident, logs } from '@/lib/socle/logs'
import { munir, sansCache } from '@/lib/socle/route'
import { adresseClient } from '@/lib/socle/session'

/**
 * Answers a step of the sign-in through the provider: the browser is always sent on, to where `travail` says, or back to the
 * sign-in page with the reason.
 */
export async function repondre(
  travail: (reglages: ReglagesOidc, adresse: string, maintenant: Date) => Promise<string>,
): Promise<Response> {
  const reglages = reglagesOidc()
  if (!reglages) return munir(new Response(null, { status: 404, headers: sansCache }))
  return versAdresse(await allerOuRevenir(reglages, travail))
}

async function allerOuRevenir(reglages: ReglagesOidc, travail: Parameters<typeof repondre>[0]): Promise<string> {
  try {
    const adresse = await adresseClient()
    const maintenant = new Date()
    await debiter('public', { sujet: adresse, maintenant })
    return await travail(reglages, adresse, maintenant)
  } catch (erreur) {
    if (erreur instanceof ErreurMetier) return '/connexion?oidc=indisponible'
    if (!(erreur instanceof ErreurOidc)) {
      consignerIncident(erreur, 'route')
      return '/connexion?oidc=indisponible'
    }
    const { code, origine } = erreur
    // Its kind and its words only: what the provider answered may name the person.
    if (origine instanceof Error) logs.warn({ code, erreur: origine.name, message: origine.message }, 'connexion OIDC')
    return `/connexion?oidc=${code}`
  }
}

function versAdresse(vers: string): Response {
  const location = new URL(vers, process.env.URL_PUBLIQUE).href
  return munir(new Response(null, { status: 303, headers: { ...sansCache, location } }))
}
