import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { VueCompte } from '@/components/comptes-caisse/fiche-compte'
import { FilRetour } from '@/components/ui/fil-retour'
import { compteDeLaCaisse } from '@/lib/comptes-caisse/queries'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Compte d’administrateur' }

export default async function Compte({ params, searchParams }: PageProps<'/administration/comptes/[id]'>) {
  const acteur = await exigerActeur('administrer')
  const { id } = await params
  const compte = await compteDeLaCaisse(acteur, id, null)
  if (!compte) notFound()
  return (
    <Cadre acteur={acteur} entree="/administration/comptes">
      <FilRetour href={'/administration/comptes'} libelle="Retour aux comptes" />
      <VueCompte
        acteur={acteur}
        compte={compte}
        adresse={`/administration/comptes/${compte.id}`}
        fait={(await searchParams).fait}
      />
    </Cadre>
  )
}
