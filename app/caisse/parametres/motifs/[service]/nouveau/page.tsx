import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { FormulaireMotifPropre } from '@/components/reglages/formulaire-motif-propre'
import { estService } from '@/lib/demandes/modele'
import { baseReglages } from '@/lib/reglages/adresses'
import { motifPropre } from '@/lib/reglages/queries-motifs'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Ajouter un motif' }

export default async function AjouterMotif({ params }: PageProps<'/caisse/parametres/motifs/[service]/nouveau'>) {
  const acteur = await exigerActeur('caisse.regler')
  const { service } = await params
  if (!estService(service)) notFound()
  const caisseId = acteur.caisse?.id ?? ''
  return (
    <Cadre acteur={acteur} entree="/caisse/parametres">
      <FormulaireMotifPropre
        lu={await motifPropre(acteur, caisseId)}
        service={service}
        base={baseReglages(acteur, caisseId)}
      />
    </Cadre>
  )
}
