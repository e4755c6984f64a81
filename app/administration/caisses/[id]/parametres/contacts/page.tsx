import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { ListeContacts } from '@/components/reglages/liste-contacts'
import { FilRetour } from '@/components/ui/fil-retour'
import { baseReglages } from '@/lib/reglages/adresses'
import { caisseARegler } from '@/lib/reglages/caisse-a-regler'
import { contactsDeLaCaisse } from '@/lib/reglages/queries-contacts'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Contacts de la caisse' }

export default async function Contacts({
  params,
  searchParams,
}: PageProps<'/administration/caisses/[id]/parametres/contacts'>) {
  const acteur = await exigerActeur('administrer')
  const caisseId = await caisseARegler(acteur, (await params).id)
  if (!caisseId) notFound()
  const { enregistre } = await searchParams
  const { contacts } = await contactsDeLaCaisse(acteur, caisseId)
  const base = baseReglages(acteur, caisseId)
  return (
    <Cadre acteur={acteur} entree="/administration/caisses">
      <FilRetour href={`${base}#contacts`} libelle="Paramètres" />
      <h1>Contacts de la caisse</h1>
      <ListeContacts
        contacts={contacts}
        base={base}
        enregistre={typeof enregistre === 'string' ? enregistre : undefined}
      />
    </Cadre>
  )
}
