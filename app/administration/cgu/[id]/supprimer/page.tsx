import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { FilRetour } from '@/components/ui/fil-retour'
import { actionSupprimerBrouillonCgu } from '@/lib/cgu/actions'
import { versionCgu } from '@/lib/cgu/queries'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Supprimer un brouillon' }

export default async function SupprimerVersion({ params }: PageProps<'/administration/cgu/[id]/supprimer'>) {
  const acteur = await exigerActeur('administrer')
  const version = await versionCgu(acteur, (await params).id, new Date())
  if (!version) notFound()
  const adresse = `/administration/cgu/${version.id}`
  if (version.etat !== 'brouillon') redirect(adresse)
  const titre = `Supprimer le brouillon de la version ${version.numero} ?`
  return (
    <Cadre acteur={acteur} entree="/administration/cgu">
      <FilRetour href={adresse} libelle={`Version ${version.numero}`} />
      <div className="max-w-160">
        <Formulaire action={actionSupprimerBrouillonCgu} titrePage={titre} cle={`supprimer-${version.id}`}>
          <h1 className="mb-4">{titre}</h1>
          <p className="mb-6">Son texte est perdu. La version en vigueur ne change pas.</p>
          <ChampCache name="id" valeur={version.id} />
          <ChampCache name="version" valeur={version.version} />
          <div className="rangee-boutons">
            <BoutonEnvoi aspect="danger" enCours="Suppression…">
              Supprimer le brouillon
            </BoutonEnvoi>
            <a href={adresse} className="inline-block min-h-6">
              Le garder
            </a>
          </div>
        </Formulaire>
      </div>
    </Cadre>
  )
}
