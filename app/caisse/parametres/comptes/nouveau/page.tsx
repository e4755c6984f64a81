import type { Metadata } from 'next'
import { Cadre } from '@/components/cadre/cadre'
import { FormulaireCompte } from '@/components/comptes-caisse/formulaire-compte'
import { FilRetour } from '@/components/ui/fil-retour'
import { actionCreerCompteCaisse } from '@/lib/comptes-caisse/actions'
import { exigerActeur } from '@/lib/socle/session'

const titre = 'Nouveau compte'

export const metadata: Metadata = { title: titre }

export default async function NouveauCompte() {
  const acteur = await exigerActeur('caisse.regler')
  const retour = '/caisse/parametres/comptes'
  return (
    <Cadre acteur={acteur} entree="/caisse/parametres">
      <FilRetour href={retour} libelle="Comptes de la caisse" />
      <div className="max-w-160">
        <FormulaireCompte
          action={actionCreerCompteCaisse}
          titre={titre}
          caisseId={acteur.caisse?.id ?? ''}
          retour={retour}
          rolesProposes={['agent']}
        />
      </div>
    </Cadre>
  )
}
