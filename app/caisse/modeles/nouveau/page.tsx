import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { FormulaireModele } from '@/components/modeles/formulaire-modele'
import { modeleAModifier } from '@/lib/modeles-reponse/queries'
import { aDroit } from '@/lib/socle/acteur'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Ajouter un modèle de réponse' }

export default async function NouveauModele() {
  const acteur = await exigerActeur('modele.gerer')
  const lu = await modeleAModifier(acteur, null)
  if (!lu) notFound()
  return (
    <Cadre acteur={acteur} entree={aDroit(acteur, 'demande.voir') ? '/caisse/file' : '/caisse/parametres'}>
      <FormulaireModele {...lu} />
    </Cadre>
  )
}
