import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { InactivationCompte } from '@/components/comptes-caisse/inactivation-compte'
import { FilRetour } from '@/components/ui/fil-retour'
import { compteDeLaCaisse } from '@/lib/comptes-caisse/queries'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Inactiver un compte' }

export default async function Inactiver({
  params,
}: PageProps<'/administration/caisses/[id]/comptes/[compteId]/inactiver'>) {
  const acteur = await exigerActeur('administrer')
  const { id: caisseId, compteId } = await params
  const compte = await compteDeLaCaisse(acteur, compteId, caisseId)
  if (!compte) notFound()
  const adresse = `/administration/caisses/${caisseId}/comptes/${compte.id}`
  if (compte.etat === 'inactif' || compte.id === acteur.compteId) redirect(adresse)
  return (
    <Cadre acteur={acteur} entree="/administration/caisses">
      <FilRetour href={adresse} />
      <InactivationCompte compte={compte} adresse={adresse} />
    </Cadre>
  )
}
