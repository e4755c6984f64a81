import { poserEnveloppe } from '@/lib/oidc/cookie'
import { partir } from '@/lib/oidc/depart'
import { fournisseur } from '@/lib/oidc/fournisseur'
import { repondre } from '@/lib/oidc/repondre'

export const dynamic = 'force-dynamic'

/** To the provider of identities of the caisses. */
export function GET(requete: Request): Promise<Response> {
  return repondre(async (reglages) => {
    const { searchParams } = new URL(requete.url)
    const { vers, enveloppe } = await partir(
      await fournisseur(reglages),
      searchParams.get('retour'),
      searchParams.has('choisir'),
    )
    await poserEnveloppe(enveloppe)
    return vers.href
  })
}
