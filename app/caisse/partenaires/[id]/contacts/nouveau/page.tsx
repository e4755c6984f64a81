import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { FormulaireContact } from '@/components/partenaires/formulaire-contact'
import { PageEcriture } from '@/components/partenaires/page-ecriture'
import { fichePourEcriture } from '@/lib/partenaires/queries-fiche'
import { exigerActeur } from '@/lib/socle/session'

const TITRE = 'Ajouter un contact du partenaire'
export const metadata: Metadata = { title: TITRE }

export default async function NouveauContact({ params }: PageProps<'/caisse/partenaires/[id]/contacts/nouveau'>) {
  const acteur = await exigerActeur('partenaire.gerer')
  const fiche = await fichePourEcriture(acteur, (await params).id)
  if (!fiche) notFound()
  return (
    <PageEcriture acteur={acteur} fiche={fiche} titre={TITRE} ancre="contacts">
      <FormulaireContact titre={TITRE} partenaireId={fiche.id} />
    </PageEcriture>
  )
}
