import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { FormulaireContact } from '@/components/reglages/formulaire-contact'
import { baseReglages } from '@/lib/reglages/adresses'
import { caisseARegler } from '@/lib/reglages/caisse-a-regler'
import { estTypeContact } from '@/lib/reglages/contacts'
import { contactsDeLaCaisse } from '@/lib/reglages/queries-contacts'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Ajouter un contact' }

export default async function AjouterContact({
  params,
  searchParams,
}: PageProps<'/administration/caisses/[id]/parametres/contacts/nouveau'>) {
  const acteur = await exigerActeur('administrer')
  const { type = 'theme' } = await searchParams
  if (!estTypeContact(type)) notFound()
  const caisseId = await caisseARegler(acteur, (await params).id)
  if (!caisseId) notFound()
  const { contacts: _deja, ...commun } = await contactsDeLaCaisse(acteur, caisseId)
  return (
    <Cadre acteur={acteur} entree="/administration/caisses">
      <FormulaireContact {...commun} type={type} base={baseReglages(acteur, caisseId)} />
    </Cadre>
  )
}
