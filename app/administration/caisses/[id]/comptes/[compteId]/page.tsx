import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { VueCompte } from '@/components/comptes-caisse/fiche-compte'
import { FilRetour } from '@/components/ui/fil-retour'
import { compteDeLaCaisse } from '@/lib/comptes-caisse/queries'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Compte de la caisse' }

export default async function Compte({
  params,
  searchParams,
}: PageProps<'/administration/caisses/[id]/comptes/[compteId]'>) {
  const acteur = await exigerActeur('administrer')
  const { id: caisseId, compteId } = await params
  const compte = await compteDeLaCaisse(acteur, compteId, caisseId)
  if (!compte) notFound()
  return (
    <Cadre acteur={acteur} entree="/administration/caisses">
      <FilRetour href={`/administration/caisses/${caisseId}`} libelle="Retour à la caisse" />
      <VueCompte
        acteur={acteur}
        compte={compte}
        adresse={`/administration/caisses/${caisseId}/comptes/${compte.id}`}
        fait={(await searchParams).fait}
      />
    </Cadre>
  )
}
