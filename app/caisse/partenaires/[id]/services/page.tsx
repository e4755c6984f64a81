import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { FormulaireServicesPartenaire } from '@/components/reglages/formulaire-services-partenaire'
import { servicesDuPartenaire } from '@/lib/reglages/queries-partenaire'
import { valeursDeLAdresse } from '@/lib/reglages/section-tapee'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Services ouverts à ce partenaire' }

export default async function ServicesDuPartenaire({
  params,
  searchParams,
}: PageProps<'/caisse/partenaires/[id]/services'>) {
  const acteur = await exigerActeur('caisse.regler')
  const { enregistre, ...tape } = await searchParams
  const lus = await servicesDuPartenaire(acteur, (await params).id)
  if (!lus) notFound()
  return (
    <Cadre acteur={acteur} entree="/caisse/partenaires">
      <FormulaireServicesPartenaire
        {...lus}
        valeurs={Object.keys(tape).length > 0 ? valeursDeLAdresse(tape) : lus.valeurs}
        enregistre={enregistre === 'oui'}
      />
    </Cadre>
  )
}
