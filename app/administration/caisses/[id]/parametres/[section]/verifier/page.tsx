import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { VerificationSection } from '@/components/reglages/verification-section'
import { baseReglages } from '@/lib/reglages/adresses'
import { caisseARegler } from '@/lib/reglages/caisse-a-regler'
import { estSection } from '@/lib/reglages/modele'
import { verifierSection } from '@/lib/reglages/queries'
import { valeursDeLAdresse } from '@/lib/reglages/section-tapee'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Avant d’enregistrer' }

export default async function VerifierSection({
  params,
  searchParams,
}: PageProps<'/administration/caisses/[id]/parametres/[section]/verifier'>) {
  const acteur = await exigerActeur('administrer')
  const { section } = await params
  if (!estSection(section)) notFound()
  const caisseId = await caisseARegler(acteur, (await params).id)
  if (!caisseId) notFound()
  const valeurs = valeursDeLAdresse(await searchParams)
  const verification = await verifierSection(acteur, { caisseId, section, valeurs })
  return (
    <Cadre acteur={acteur} entree="/administration/caisses">
      <VerificationSection verification={verification} base={baseReglages(acteur, caisseId)} valeurs={valeurs} />
    </Cadre>
  )
}
