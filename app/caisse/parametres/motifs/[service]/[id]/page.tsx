import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { FormulaireMotifPropre } from '@/components/reglages/formulaire-motif-propre'
import { estService } from '@/lib/demandes/modele'
import { baseReglages } from '@/lib/reglages/adresses'
import { motifPropre } from '@/lib/reglages/queries-motifs'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Modifier un motif de la caisse' }

export default async function ModifierMotif({ params }: PageProps<'/caisse/parametres/motifs/[service]/[id]'>) {
  const acteur = await exigerActeur('caisse.regler')
  const { service, id } = await params
  const caisseId = acteur.caisse?.id ?? ''
  const lu = await motifPropre(acteur, caisseId, id)
  if (!lu || !estService(service) || lu.motif?.service !== service) notFound()
  return (
    <Cadre acteur={acteur} entree="/caisse/parametres">
      <FormulaireMotifPropre lu={lu} service={service} base={baseReglages(acteur, caisseId)} />
    </Cadre>
  )
}
