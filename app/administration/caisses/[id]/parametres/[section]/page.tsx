import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { FormulaireSection } from '@/components/reglages/formulaire-section'
import { baseReglages } from '@/lib/reglages/adresses'
import { caisseARegler } from '@/lib/reglages/caisse-a-regler'
import { titresSection } from '@/lib/reglages/libelles'
import { estSection } from '@/lib/reglages/modele'
import { sectionAModifier } from '@/lib/reglages/queries'
import { valeursDeLAdresse } from '@/lib/reglages/section-tapee'
import { exigerActeur } from '@/lib/socle/session'

type Props = PageProps<'/administration/caisses/[id]/parametres/[section]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { section } = await params
  return { title: estSection(section) ? titresSection[section] : 'Paramètres' }
}

export default async function ReglerSection({ params, searchParams }: Props) {
  const acteur = await exigerActeur('administrer')
  const { section } = await params
  if (!estSection(section)) notFound()
  const caisseId = await caisseARegler(acteur, (await params).id)
  if (!caisseId) notFound()
  const tape = valeursDeLAdresse(await searchParams)
  const reglee = await sectionAModifier(acteur, caisseId, section)
  return (
    <Cadre acteur={acteur} entree="/administration/caisses">
      <FormulaireSection
        {...reglee}
        base={baseReglages(acteur, caisseId)}
        valeurs={Object.keys(tape).length > 0 ? tape : reglee.valeurs}
      />
    </Cadre>
  )
}
