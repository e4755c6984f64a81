import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { FormulaireMotifs } from '@/components/reglages/formulaire-motifs'
import { estService } from '@/lib/demandes/modele'
import { baseReglages } from '@/lib/reglages/adresses'
import { motifsAModifier } from '@/lib/reglages/queries-motifs'
import { valeursDeLAdresse } from '@/lib/reglages/section-tapee'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Motifs d’un service' }

export default async function ReglerMotifs({ params, searchParams }: PageProps<'/caisse/parametres/motifs/[service]'>) {
  const acteur = await exigerActeur('caisse.regler')
  const { service } = await params
  if (!estService(service)) notFound()
  const caisseId = acteur.caisse?.id ?? ''
  const tape = valeursDeLAdresse(await searchParams)
  const { valeurs, ...regles } = await motifsAModifier(acteur, caisseId, service)
  return (
    <Cadre acteur={acteur} entree="/caisse/parametres">
      <FormulaireMotifs
        {...regles}
        base={baseReglages(acteur, caisseId)}
        valeurs={Object.keys(tape).length > 0 ? tape : valeurs}
      />
    </Cadre>
  )
}
