import type { Metadata } from 'next'
import { FormulaireContactPartenaire } from '@/components/annuaire/formulaire-contact'
import { Cadre } from '@/components/cadre/cadre'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Ajouter un contact' }

export default async function AjouterContact({ searchParams }: PageProps<'/annuaire/partenaire/nouveau'>) {
  const acteur = await exigerActeur('equipe.gerer')
  return (
    <Cadre acteur={acteur} entree="/annuaire">
      <FormulaireContactPartenaire theme={(await searchParams).type === 'theme'} />
    </Cadre>
  )
}
