import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { Cadre } from '@/components/cadre/cadre'
import { EtapeBesoin } from '@/components/demandes/etapes/besoin'
import { EtapeMotif, titreMotif } from '@/components/demandes/etapes/motif'
import { EtapePersonne, titrePersonne } from '@/components/demandes/etapes/personne'
import { EtapePieces, titrePieces } from '@/components/demandes/etapes/pieces'
import { EtapeVerifier, titreVerifier } from '@/components/demandes/etapes/verifier'
import { adresseBrouillon, adresseDemande } from '@/lib/demandes/adresses'
import { estEtape } from '@/lib/demandes/modele'
import { choixDuBrouillon, lireBrouillon } from '@/lib/demandes/queries-brouillon'
import { choixDuMotif, demandeDuBrouillon } from '@/lib/demandes/queries-depot'
import type { Acteur } from '@/lib/socle/acteur'
import { exigerActeur } from '@/lib/socle/session'

type Props = PageProps<'/demandes/brouillon/[id]/[etape]'>

// Read once for the title and for the page.
const brouillon = cache((acteur: Acteur, id: string) => lireBrouillon(acteur, id))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const acteur = await exigerActeur('demande.deposer')
  const { id, etape } = await params
  if (etape === 'personne') return { title: titrePersonne }
  if (etape === 'pieces') return { title: titrePieces }
  if (etape === 'verifier') return { title: titreVerifier }
  if (etape !== 'besoin') return { title: titreMotif }
  const cadre = await brouillon(acteur, id)
  return { title: cadre && cadre !== 'motif_ferme' ? cadre.definition.titreBesoin : undefined }
}

export default async function EtapeDuBrouillon({ params, searchParams }: Props) {
  const acteur = await exigerActeur('demande.deposer')
  const { id, etape } = await params
  if (!estEtape(etape)) notFound()
  if (acteur.caissesOuvertes.length === 0) redirect('/demandes')
  const contenu = etape === 'motif' ? choisirMotif(acteur, id, await searchParams) : repondre(acteur, id, etape)
  return (
    <Cadre acteur={acteur} entree="/demandes/toutes" sansBouton>
      {await contenu}
    </Cadre>
  )
}

async function choisirMotif(acteur: Acteur, id: string, recherche: Awaited<Props['searchParams']>) {
  const choix = await choixDuBrouillon(acteur, id)
  if (!choix) return dejaDeposee(acteur, id)
  const { caisse, choix: sansChoix, motif } = recherche
  return (
    <EtapeMotif
      id={id}
      service={choix.service}
      caisses={await choixDuMotif(acteur, choix.service)}
      caisseId={typeof caisse === 'string' ? caisse : undefined}
      sansChoix={sansChoix !== undefined}
      actuel={choix}
      adresse={adresseBrouillon(id, 'motif')}
      ferme={motif === 'ferme'}
    />
  )
}

async function repondre(acteur: Acteur, id: string, etape: 'personne' | 'besoin' | 'pieces' | 'verifier') {
  const cadre = await brouillon(acteur, id)
  if (!cadre) return dejaDeposee(acteur, id)
  if (cadre === 'motif_ferme') redirect(`${adresseBrouillon(id, 'motif')}?motif=ferme`)
  if (!cadre.etapes.includes(etape)) notFound()
  if (etape === 'personne') return <EtapePersonne cadre={cadre} />
  if (etape === 'besoin') return <EtapeBesoin cadre={cadre} />
  if (etape === 'pieces') return <EtapePieces cadre={cadre} />
  return <EtapeVerifier cadre={cadre} />
}

/** The draft has become a demande, in another window or by the button pressed just before «back». */
async function dejaDeposee(acteur: Acteur, id: string): Promise<never> {
  const reference = await demandeDuBrouillon(acteur, id)
  if (!reference) notFound()
  redirect(adresseDemande(reference, 'confirmation'))
}
