import type { Metadata } from 'next'
import { Cadre } from '@/components/cadre/cadre'
import { PageJournal } from '@/components/journal/page-journal'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Journal' }

export default async function JournalCaisse({ searchParams }: PageProps<'/caisse/journal'>) {
  const acteur = await exigerActeur('personnes.traiter')
  return (
    <Cadre acteur={acteur} entree="/caisse/journal" exacte>
      <PageJournal acteur={acteur} parametres={await searchParams} />
    </Cadre>
  )
}
