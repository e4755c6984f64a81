import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { FormulaireAbsence } from '@/components/absences/formulaire-absence'
import { Cadre } from '@/components/cadre/cadre'
import { FilRetour } from '@/components/ui/fil-retour'
import { absenceAModifier } from '@/lib/absences/queries'
import { aDroit } from '@/lib/socle/acteur'
import { exigerActeur } from '@/lib/socle/session'
import { dateAParis } from '@/lib/socle/temps'

const titre = 'Noter une absence'

export const metadata: Metadata = { title: titre }

export default async function NouvelleAbsence({ searchParams }: PageProps<'/caisse/absences/nouvelle'>) {
  const acteur = await exigerActeur('absence.gerer')
  const { agent } = await searchParams
  const lue = await absenceAModifier(acteur)
  if (!lue) notFound()
  return (
    <Cadre acteur={acteur} entree="/caisse/absences">
      <FilRetour href="/caisse/absences" libelle="Absences" />
      <FormulaireAbsence
        titre={titre}
        lue={lue}
        pourTous={aDroit(acteur, 'caisse.regler')}
        moi={acteur.compteId}
        agent={typeof agent === 'string' ? agent : undefined}
        aujourdhui={dateAParis(new Date())}
      />
    </Cadre>
  )
}
