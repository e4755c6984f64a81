import type { Metadata } from 'next'
import { Cadre } from '@/components/cadre/cadre'
import { PageJournal } from '@/components/journal/page-journal'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Journal' }

export default async function JournalAdministration({ searchParams }: PageProps<'/administration/journal'>) {
  const acteur = await exigerActeur('administrer')
  return (
    <Cadre acteur={acteur} entree="/administration/journal" exacte>
      <PageJournal acteur={acteur} parametres={await searchParams} />
    </Cadre>
  )
}
