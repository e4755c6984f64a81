import { z } from 'zod'
import { adresseSansNir } from '@/lib/recherche/sans-nir'
import { adresseRecherche, criteresSchema } from '@/lib/recherche/schema'
import { lireDebut } from '@/lib/socle/lire-debut'
import { sansCache } from '@/lib/socle/route'

const pages = { caisse: '/caisse/recherche', partenaire: '/demandes/recherche' }
const coteSchema = z.enum(['caisse', 'partenaire']).catch('partenaire')

/**
 * Where the search box sends what is typed. The words go into an address only once it is known that no NIR stands among them:
 * an address is kept by the browser, by proxies, by logs. Reads nothing and tells nothing: the page it leads to is guarded.
 */
export async function POST(requete: Request): Promise<Response> {
  const champs = new URLSearchParams(await lireDebut(requete, 4_000))
  const page = pages[coteSchema.parse(champs.get('cote'))]
  const criteres = criteresSchema.parse({ ...Object.fromEntries(champs), apres: undefined, refus: undefined })
  const location = adresseSansNir(page, criteres) ?? adresseRecherche(page, criteres)
  return new Response(null, { status: 303, headers: { ...sansCache, location } })
}
