import type { Metadata } from 'next'
import { Cadre } from '@/components/cadre/cadre'
import { ListeMotifs } from '@/components/reglages/liste-motifs'
import { FilRetour } from '@/components/ui/fil-retour'
import { baseReglages } from '@/lib/reglages/adresses'
import { motifsDeLaCaisse } from '@/lib/reglages/queries-motifs'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Motifs' }

export default async function Motifs({ searchParams }: PageProps<'/caisse/parametres/motifs'>) {
  const acteur = await exigerActeur('caisse.regler')
  const caisseId = acteur.caisse?.id ?? ''
  const { enregistre } = await searchParams
  const { services } = await motifsDeLaCaisse(acteur, caisseId)
  const base = baseReglages(acteur, caisseId)
  return (
    <Cadre acteur={acteur} entree="/caisse/parametres">
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
