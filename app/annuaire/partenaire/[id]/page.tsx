import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { FormulaireContactPartenaire } from '@/components/annuaire/formulaire-contact'
import { Cadre } from '@/components/cadre/cadre'
import { contactDuPartenaire } from '@/lib/annuaire/queries'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Modifier un contact' }

export default async function ModifierContact({ params }: PageProps<'/annuaire/partenaire/[id]'>) {
  const acteur = await exigerActeur('equipe.gerer')
  const contact = await contactDuPartenaire(acteur, (await params).id)
  if (!contact) notFound()
  return (
    <Cadre acteur={acteur} entree="/annuaire">
      <FormulaireContactPartenaire contact={contact} theme={contact.type === 'theme'} />
    </Cadre>
  )
}
