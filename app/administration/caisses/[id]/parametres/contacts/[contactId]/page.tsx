import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { FormulaireContact } from '@/components/reglages/formulaire-contact'
import { baseReglages } from '@/lib/reglages/adresses'
import { caisseARegler } from '@/lib/reglages/caisse-a-regler'
import { estTypeContact } from '@/lib/reglages/contacts'
import { contactAModifier } from '@/lib/reglages/queries-contacts'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Modifier un contact' }

export default async function ModifierContact({
  params,
}: PageProps<'/administration/caisses/[id]/parametres/contacts/[contactId]'>) {
  const acteur = await exigerActeur('administrer')
  const { id, contactId } = await params
  const caisseId = await caisseARegler(acteur, id)
  if (!caisseId) notFound()
  const lu = await contactAModifier(acteur, caisseId, contactId)
  if (!lu || !estTypeContact(lu.contact.type)) notFound()
  return (
    <Cadre acteur={acteur} entree="/administration/caisses">
      <FormulaireContact {...lu} type={lu.contact.type} base={baseReglages(acteur, caisseId)} />
    </Cadre>
  )
}
