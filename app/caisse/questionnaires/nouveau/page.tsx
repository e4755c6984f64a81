import type { Metadata } from 'next'
import { Cadre } from '@/components/cadre/cadre'
import { FormulaireQuestionnaire } from '@/components/questionnaires/formulaire-questionnaire'
import { FilRetour } from '@/components/ui/fil-retour'
import { baseDUnQuestionnaire } from '@/lib/questionnaires/queries-caisse'
import { exigerActeur } from '@/lib/socle/session'

const titre = 'Préparer un questionnaire'

export const metadata: Metadata = { title: titre }

export default async function NouveauQuestionnaire() {
  const acteur = await exigerActeur('questionnaire.gerer')
  const base = await baseDUnQuestionnaire(acteur, new Date())
  return (
    <Cadre acteur={acteur} entree="/caisse/bilans">
      <FilRetour href="/caisse/questionnaires" libelle="Questionnaires" />
      <FormulaireQuestionnaire titre={titre} base={base} />
    </Cadre>
  )
}
