import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { ReponsesLues } from '@/components/questionnaires/reponses-lues'
import { LienBouton } from '@/components/ui/bouton'
import { FilRetour } from '@/components/ui/fil-retour'
import { la } from '@/lib/notifications/modeles/avis/commun'
import { actionEnvoyerReponse } from '@/lib/questionnaires/actions'
import { reponseDuPartenaire } from '@/lib/questionnaires/queries-partenaire'
import { manquantes } from '@/lib/questionnaires/regles'
import { complementDuNom } from '@/lib/socle/francais'
import { exigerActeur } from '@/lib/socle/session'

const titre = 'Envoyer cette réponse ?'

export const metadata: Metadata = { title: 'Envoyer la réponse' }

export default async function EnvoyerReponse({ params }: PageProps<'/questionnaires/[id]/envoyer'>) {
  const acteur = await exigerActeur('questionnaire.repondre')
  const lu = await reponseDuPartenaire(acteur, (await params).id, new Date())
  if (!lu) notFound()
  const page = `/questionnaires/${lu.id}`
  // Sent or closed meanwhile: that page says so, with what was written.
  if (lu.situation !== 'a_repondre') redirect(page)
  const manque = manquantes(lu.questions, lu.valeurs)
  if (manque.length > 0)
    return (
      <Cadre acteur={acteur} entree="/bilan">
        <FilRetour href={page} libelle={lu.titre} />
        <h1 className="mb-4">Il manque des réponses</h1>
        <p>Ces questions sont obligatoires :</p>
        <ul className="mt-2 mb-6 max-w-160 list-disc pl-5">
          {manque.map(({ id, intitule }) => (
            <li key={id}>{intitule}</li>
          ))}
        </ul>
        <LienBouton href={page}>Répondre à ces questions</LienBouton>
      </Cadre>
    )
  return (
    <Cadre acteur={acteur} entree="/bilan">
      <FilRetour href={page} libelle={lu.titre} />
      <Formulaire action={actionEnvoyerReponse} titrePage={titre} cle={`envoyer-${lu.id}`}>
        <h1 className="mb-4">{titre}</h1>
        <ul className="mb-6 max-w-160 list-disc pl-5">
          <li>
            Elle part à {la(lu.caisse)}
            {lu.anonyme
              ? ', qui saura que votre organisme a répondu, pas ce qu’il a répondu.'
              : ` au nom ${complementDuNom(acteur.partenaire?.nom ?? '')}.`}
          </li>
          <li>Une seule réponse par organisme : une fois envoyée, elle ne change plus.</li>
        </ul>
        <ReponsesLues questions={lu.questions} valeurs={lu.valeurs} modifier={page} />
        <ChampCache name="id" valeur={lu.id} />
        <ChampCache name="version" valeur={lu.version} />
        <div className="rangee-boutons">
          <BoutonEnvoi enCours="Envoi…">Envoyer la réponse</BoutonEnvoi>
          <a href={page} className="inline-block min-h-6">
            Revenir au questionnaire
          </a>
        </div>
      </Formulaire>
    </Cadre>
  )
}
