import type { Metadata } from 'next'
import { Cadre } from '@/components/cadre/cadre'
import { FormulaireMaintenance } from '@/components/maintenance/formulaire-maintenance'
import { FilRetour } from '@/components/ui/fil-retour'
import { exigerActeur } from '@/lib/socle/session'

const titre = 'Annoncer une maintenance'

export const metadata: Metadata = { title: titre }

export default async function NouvelleMaintenance() {
  const acteur = await exigerActeur('maintenance.gerer')
  return (
    <Cadre acteur={acteur} entree="/administration/maintenances">
      <FilRetour href="/administration/maintenances" libelle="Maintenances" />
      <FormulaireMaintenance titre={titre} />
    </Cadre>
  )
}
