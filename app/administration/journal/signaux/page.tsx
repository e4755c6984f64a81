import type { Metadata } from 'next'
import { Cadre } from '@/components/cadre/cadre'
import { PageSignaux } from '@/components/signaux/page-signaux'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Usages inhabituels' }

export default async function SignauxAdministration({ searchParams }: PageProps<'/administration/journal/signaux'>) {
  const acteur = await exigerActeur('administrer')
  return (
    <Cadre acteur={acteur} entree="/administration/journal">
      <PageSignaux acteur={acteur} parametres={await searchParams} />
    </Cadre>
  )
}
