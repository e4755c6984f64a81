import { createHash, timingSafeEqual } from 'node:crypto'
import { munir } from '@/lib/socle/route'
import { etatDeSante } from '@/lib/socle/sante'

export const dynamic = 'force-dynamic'

/** 200 or 503 for anyone; which part is down, for the probe that bears its word (`Authorization: Bearer …`) and outside production. */
export async function GET(requete: Request): Promise<Response> {
  const { etat, ...detail } = await etatDeSante()
  return munir(
    Response.json(sondeReconnue(requete.headers.get('authorization')) ? { etat, ...detail } : { etat }, {
      status: etat === 'ok' ? 200 : 503,
    }),
  )
}

function sondeReconnue(autorisation: string | null): boolean {
  if ((process.env.EP_MODE ?? 'production') !== 'production') return true
  const jeton = process.env.SONDE_JETON
  const empreinte = (texte: string) => createHash('sha256').update(texte).digest()
  return Boolean(jeton) && timingSafeEqual(empreinte(`Bearer ${jeton}`), empreinte(autorisation ?? ''))
}
