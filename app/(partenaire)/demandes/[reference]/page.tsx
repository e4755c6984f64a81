import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { Cadre } from '@/components/cadre/cadre'
import { DemandeEffacee, estEffacee } from '@/components/conservation/demande-effacee'
import { Demande, titreDemande } from '@/components/demandes/demande'
import { DossierLimite } from '@/components/demandes/dossier-limite'
import { FilRetour } from '@/components/ui/fil-retour'
import { consulterDemande } from '@/lib/demandes/consulter-demande'
import { demandeDePartenaire } from '@/lib/demandes/demande-partenaire'
import { piecesDeLaDemande } from '@/lib/demandes/queries-brouillon'
import { adresseClient, exigerActeur } from '@/lib/socle/session'

type Props = PageProps<'/demandes/[reference]'>

// Read once for the title and for the page.
const lire = cache(demandeDePartenaire)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const acteur = await exigerActeur('demande.suivre', { dejaConsignee: true })
  const demande = await lire(acteur, (await params).reference)
  return { title: demande ? titreDemande(demande) : 'Page introuvable' }
}

export default async function PageDemande({ params, searchParams }: Props) {
  const acteur = await exigerActeur('demande.suivre', { dejaConsignee: true })
  if (acteur.caissesOuvertes.length === 0) redirect('/demandes')
  const demande = await lire(acteur, (await params).reference)
  if (!demande) notFound()
  await consulterDemande(acteur, demande, await adresseClient())
  if (estEffacee(demande))
    return (
      <Cadre acteur={acteur} entree="/demandes/toutes">
        <DemandeEffacee
          demande={demande}
          interne={false}
          retour={<FilRetour href="/demandes/toutes" libelle="Demandes" />}
        />
      </Cadre>
    )
  if (demande.limiteeLe)
    return (
      <Cadre acteur={acteur} entree="/demandes/toutes">
        <DossierLimite demande={demande} cote="partenaire" retour={{ href: '/demandes/toutes', libelle: 'Demandes' }} />
      </Cadre>
    )
  const demandees = await piecesDeLaDemande(acteur, demande)
  const { question } = await searchParams
  return (
    <Cadre acteur={acteur} entree="/demandes/toutes">
      <Demande demande={demande} demandees={demandees} moi={acteur.compteId} question={question !== undefined} />
    </Cadre>
  )
}
