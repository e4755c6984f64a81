import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { DeuxColonnes } from '@/components/cadre/contenu'
import {
  ActeAbandonner,
  ActeAvenant,
  ActeHabilitation,
  ActeImpossible,
  ActeLever,
  ActeMettreEnDemeure,
  ActeModifier,
  ActeRetirer,
} from '@/components/conventions/actes/autres'
import type { ProprietesActe } from '@/components/conventions/actes/cadre-acte'
import { ActeDenoncer } from '@/components/conventions/actes/denoncer'
import { ActeDocument } from '@/components/conventions/actes/document'
import { ActeResilier } from '@/components/conventions/actes/resilier'
import { ActeSigner } from '@/components/conventions/actes/signer'
import { type ActeAvecPage, acteDuChemin, adresseConvention, libellesActe } from '@/components/conventions/adresses'
import { FilRetour } from '@/components/ui/fil-retour'
import { cadreNouvelleConvention } from '@/lib/conventions/queries'
import { conventionDeCaisse } from '@/lib/conventions/queries-detail'
import { avecArticle } from '@/lib/socle/francais'
import { exigerActeur } from '@/lib/socle/session'

type Props = {
  params: Promise<{ id: string; acte: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const acte = acteDuChemin((await params).acte)
  return { title: acte ? libellesActe[acte] : 'Convention' }
}

const pages: Record<Exclude<ActeAvecPage, 'modifier'>, (proprietes: ProprietesActe) => React.ReactNode> = {
  signer: ActeSigner,
  abandonner: ActeAbandonner,
  denoncer: ActeDenoncer,
  retirer: ActeRetirer,
  mettre_en_demeure: ActeMettreEnDemeure,
  lever: ActeLever,
  resilier: ActeResilier,
  avenant: ActeAvenant,
  document: ActeDocument,
  habilitation: ActeHabilitation,
}

export default async function PageActe({ params, searchParams }: Props) {
  const acteur = await exigerActeur('partenaire.gerer')
  const [{ id, acte: chemin }, recherche] = await Promise.all([params, searchParams])
  const acte = acteDuChemin(chemin)
  const vue = acte && (await conventionDeCaisse(acteur, id))
  if (!vue) notFound()
  const proprietes = { vue, recherche, titre: libellesActe[acte] }
  return (
    <Cadre acteur={acteur} entree="/caisse/conventions">
      <FilRetour
        href={adresseConvention(id)}
        libelle={`Convention avec ${avecArticle(vue.convention.partenaire.nom)}`}
      />
      <DeuxColonnes>{await contenu(acte)}</DeuxColonnes>
    </Cadre>
  )

  async function contenu(demande: ActeAvecPage) {
    if (!proprietes.vue.actes.includes(demande)) return <ActeImpossible {...proprietes} />
    if (demande !== 'modifier') {
      const Acte = pages[demande]
      return <Acte {...proprietes} />
    }
    const cadre = await cadreNouvelleConvention(acteur, proprietes.vue.convention.partenaireId)
    return <ActeModifier {...proprietes} autresCaisses={cadre?.caisses ?? []} />
  }
}
