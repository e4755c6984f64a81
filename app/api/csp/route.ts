import { compter } from '@/lib/debits/debiter'
import { lireDebut } from '@/lib/socle/lire-debut'
import { logs } from '@/lib/socle/logs'
import { lireRapports } from '@/lib/socle/rapport-csp'
import { munir } from '@/lib/socle/route'
import { adresseClient } from '@/lib/socle/session'

const OCTETS_MAX = 16_000

/** Where browsers tell that a content policy stopped something. Logged without a name nor an address of a demande; bounded. */
export async function POST(requete: Request): Promise<Response> {
  const attente = await compter('csp', { sujet: await adresseClient(), maintenant: new Date() })
  if (attente > 0) return munir(new Response(null, { status: 429, headers: { 'retry-after': String(attente) } }))
  for (const rapport of lireRapports(await lireDebut(requete, OCTETS_MAX)))
    logs.warn(rapport, 'politique de contenu enfreinte')
  return munir(new Response(null, { status: 204 }))
}
