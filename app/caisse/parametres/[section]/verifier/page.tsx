import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { VerificationSection } from '@/components/reglages/verification-section'
import { baseReglages } from '@/lib/reglages/adresses'
import { estSection } from '@/lib/reglages/modele'
import { verifierSection } from '@/lib/reglages/queries'
import { valeursDeLAdresse } from '@/lib/reglages/section-tapee'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Avant d’enregistrer' }

export default async function VerifierSection({
  params,
  searchParams,
}: PageProps<'/caisse/parametres/[section]/verifier'>) {
  const acteur = await exigerActeur('caisse.regler')
  const { section } = await params
  if (!estSection(section)) notFound()
  const caisseId = acteur.caisse?.id ?? ''
  const valeurs = valeursDeLAdresse(await searchParams)
  const verification = await verifierSection(acteur, { caisseId, section, valeurs })
  return (
    <Cadre acteur={acteur} entree="/caisse/parametres">
      <VerificationSection verification={verification} base={baseReglages(acteur, caisseId)} valeurs={valeurs} />
    </Cadre>
  )
}
