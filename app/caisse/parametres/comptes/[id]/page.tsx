import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { VueCompte } from '@/components/comptes-caisse/fiche-compte'
import { FilRetour } from '@/components/ui/fil-retour'
import { compteDeLaCaisse } from '@/lib/comptes-caisse/queries'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Compte de la caisse' }

export default async function Compte({ params, searchParams }: PageProps<'/caisse/parametres/comptes/[id]'>) {
  const acteur = await exigerActeur('caisse.regler')
  const { id } = await params
  const compte = await compteDeLaCaisse(acteur, id, acteur.caisse?.id ?? '')
  if (!compte) notFound()
  return (
    <Cadre acteur={acteur} entree="/caisse/parametres">
      <FilRetour href={'/caisse/parametres/comptes'} libelle="Retour aux comptes" />
      <VueCompte
        acteur={acteur}
        compte={compte}
        adresse={`/caisse/parametres/comptes/${compte.id}`}
        fait={(await searchParams).fait}
      />
    </Cadre>
  )
}
