import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { VerificationMotifs } from '@/components/reglages/verification-motifs'
import { estService } from '@/lib/demandes/modele'
import { baseReglages } from '@/lib/reglages/adresses'
import { caisseARegler } from '@/lib/reglages/caisse-a-regler'
import { verifierMotifs } from '@/lib/reglages/queries-motifs'
import { valeursDeLAdresse } from '@/lib/reglages/section-tapee'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Avant d’enregistrer' }

export default async function VerifierMotifs({
  params,
  searchParams,
}: PageProps<'/administration/caisses/[id]/parametres/motifs/[service]/verifier'>) {
  const acteur = await exigerActeur('administrer')
  const { service } = await params
  if (!estService(service)) notFound()
  const caisseId = await caisseARegler(acteur, (await params).id)
  if (!caisseId) notFound()
  const valeurs = valeursDeLAdresse(await searchParams)
  const verification = await verifierMotifs(acteur, { caisseId, service, valeurs })
  return (
    <Cadre acteur={acteur} entree="/administration/caisses">
      <VerificationMotifs verification={verification} base={baseReglages(acteur, caisseId)} valeurs={valeurs} />
    </Cadre>
  )
}
