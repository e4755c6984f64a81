import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ChiffresPublics } from '@/components/bilan/chiffres-publics'
import { PageLecture } from '@/components/comptes/page-lecture'
import { chiffresPublics } from '@/lib/bilan/chiffres-publics'
import { anneesFinies } from '@/lib/bilan/periode'
import { dateAParis } from '@/lib/socle/temps'

export const metadata: Metadata = { title: 'Chiffres de la caisse' }

export const dynamic = 'force-dynamic'

export default async function Chiffres({ params, searchParams }: PageProps<'/chiffres/[caisse]'>) {
  const { caisse } = await params
  const { periode: cle } = await searchParams
  const maintenant = new Date()
  const annees = anneesFinies(dateAParis(maintenant))
  const periode = annees.find((annee) => annee.cle === cle) ?? annees[0]
  const bilan = periode && /^\d{3}$/.test(caisse) ? await chiffresPublics(caisse, periode) : null
  if (!bilan) notFound()
  return (
    <PageLecture titre={`Chiffres de la ${bilan.caisse.nom}`}>
      <ChiffresPublics bilan={bilan} annees={annees} adresse={`/chiffres/${caisse}`} />
    </PageLecture>
  )
}
