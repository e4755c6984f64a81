import { notFound } from 'next/navigation'
import type { NextRequest } from 'next/server'
import { dossierCourriels, lireCourriels } from '@/lib/socle/courriels-recus'
import { munir } from '@/lib/socle/route'

export const dynamic = 'force-dynamic'

export function GET(requete: NextRequest): Response {
  const dossier = dossierCourriels()
  if (!dossier) notFound()
  const destinataire = requete.nextUrl.searchParams.get('destinataire') ?? undefined
  return munir(Response.json(lireCourriels(dossier, destinataire)))
}
