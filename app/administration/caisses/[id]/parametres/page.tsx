import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { Recapitulatif } from '@/components/reglages/recapitulatif'
import { FilRetour } from '@/components/ui/fil-retour'
import { baseReglages } from '@/lib/reglages/adresses'
import { caisseARegler } from '@/lib/reglages/caisse-a-regler'
import { reglagesEnMots } from '@/lib/reglages/queries'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Paramètres' }

export default async function Parametres({
  params,
  searchParams,
}: PageProps<'/administration/caisses/[id]/parametres'>) {
  const acteur = await exigerActeur('administrer')
  const caisseId = await caisseARegler(acteur, (await params).id)
  if (!caisseId) notFound()
  const { enregistre } = await searchParams
  const reglages = await reglagesEnMots(acteur, caisseId)
  return (
    <Cadre acteur={acteur} entree="/administration/caisses">
      <FilRetour href={`/administration/caisses/${caisseId}`} libelle={reglages.caisse.nom} />
      <h1>Paramètres de la caisse</h1>
      <p className="mt-2 max-w-180">
        Ce que la caisse a convenu avec ses partenaires, tel que le portail l’applique aujourd’hui. Son référent peut le
        changer aussi. Avant d’enregistrer un changement, vous voyez ce qu’il touche.
      </p>
      <Recapitulatif
        reglages={reglages}
        base={baseReglages(acteur, caisseId)}
        enregistre={typeof enregistre === 'string' ? enregistre : undefined}
      />
    </Cadre>
  )
}
