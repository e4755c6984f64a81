import type { Metadata } from 'next'
import { FormulaireActualite } from '@/components/actualites/formulaire-actualite'
import { Cadre } from '@/components/cadre/cadre'
import { FilRetour } from '@/components/ui/fil-retour'
import { caissesAChoisir } from '@/lib/actualites/queries'
import { exigerActeur } from '@/lib/socle/session'

const titre = 'Écrire une actualité'

export const metadata: Metadata = { title: titre }

export default async function NouvelleActualite() {
  const acteur = await exigerActeur('publication.gerer')
  return (
    <Cadre acteur={acteur} entree="/actualites">
      <FilRetour href="/actualites/gerer" libelle="Écrire et suivre les actualités" />
      <FormulaireActualite titre={titre} caisses={await caissesAChoisir(acteur)} />
    </Cadre>
  )
}
