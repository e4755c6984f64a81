import type { Metadata } from 'next'
import { FormulaireDocument } from '@/components/bibliotheque/formulaire-document'
import { Cadre } from '@/components/cadre/cadre'
import { FilRetour } from '@/components/ui/fil-retour'
import { caissesAChoisir } from '@/lib/actualites/queries'
import { motifsAChoisir, themesAReprendre } from '@/lib/bibliotheque/queries'
import { exigerActeur } from '@/lib/socle/session'

const titre = 'Ajouter un document'

export const metadata: Metadata = { title: titre }

export default async function NouveauDocument() {
  const acteur = await exigerActeur('publication.gerer')
  return (
    <Cadre acteur={acteur} entree="/bibliotheque">
      <FilRetour href="/bibliotheque" libelle="Bibliothèque" />
      <FormulaireDocument
        titre={titre}
        motifs={await motifsAChoisir(acteur)}
        themes={await themesAReprendre(acteur)}
        caisses={await caissesAChoisir(acteur)}
      />
    </Cadre>
  )
}
