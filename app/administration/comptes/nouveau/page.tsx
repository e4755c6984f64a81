import type { Metadata } from 'next'
import { Cadre } from '@/components/cadre/cadre'
import { FormulaireCompte } from '@/components/comptes-caisse/formulaire-compte'
import { FilRetour } from '@/components/ui/fil-retour'
import { actionCreerAdministrateur } from '@/lib/comptes-caisse/actions'
import { exigerActeur } from '@/lib/socle/session'

const titre = 'Nouvel administrateur'

export const metadata: Metadata = { title: titre }

export default async function NouvelAdministrateur() {
  const acteur = await exigerActeur('administrer')
  const retour = '/administration/comptes'
  return (
    <Cadre acteur={acteur} entree="/administration/comptes">
      <FilRetour href={retour} libelle="Administrateurs" />
      <div className="max-w-160">
        <FormulaireCompte action={actionCreerAdministrateur} titre={titre} caisseId={null} retour={retour} />
      </div>
    </Cadre>
  )
}
