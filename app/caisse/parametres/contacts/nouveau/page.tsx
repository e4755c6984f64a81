import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { FormulaireContact } from '@/components/reglages/formulaire-contact'
import { baseReglages } from '@/lib/reglages/adresses'
import { estTypeContact } from '@/lib/reglages/contacts'
import { contactsDeLaCaisse } from '@/lib/reglages/queries-contacts'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Ajouter un contact' }

export default async function AjouterContact({ searchParams }: PageProps<'/caisse/parametres/contacts/nouveau'>) {
  const acteur = await exigerActeur('caisse.regler')
  const { type = 'theme' } = await searchParams
  if (!estTypeContact(type)) notFound()
  const caisseId = acteur.caisse?.id ?? ''
  const { contacts: _deja, ...commun } = await contactsDeLaCaisse(acteur, caisseId)
  return (
    <Cadre acteur={acteur} entree="/caisse/parametres">
      <FormulaireContact {...commun} type={type} base={baseReglages(acteur, caisseId)} />
    </Cadre>
  )
}
