import { notFound } from 'next/navigation'
import type { NextRequest } from 'next/server'
import { dossierCourriels, lireCourriels } from '@/lib/socle/courriels-recus'

export const dynamic = 'force-dynamic'

export function GET(requete: NextRequest): Response {
  const dossier = dossierCourriels()
  if (!dossier) notFound()
  const destinataire = requete.nextUrl.searchParams.get('destinataire') ?? undefined
  return Response.json(lireCourriels(dossier, destinataire), { headers: { 'Cache-Control': 'no-store' } })
}
