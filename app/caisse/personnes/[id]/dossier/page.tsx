import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { DemandeDeLaPersonne } from '@/components/personnes/dossier'
import { EtatVide } from '@/components/ui/etat-vide'
import { FilRetour } from '@/components/ui/fil-retour'
import { dossierDe } from '@/lib/personnes/queries'
import { pluriel } from '@/lib/socle/format'
import { adresseClient, exigerActeur } from '@/lib/socle/session'

const TITRE = 'Tout ce qui est gardé sur la personne'

export const metadata: Metadata = { title: TITRE }

export default async function DossierDeLaPersonne({ params }: PageProps<'/caisse/personnes/[id]/dossier'>) {
  const acteur = await exigerActeur('personnes.traiter')
  const { id } = await params
  const lu = await dossierDe(acteur, id, await adresseClient())
  if (!lu) notFound()
  const { demande, dossier } = lu
  const vers = (suite: string) => `/caisse/personnes/${id}/${suite}`
  return (
    <Cadre acteur={acteur} entree="/caisse/personnes">
      <FilRetour href={`/caisse/personnes/${id}`} libelle={`Demande ${demande.reference}`} />
      <div className="max-w-180">
        <h1>{TITRE}</h1>
        <p className="mt-2 mb-8">
          {demande.prenom} {demande.nomNaissance}, {pluriel(dossier.length, 'dossier')}.{' '}
          {demande.etat === 'ouverte' && (
            <>
              <a href={vers('dossier/corriger')}>Corriger son identité</a>,{' '}
              <a href={vers('dossier/limiter')}>limiter</a>, <a href={vers('recherche')}>revoir le choix</a>.
            </>
          )}
        </p>
        {dossier.length === 0 ? (
          <EtatVide titre="Aucun dossier choisi">
            <p>
              <a href={vers('recherche')}>Cherchez ses dossiers</a>, puis cochez ceux qui sont bien les siens.
            </p>
          </EtatVide>
        ) : (
          dossier.map((une) => <DemandeDeLaPersonne key={une.id} demande={une} />)
        )}
      </div>
    </Cadre>
  )
}
