import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { RetraitCreneaux } from '@/components/rendez-vous/retrait-creneaux'
import { plageDe } from '@/lib/rendez-vous/queries'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Retirer des créneaux' }

export default async function Plage({ params }: PageProps<'/caisse/rendez-vous/plages/[id]'>) {
  const acteur = await exigerActeur('demande.traiter')
  const maintenant = new Date()
  const plage = await plageDe(acteur, (await params).id, maintenant)
  if (!plage) notFound()
  return (
    <Cadre acteur={acteur} entree="/caisse/rendez-vous">
      <RetraitCreneaux plage={plage} maintenant={maintenant} />
    </Cadre>
  )
}
