import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PorteeMotif } from '@/components/administration/portee-motif'
import { Cadre } from '@/components/cadre/cadre'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { FilRetour } from '@/components/ui/fil-retour'
import { actionActiverMotif } from '@/lib/catalogue/actions'
import { motifDuCatalogue } from '@/lib/catalogue/queries'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Retirer un motif' }

export default async function RetirerMotif({ params }: PageProps<'/administration/catalogue/[id]/retirer'>) {
  const acteur = await exigerActeur('administrer')
  const motif = await motifDuCatalogue(acteur, (await params).id)
  if (!motif) notFound()
  const adresse = `/administration/catalogue/${motif.id}`
  const titre = motif.actif ? `Retirer « ${motif.libelle} » ?` : `Proposer de nouveau « ${motif.libelle} » ?`
  return (
    <Cadre acteur={acteur} entree="/administration/catalogue">
      <FilRetour href={adresse} libelle={motif.libelleCourt} />
      <div className="max-w-160">
        <Formulaire action={actionActiverMotif} titrePage={titre} cle={`activer-${motif.id}`}>
          <h1 className="mb-4">{titre}</h1>
          <p className="mb-6">
            {motif.actif
              ? 'Plus personne ne peut le choisir, dans aucune caisse. Les brouillons en cours ne pourront plus être transmis avec ce motif. Les demandes déjà déposées suivent leur cours, et vous pourrez le proposer de nouveau.'
              : 'Toutes les caisses le proposent de nouveau, sauf celles qui l’ont caché.'}
          </p>
          <PorteeMotif portee={motif.portee} />
          <ChampCache name="id" valeur={motif.id} />
          <ChampCache name="version" valeur={motif.version} />
          <ChampCache name="actif" valeur={motif.actif ? 'non' : 'oui'} />
          <div className="rangee-boutons mt-6">
            <BoutonEnvoi aspect={motif.actif ? 'danger' : 'primaire'} enCours="Enregistrement…">
              {motif.actif ? 'Retirer le motif' : 'Proposer le motif'}
            </BoutonEnvoi>
            <a href={adresse} className="inline-block min-h-6">
              Ne rien changer
            </a>
          </div>
        </Formulaire>
      </div>
    </Cadre>
  )
}
