import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { FormulaireDocument } from '@/components/bibliotheque/formulaire-document'
import { Cadre } from '@/components/cadre/cadre'
import { FilRetour } from '@/components/ui/fil-retour'
import { caissesAChoisir } from '@/lib/actualites/queries'
import { documentAVoir, motifsAChoisir, themesAReprendre } from '@/lib/bibliotheque/queries'
import { exigerActeur } from '@/lib/socle/session'

const titre = 'Modifier un document'

export const metadata: Metadata = { title: titre }

export default async function ModifierDocument({ params }: PageProps<'/bibliotheque/[id]/modifier'>) {
  const acteur = await exigerActeur('publication.gerer')
  const lu = await documentAVoir(acteur, (await params).id)
  if (!lu?.tenu) notFound()
  return (
    <Cadre acteur={acteur} entree="/bibliotheque">
      <FilRetour href={`/bibliotheque/${lu.id}`} libelle={lu.titre} />
      <FormulaireDocument
        titre={titre}
        lu={lu}
        motifs={await motifsAChoisir(acteur)}
        themes={await themesAReprendre(acteur)}
        caisses={await caissesAChoisir(acteur)}
      />
    </Cadre>
  )
}
