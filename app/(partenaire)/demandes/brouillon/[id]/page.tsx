import { notFound, redirect } from 'next/navigation'
import { adresseBrouillon, adresseDemande } from '@/lib/demandes/adresses'
import { etapeAReprendre, lireBrouillon } from '@/lib/demandes/queries-brouillon'
import { demandeDuBrouillon } from '@/lib/demandes/queries-depot'
import { exigerActeur } from '@/lib/socle/session'

/** Where a draft is taken up again: its first step still to fill in. */
export default async function ReprendreBrouillon({ params }: PageProps<'/demandes/brouillon/[id]'>) {
  const acteur = await exigerActeur('demande.deposer')
  const { id } = await params
  if (acteur.caissesOuvertes.length === 0) redirect('/demandes')
  const cadre = await lireBrouillon(acteur, id)
  if (cadre === 'motif_ferme') redirect(`${adresseBrouillon(id, 'motif')}?motif=ferme`)
  if (cadre) redirect(adresseBrouillon(id, etapeAReprendre(cadre)))
  const reference = await demandeDuBrouillon(acteur, id)
  if (!reference) notFound()
  redirect(adresseDemande(reference, 'confirmation'))
}
