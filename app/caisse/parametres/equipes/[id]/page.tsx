import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { FormulaireEquipe } from '@/components/equipes/formulaire-equipe'
import { FilRetour } from '@/components/ui/fil-retour'
import { equipeAGerer } from '@/lib/equipes/queries-reglages'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Modifier une équipe' }

export default async function ModifierEquipe({ params }: PageProps<'/caisse/parametres/equipes/[id]'>) {
  const acteur = await exigerActeur('caisse.regler')
  const equipe = await equipeAGerer(acteur, (await params).id)
  if (!equipe) notFound()
  return (
    <Cadre acteur={acteur} entree="/caisse/parametres">
      <FilRetour href="/caisse/parametres/equipes" libelle="Équipes" />
      <FormulaireEquipe titre={`Équipe «\u00A0${equipe.nom}\u00A0»`} equipe={equipe} agents={equipe.agents} />
      <p className="mt-8 border-t border-filet pt-4">
        <a href={`/caisse/parametres/equipes/${equipe.id}/dissoudre`} className="inline-block min-h-6">
          Dissoudre cette équipe
        </a>
      </p>
    </Cadre>
  )
}
