import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { FormulaireFormation } from '@/components/formations/formulaire-formation'
import { FilRetour } from '@/components/ui/fil-retour'
import { formationDeLaCaisse, partenairesAChoisir } from '@/lib/formations/queries-caisse'
import { exigerActeur } from '@/lib/socle/session'

const titre = 'Modifier une session'

export const metadata: Metadata = { title: titre }

export default async function ModifierFormation({ params }: PageProps<'/caisse/formations/[id]/modifier'>) {
  const acteur = await exigerActeur('formation.gerer')
  const formation = await formationDeLaCaisse(acteur, (await params).id, new Date())
  if (!formation) notFound()
  const modifiable = ['brouillon', 'ouverte', 'close'].includes(formation.situation)
  const partenaires = modifiable ? await partenairesAChoisir(acteur) : []
  return (
    <Cadre acteur={acteur} entree="/caisse/formations">
      <FilRetour href={`/caisse/formations/${formation.id}`} libelle={formation.theme} />
      {modifiable ? (
        <FormulaireFormation titre={titre} lue={formation} partenaires={partenaires} />
      ) : (
        <>
          <h1 className="mb-4">Cette session ne change plus</h1>
          <p className="max-w-160">
            Elle a commencé, est terminée ou annulée. Pour la proposer à nouveau,{' '}
            <a href="/caisse/formations/nouvelle">préparez une autre session</a>.
          </p>
        </>
      )}
    </Cadre>
  )
}
