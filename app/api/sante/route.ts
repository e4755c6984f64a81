import { etatDeSante } from '@/lib/socle/sante'

export const dynamic = 'force-dynamic'

export async function GET(): Promise<Response> {
  const sante = await etatDeSante()
  return Response.json(sante, {
    status: sante.etat === 'ok' ? 200 : 503,
    headers: { 'Cache-Control': 'no-store' },
  })
}
