import { prendreEnveloppe } from '@/lib/oidc/cookie'
import { adresseRetour, ouvrirEnveloppe } from '@/lib/oidc/depart'
import { entrer, prendreRetour } from '@/lib/oidc/entrer'
import { fournisseur } from '@/lib/oidc/fournisseur'
import { identifier } from '@/lib/oidc/identite'
import { ErreurOidc } from '@/lib/oidc/refuser'
import { repondre } from '@/lib/oidc/repondre'
import { lireNavigateur, poserCookieAppareil } from '@/lib/securite/cookie-appareil'
import { poserCookie } from '@/lib/socle/session'

export const dynamic = 'force-dynamic'

/** Back from the provider of identities of the caisses. */
export function GET(requete: Request): Promise<Response> {
  return repondre(async (reglages, adresse, maintenant) => {
    const depart = await ouvrirEnveloppe(await prendreEnveloppe())
    if (!depart || !(await prendreRetour(depart.etat, maintenant))) throw new ErreurOidc('expire')
    // As the provider was told it, whatever stands between it and us.
    const retour = new URL(adresseRetour() + new URL(requete.url).search)
    const identite = await identifier(await fournisseur(reglages), reglages, { adresse: retour, depart })
    const { navigateur, jeton } = await lireNavigateur()
    const issue = await entrer(identite, { adresse, navigateur, jeton, maintenant, retour: depart.retour })
    if ('refus' in issue) throw new ErreurOidc(issue.refus)
    await poserCookie(issue.sessionId)
    await poserCookieAppareil(jeton)
    return issue.vers
  })
}
