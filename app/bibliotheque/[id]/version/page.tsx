import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { EnvoiDocument } from '@/components/conventions/envoi-document'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { ChampTexte } from '@/components/formulaire/champ-texte'
import { Formulaire } from '@/components/formulaire/formulaire'
import { Avis } from '@/components/ui/avis'
import { FilRetour } from '@/components/ui/fil-retour'
import { actionAjouterLien } from '@/lib/bibliotheque/actions'
import { documentAVoir, limiteDUnFichier } from '@/lib/bibliotheque/queries'
import { attributAccept, libelleFormats } from '@/lib/pieces-jointes/formats'
import { taille } from '@/lib/socle/format'
import { exigerActeur } from '@/lib/socle/session'

const titre = 'Ajouter une version'

export const metadata: Metadata = { title: titre }

export default async function AjouterVersion({ params, searchParams }: PageProps<'/bibliotheque/[id]/version'>) {
  const acteur = await exigerActeur('publication.gerer')
  const document = await documentAVoir(acteur, (await params).id)
  if (!document?.tenu) notFound()
  const retour = `/bibliotheque/${document.id}`
  return (
    <Cadre acteur={acteur} entree="/bibliotheque">
      <FilRetour href={retour} libelle={document.titre} />
      <div className="max-w-160">
        <h1 className="mb-3">{titre}</h1>
        {(await searchParams).refus !== undefined && (
          <Avis ton="chaud" role="alert" className="mb-6">
            Le fichier est refusé. Envoyez un document lisible, sans mot de passe, et pas trop lourd.
          </Avis>
        )}
        <p className="mb-6">
          {document.versions.length > 0
            ? 'Elle remplace la précédente dès qu’elle se lit. Les anciennes restent à la portée de la caisse.'
            : 'Un fichier, ou le lien d’une page d’un autre site.'}
        </p>
        <h2 className="mb-3">Un fichier</h2>
        <EnvoiDocument
          adresse={`/api/bibliotheque/${document.id}/versions`}
          retour={`${retour}?fait=version`}
          annuler={retour}
          aide={`De préférence un PDF accessible. ${libelleFormats}, ${taille(await limiteDUnFichier(acteur))} au plus.`}
          accept={attributAccept}
        />
        <h2 className="mt-10 mb-3">Ou un lien</h2>
        <Formulaire action={actionAjouterLien} titrePage={titre} cle={`lien-${document.id}`}>
          <ChampCache name="id" valeur={document.id} />
          <ChampTexte
            name="lien"
            label="Adresse de la page"
            aide="Elle commence par https://. Ses lecteurs sauront qu’ils quittent le portail."
            type="url"
            largeur="plein"
            maxLength={500}
          />
          <BoutonEnvoi aspect="secondaire" enCours="Un instant…">
            Ajouter le lien
          </BoutonEnvoi>
        </Formulaire>
      </div>
    </Cadre>
  )
}
