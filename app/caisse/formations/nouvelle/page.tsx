import type { Metadata } from 'next'
import { Cadre } from '@/components/cadre/cadre'
import { FormulaireFormation } from '@/components/formations/formulaire-formation'
import { FilRetour } from '@/components/ui/fil-retour'
import { partenairesAChoisir } from '@/lib/formations/queries-caisse'
import { exigerActeur } from '@/lib/socle/session'

const titre = 'Préparer une session'

export const metadata: Metadata = { title: titre }

export default async function NouvelleFormation() {
  const acteur = await exigerActeur('formation.gerer')
  const partenaires = await partenairesAChoisir(acteur)
  return (
    <Cadre acteur={acteur} entree="/caisse/formations">
      <FilRetour href="/caisse/formations" libelle="Formations" />
      <FormulaireFormation titre={titre} partenaires={partenaires} />
    </Cadre>
  )
}
