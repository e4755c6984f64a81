import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { ListeMotifs } from '@/components/reglages/liste-motifs'
import { FilRetour } from '@/components/ui/fil-retour'
import { baseReglages } from '@/lib/reglages/adresses'
import { caisseARegler } from '@/lib/reglages/caisse-a-regler'
import { motifsDeLaCaisse } from '@/lib/reglages/queries-motifs'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Motifs' }

export default async function Motifs({
  params,
  searchParams,
}: PageProps<'/administration/caisses/[id]/parametres/motifs'>) {
  const acteur = await exigerActeur('administrer')
  const caisseId = await caisseARegler(acteur, (await params).id)
  if (!caisseId) notFound()
  const { enregistre } = await searchParams
  const { services } = await motifsDeLaCaisse(acteur, caisseId)
  const base = baseReglages(acteur, caisseId)
  return (
    <Cadre acteur={acteur} entree="/administration/caisses">
      <FilRetour href={`${base}#motifs`} libelle="Paramètres" />
      <h1>Motifs</h1>
      <p className="mt-2 max-w-180">
        Le catalogue national, tel que vos partenaires le voient : caché, renommé, remis en ordre, complété par les
        motifs de la caisse.
      </p>
      <ListeMotifs
        services={services}
        base={base}
        enregistre={typeof enregistre === 'string' ? enregistre : undefined}
      />
    </Cadre>
  )
}
