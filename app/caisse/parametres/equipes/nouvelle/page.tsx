import type { Metadata } from 'next'
import { Cadre } from '@/components/cadre/cadre'
import { FormulaireEquipe } from '@/components/equipes/formulaire-equipe'
import { FilRetour } from '@/components/ui/fil-retour'
import { agentsAReunir } from '@/lib/equipes/queries-reglages'
import { exigerActeur } from '@/lib/socle/session'

const titre = 'Créer une équipe'

export const metadata: Metadata = { title: titre }

export default async function NouvelleEquipe() {
  const acteur = await exigerActeur('caisse.regler')
  const agents = await agentsAReunir(acteur)
  return (
    <Cadre acteur={acteur} entree="/caisse/parametres">
      <FilRetour href="/caisse/parametres/equipes" libelle="Équipes" />
      <FormulaireEquipe titre={titre} agents={agents} />
    </Cadre>
  )
}
