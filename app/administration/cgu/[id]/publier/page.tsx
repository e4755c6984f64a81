import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { ChampDate } from '@/components/formulaire/champ-date'
import { Radios } from '@/components/formulaire/choix'
import { Formulaire } from '@/components/formulaire/formulaire'
import { FilRetour } from '@/components/ui/fil-retour'
import { actionPublierCgu } from '@/lib/cgu/actions'
import { versionCgu } from '@/lib/cgu/queries'
import { pluriel } from '@/lib/socle/format'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Publier des conditions d’utilisation' }

export default async function PublierVersion({ params }: PageProps<'/administration/cgu/[id]/publier'>) {
  const acteur = await exigerActeur('administrer')
  const version = await versionCgu(acteur, (await params).id, new Date())
  if (!version) notFound()
  const adresse = `/administration/cgu/${version.id}`
  if (version.etat !== 'brouillon') redirect(adresse)
  const titre = `Publier la version ${version.numero} ?`
  return (
    <Cadre acteur={acteur} entree="/administration/cgu">
      <FilRetour href={adresse} libelle={`Version ${version.numero}`} />
      <div className="max-w-160">
        <Formulaire action={actionPublierCgu} titrePage={titre} cle={`publier-${version.id}`}>
          <h1 className="mb-4">{titre}</h1>
          <ul className="mb-6 list-disc pl-5">
            <li>
              {pluriel(version.actifs, 'compte actif devra', 'comptes actifs devront')} l’accepter avant d’aller plus
              loin, le vôtre compris.
            </li>
            <li>Ce que chacun a en cours de saisie est gardé pendant ce temps.</li>
            <li>Une fois publiée, elle ne change plus : une correction demande une nouvelle version.</li>
          </ul>
          <ChampCache name="id" valeur={version.id} />
          <ChampCache name="version" valeur={version.version} />
          <Radios
            name="quand"
            label="Quand ?"
            options={[
              { valeur: 'maintenant', libelle: 'Maintenant' },
              { valeur: 'date', libelle: 'À une date', aide: 'À minuit, au début de ce jour' },
            ]}
          />
          <ChampDate name="le" label="Jour de la publication" aide="Pour une publication à une date" optionnel />
          <div className="rangee-boutons">
            <BoutonEnvoi enCours="Publication…">Publier la version</BoutonEnvoi>
            <a href={adresse} className="inline-block min-h-6">
              Ne pas publier
            </a>
          </div>
        </Formulaire>
      </div>
    </Cadre>
  )
}
