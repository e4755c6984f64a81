import type { Metadata } from 'next'
import { Cadre } from '@/components/cadre/cadre'
import { PageLigne, suiteDeLaListe } from '@/components/journal/page-ligne'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Ligne du journal' }

export default async function LigneAdministration({
  params,
  searchParams,
}: PageProps<'/administration/journal/[rang]'>) {
  const acteur = await exigerActeur('administrer')
  const { rang } = await params
  return (
    <Cadre acteur={acteur} entree="/administration/journal">
      <PageLigne acteur={acteur} rang={rang} suite={suiteDeLaListe(await searchParams)} />
    </Cadre>
  )
}
