import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { actionDeplacerQuestion, actionRetirerQuestion } from '@/lib/questionnaires/actions'
import { libellesType } from '@/lib/questionnaires/libelles'
import type { Question } from '@/lib/questionnaires/modele'

/** The questions in their order. `titrePage`: given while they may change. */
export function ListeQuestions({
  questions,
  questionnaireId,
  titrePage,
}: {
  questions: Question[]
  questionnaireId: string
  titrePage?: string
}) {
  return (
    <ol className="max-w-200 border-t border-filet-2">
      {questions.map((question, rang) => (
        <li key={question.id} className="border-b border-filet py-4">
          <p className="font-[650]">
            {rang + 1}. {question.intitule}
          </p>
          <p className="mt-1 text-15 text-encre-2">
            {libellesType[question.type]}
            {question.obligatoire ? '' : ', facultative'}
            {question.repriseDeId && ', reprise de l’an dernier'}
          </p>
          {question.options.length > 0 && <p className="mt-1 text-15">{question.options.join(' · ')}</p>}
          {titrePage && (
            <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2">
              <a
                href={`/caisse/questionnaires/${questionnaireId}/questions/${question.id}`}
                className="inline-block min-h-6"
              >
                Modifier<span className="sr-only"> la question {rang + 1}</span>
              </a>
              {rang > 0 && <Deplacer question={question} rang={rang} sens="haut" titrePage={titrePage} />}
              {rang < questions.length - 1 && (
                <Deplacer question={question} rang={rang} sens="bas" titrePage={titrePage} />
              )}
              <Formulaire action={actionRetirerQuestion} titrePage={titrePage} cle={`retirer-${question.id}`}>
                <ChampCache name="id" valeur={question.id} />
                <BoutonEnvoi aspect="tiers" dense enCours="Un instant…">
                  Retirer<span className="sr-only"> la question {rang + 1}</span>
                </BoutonEnvoi>
              </Formulaire>
            </div>
          )}
        </li>
      ))}
    </ol>
  )
}

function Deplacer({
  question,
  rang,
  sens,
  titrePage,
}: {
  question: Question
  rang: number
  sens: 'haut' | 'bas'
  titrePage: string
}) {
  return (
    <Formulaire action={actionDeplacerQuestion} titrePage={titrePage} cle={`${sens}-${question.id}`}>
      <ChampCache name="id" valeur={question.id} />
      <ChampCache name="sens" valeur={sens} />
      <BoutonEnvoi aspect="tiers" dense enCours="Un instant…">
        {sens === 'haut' ? 'Monter' : 'Descendre'}
        <span className="sr-only"> la question {rang + 1}</span>
      </BoutonEnvoi>
    </Formulaire>
  )
}
