import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { FormulaireMotifs } from '@/components/reglages/formulaire-motifs'
import { estService } from '@/lib/demandes/modele'
import { baseReglages } from '@/lib/reglages/adresses'
import { caisseARegler } from '@/lib/reglages/caisse-a-regler'
import { motifsAModifier } from '@/lib/reglages/queries-motifs'
import { valeursDeLAdresse } from '@/lib/reglages/section-tapee'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Motifs d’un service' }

export default async function ReglerMotifs({
  params,
  searchParams,
}: PageProps<'/administration/caisses/[id]/parametres/motifs/[service]'>) {
  const acteur = await exigerActeur('administrer')
  const { service } = await params
  if (!estService(service)) notFound()
  const caisseId = await caisseARegler(acteur, (await params).id)
  if (!caisseId) notFound()
  const tape = valeursDeLAdresse(await searchParams)
  const { valeurs, ...regles } = await motifsAModifier(acteur, caisseId, service)
  return (
    <Cadre acteur={acteur} entree="/administration/caisses">
      <FormulaireMotifs
        {...regles}
        base={baseReglages(acteur, caisseId)}
        valeurs={Object.keys(tape).length > 0 ? tape : valeurs}
      />
    </Cadre>
  )
}
