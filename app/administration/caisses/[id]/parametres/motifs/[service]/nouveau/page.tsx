import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { FormulaireMotifPropre } from '@/components/reglages/formulaire-motif-propre'
import { estService } from '@/lib/demandes/modele'
import { baseReglages } from '@/lib/reglages/adresses'
import { caisseARegler } from '@/lib/reglages/caisse-a-regler'
import { motifPropre } from '@/lib/reglages/queries-motifs'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Ajouter un motif' }

export default async function AjouterMotif({
  params,
}: PageProps<'/administration/caisses/[id]/parametres/motifs/[service]/nouveau'>) {
  const acteur = await exigerActeur('administrer')
  const { service } = await params
  if (!estService(service)) notFound()
  const caisseId = await caisseARegler(acteur, (await params).id)
  if (!caisseId) notFound()
  return (
    <Cadre acteur={acteur} entree="/administration/caisses">
      <FormulaireMotifPropre
        lu={await motifPropre(acteur, caisseId)}
        service={service}
        base={baseReglages(acteur, caisseId)}
      />
    </Cadre>
  )
}
