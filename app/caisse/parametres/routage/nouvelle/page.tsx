import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { FormulaireRegle } from '@/components/equipes/formulaire-regle'
import { FilRetour } from '@/components/ui/fil-retour'
import { routageDeLaCaisse } from '@/lib/equipes/queries-reglages'
import { exigerActeur } from '@/lib/socle/session'

const titre = 'Ajouter une règle de routage'

export const metadata: Metadata = { title: titre }

export default async function NouvelleRegle() {
  const acteur = await exigerActeur('caisse.regler')
  const routage = await routageDeLaCaisse(acteur)
  if (routage.equipes.length === 0) redirect('/caisse/parametres/routage')
  return (
    <Cadre acteur={acteur} entree="/caisse/parametres">
      <FilRetour href="/caisse/parametres/routage" libelle="Routage" />
      <FormulaireRegle titre={titre} routage={routage} />
    </Cadre>
  )
}
