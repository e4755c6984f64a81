import type { Metadata } from 'next'
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
  return (
    <Cadre acteur={acteur} entree="/caisse/parametres">
      <FilRetour href="/caisse/parametres/routage" libelle="Routage" />
      {routage.equipes.length > 0 ? (
        <FormulaireRegle titre={titre} routage={routage} />
      ) : (
        <>
          <h1 className="mb-4">{titre}</h1>
          <p>
            Une règle mène à une équipe : <a href="/caisse/parametres/equipes/nouvelle">créez d’abord une équipe</a>.
          </p>
        </>
      )}
    </Cadre>
  )
}
