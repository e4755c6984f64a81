import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { ChampTexte } from '@/components/formulaire/champ-texte'
import { ChampTexteLong } from '@/components/formulaire/champ-texte-long'
import { CaseACocher, Radios } from '@/components/formulaire/choix'
import { Formulaire } from '@/components/formulaire/formulaire'
import { FilRetour } from '@/components/ui/fil-retour'
import { actionEcrireQuestion } from '@/lib/questionnaires/actions'
import { FIGE, libellesType } from '@/lib/questionnaires/libelles'
import { OPTIONS_MAX, typesQuestion } from '@/lib/questionnaires/modele'
import { questionnaireDeLaCaisse } from '@/lib/questionnaires/queries-caisse'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Question' }

export default async function EcrireQuestion({
  params,
}: PageProps<'/caisse/questionnaires/[id]/questions/[question]'>) {
  const acteur = await exigerActeur('questionnaire.gerer')
  const { id, question: laquelle } = await params
  const lu = await questionnaireDeLaCaisse(acteur, id, new Date())
  const question = lu?.questions.find((connue) => connue.id === laquelle)
  if (!lu || (!question && laquelle !== 'nouvelle')) notFound()
  const titre = question ? 'Modifier une question' : 'Ajouter une question'
  const page = `/caisse/questionnaires/${id}`
  return (
    <Cadre acteur={acteur} entree="/caisse/bilans">
      <FilRetour href={page} libelle={lu.titre} />
      {lu.situation === 'brouillon' ? (
        <Formulaire action={actionEcrireQuestion} titrePage={titre} cle={`question-${laquelle}`} className="max-w-160">
          <h1 className="mb-5">{titre}</h1>
          <ChampCache name="questionnaireId" valeur={id} />
          <ChampCache name="version" valeur={lu.version} />
          <ChampCache name="id" valeur={question?.id ?? ''} />
          <ChampTexte name="intitule" label="Question" valeur={question?.intitule} largeur="plein" maxLength={300} />
          <Radios
            name="type"
            label="On y répond par"
            aide={
              question?.repriseDeId
                ? 'Question reprise de l’an dernier. Changer le type ou les réponses proposées coupe la comparaison ; changer les mots de la question la garde.'
                : undefined
            }
            valeur={question?.type}
            options={typesQuestion.map((type) => ({ valeur: type, libelle: libellesType[type] }))}
          />
          <ChampTexteLong
            name="options"
            label="Réponses proposées"
            aide={`Une par ligne, ${OPTIONS_MAX} au plus. Seulement pour une ou plusieurs réponses à choisir.`}
            optionnel
            valeur={question?.options.join('\n')}
            maxLength={3000}
            lignes={5}
          />
          <CaseACocher
            name="obligatoire"
            label="Il faut y répondre pour envoyer"
            cochee={question?.obligatoire ?? true}
          />
          <div className="rangee-boutons">
            <BoutonEnvoi enCours="Enregistrement…">Enregistrer la question</BoutonEnvoi>
            <a href={page} className="inline-block min-h-6">
              Ne rien changer
            </a>
          </div>
        </Formulaire>
      ) : (
        <>
          <h1 className="mb-4">Les questions ne changent plus</h1>
          <p className="max-w-160">
            {lu.situation === 'programme' ? 'L’envoi est programmé : annulez-le pour modifier les questions.' : FIGE}
          </p>
        </>
      )}
    </Cadre>
  )
}
