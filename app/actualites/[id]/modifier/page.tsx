import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { FormulaireActualite } from '@/components/actualites/formulaire-actualite'
import { Cadre } from '@/components/cadre/cadre'
import { FilRetour } from '@/components/ui/fil-retour'
import { actualiteALire, caissesAChoisir } from '@/lib/actualites/queries'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Modifier une actualité' }

export default async function ModifierActualite({ params }: PageProps<'/actualites/[id]/modifier'>) {
  const acteur = await exigerActeur('publication.gerer')
  const lue = await actualiteALire(acteur, (await params).id, new Date())
  if (!lue?.tenue || lue.etat === 'retiree') notFound()
  return (
    <Cadre acteur={acteur} entree="/actualites">
      <FilRetour href={`/actualites/${lue.id}`} libelle={lue.titre} />
      <FormulaireActualite
        titre={lue.etat === 'publiee' ? 'Corriger une actualité' : 'Modifier une actualité'}
        lue={lue}
        caisses={await caissesAChoisir(acteur)}
      />
    </Cadre>
  )
}
