import type { Metadata } from 'next'
import { Cadre } from '@/components/cadre/cadre'
import { TableTransferts } from '@/components/traitement/table-transferts'
import { FilRetour } from '@/components/ui/fil-retour'
import { transfertsDeLaCaisse } from '@/lib/demandes/queries-corrections'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Demandes transférées' }

export default async function PageTransferees({ searchParams }: PageProps<'/caisse/demandes/transferees'>) {
  const acteur = await exigerActeur('demande.voir')
  const { sens: voulu, apres } = await searchParams
  const sens = voulu === 'arrives' ? 'arrives' : 'partis'
  const { lignes, suivante } = await transfertsDeLaCaisse(acteur, {
    sens,
    apres: typeof apres === 'string' ? apres : undefined,
  })
  return (
    <Cadre acteur={acteur} entree="/caisse/file">
      <FilRetour href="/caisse/file" libelle="File des demandes" />
      <h1>Demandes transférées</h1>
      <TableTransferts sens={sens} lignes={lignes} suivante={suivante} />
    </Cadre>
  )
}
