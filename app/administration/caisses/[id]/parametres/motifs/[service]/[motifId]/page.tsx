import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { FormulaireMotifPropre } from '@/components/reglages/formulaire-motif-propre'
import { estService } from '@/lib/demandes/modele'
import { baseReglages } from '@/lib/reglages/adresses'
import { caisseARegler } from '@/lib/reglages/caisse-a-regler'
import { motifPropre } from '@/lib/reglages/queries-motifs'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Modifier un motif de la caisse' }

export default async function ModifierMotif({
  params,
}: PageProps<'/administration/caisses/[id]/parametres/motifs/[service]/[motifId]'>) {
  const acteur = await exigerActeur('administrer')
  const { id: caisse, service, motifId } = await params
  const caisseId = await caisseARegler(acteur, caisse)
  if (!caisseId) notFound()
  const lu = await motifPropre(acteur, caisseId, motifId)
  if (!lu || !estService(service) || lu.motif?.service !== service) notFound()
  return (
    <Cadre acteur={acteur} entree="/administration/caisses">
      <FormulaireMotifPropre lu={lu} service={service} base={baseReglages(acteur, caisseId)} />
    </Cadre>
  )
}
