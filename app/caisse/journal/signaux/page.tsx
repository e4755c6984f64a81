import type { Metadata } from 'next'
import { Cadre } from '@/components/cadre/cadre'
import { PageSignaux } from '@/components/signaux/page-signaux'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Usages inhabituels' }

export default async function SignauxCaisse({ searchParams }: PageProps<'/caisse/journal/signaux'>) {
  const acteur = await exigerActeur('personnes.traiter')
  return (
    <Cadre acteur={acteur} entree="/caisse/journal">
      <PageSignaux acteur={acteur} parametres={await searchParams} />
    </Cadre>
  )
}
