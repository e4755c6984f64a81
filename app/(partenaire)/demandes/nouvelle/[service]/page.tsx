import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { titreOrganisme } from '@/components/demandes/choix-organisme'
import { EtapeMotif, titreMotif } from '@/components/demandes/etapes/motif'
import { adresseNouvelle, serviceDuSegment } from '@/lib/demandes/adresses'
import { demandeDePartenaire } from '@/lib/demandes/demande-partenaire'
import { choixDuMotif } from '@/lib/demandes/queries-depot'
import { exigerActeur } from '@/lib/socle/session'

type Props = PageProps<'/demandes/nouvelle/[service]'>

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const acteur = await exigerActeur('demande.deposer')
  const { caisse, choix } = await searchParams
  const organisme = acteur.caissesOuvertes.length > 1 && typeof caisse !== 'string'
  return { title: organisme ? `${choix ? 'Erreur : ' : ''}${titreOrganisme}` : titreMotif }
}

export default async function NouvelleDemandeDuService({ params, searchParams }: Props) {
  const acteur = await exigerActeur('demande.deposer')
  if (acteur.caissesOuvertes.length === 0) redirect('/demandes')
  const service = serviceDuSegment((await params).service)
  if (!service) notFound()
  const { caisse, choix, pour } = await searchParams
  const origine = typeof pour === 'string' ? await demandeDePartenaire(acteur, pour) : null
  return (
    <Cadre acteur={acteur} entree="/demandes/toutes" sansBouton>
      <EtapeMotif
        id={randomUUID()}
        service={service}
        caisses={await choixDuMotif(acteur, service)}
        caisseId={typeof caisse === 'string' ? caisse : undefined}
        sansChoix={choix !== undefined}
        actuel={origine ? { caisseId: origine.caisseId, motifId: null, variante: null } : undefined}
        personneDe={origine?.id}
        pour={origine?.reference}
        adresse={adresseNouvelle(service)}
      />
    </Cadre>
  )
}
