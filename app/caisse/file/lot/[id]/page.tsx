import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { CompteRenduLot, titreLot } from '@/components/file/compte-rendu-lot'
import { lireRetour } from '@/components/file/requete'
import { FilRetour } from '@/components/ui/fil-retour'
import { lireLot } from '@/lib/file/queries'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Compte rendu' }

export default async function PageCompteRendu({ params, searchParams }: PageProps<'/caisse/file/lot/[id]'>) {
  const acteur = await exigerActeur('demande.traiter')
  const [{ id }, { retour }] = await Promise.all([params, searchParams])
  const lot = await lireLot(acteur, id)
  if (!lot) notFound()
  const adresse = lireRetour(retour)
  return (
    <Cadre acteur={acteur} entree="/caisse/file">
      <FilRetour href={adresse} libelle="File des demandes" />
      <h1>{titreLot(lot)}</h1>
      <CompteRenduLot lot={lot} retour={adresse} maintenant={new Date()} />
    </Cadre>
  )
}
