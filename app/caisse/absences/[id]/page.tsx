import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { FormulaireAbsence } from '@/components/absences/formulaire-absence'
import { Cadre } from '@/components/cadre/cadre'
import { FilRetour } from '@/components/ui/fil-retour'
import { absenceAModifier } from '@/lib/absences/queries'
import { aDroit, nomComplet } from '@/lib/socle/acteur'
import { de } from '@/lib/socle/francais'
import { exigerActeur } from '@/lib/socle/session'
import { dateAParis } from '@/lib/socle/temps'

export const metadata: Metadata = { title: 'Modifier une absence' }

export default async function ModifierAbsence({ params }: PageProps<'/caisse/absences/[id]'>) {
  const acteur = await exigerActeur('absence.gerer')
  const lue = await absenceAModifier(acteur, (await params).id)
  const absente = lue?.agents.find(({ id }) => id === lue.absence?.compteId)
  if (!lue || !absente) notFound()
  const titre = absente.id === acteur.compteId ? 'Votre absence' : `Absence ${de(nomComplet(absente))}`
  return (
    <Cadre acteur={acteur} entree="/caisse/absences">
      <FilRetour href="/caisse/absences" libelle="Absences" />
      <FormulaireAbsence
        titre={titre}
        lue={lue}
        pourTous={aDroit(acteur, 'caisse.regler')}
        moi={acteur.compteId}
        aujourdhui={dateAParis(new Date())}
      />
    </Cadre>
  )
}
