import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { FormulaireContact } from '@/components/reglages/formulaire-contact'
import { baseReglages } from '@/lib/reglages/adresses'
import { estTypeContact } from '@/lib/reglages/contacts'
import { contactAModifier } from '@/lib/reglages/queries-contacts'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Modifier un contact' }

export default async function ModifierContact({ params }: PageProps<'/caisse/parametres/contacts/[id]'>) {
  const acteur = await exigerActeur('caisse.regler')
  const caisseId = acteur.caisse?.id ?? ''
  const lu = await contactAModifier(acteur, caisseId, (await params).id)
  if (!lu || !estTypeContact(lu.contact.type)) notFound()
  return (
    <Cadre acteur={acteur} entree="/caisse/parametres">
      <FormulaireContact {...lu} type={lu.contact.type} base={baseReglages(acteur, caisseId)} />
    </Cadre>
  )
}
