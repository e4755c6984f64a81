import { Resume } from '@/components/ui/resume'
import type { Question, Valeurs } from '@/lib/questionnaires/modele'
import { valeurEnMots } from '@/lib/questionnaires/regles'

/** What is answered, to be read and copied. */
export function ReponsesLues({
  questions,
  valeurs,
  modifier,
}: {
  questions: Question[]
  valeurs: Valeurs
  modifier?: string
}) {
  return (
    <div className="max-w-180">
      <Resume
        titre="La réponse de votre organisme"
        modifier={modifier}
        lignes={questions.map((question, rang) => ({
          cle: `${rang + 1}. ${question.intitule}`,
          valeur: (
            <span className="whitespace-pre-line">
              {valeurEnMots(question, valeurs[question.id]) || 'Sans réponse'}
            </span>
          ),
        }))}
      />
    </div>
  )
}
