import { TexteGuide } from '@/components/guide/texte'
import type { Chapitre } from '@/lib/guide/modele'
import { typo } from '@/lib/socle/format'

/** One task of a guide, whole: it is read, searched and printed without unfolding anything. */
export function ChapitreGuide({ chapitre, liens }: { chapitre: Chapitre; liens: boolean }) {
  const { cle, titre, quand, etapes, ensuite, questions = [], appeler } = chapitre
  const dire = (texte: string) => <TexteGuide texte={texte} liens={liens} />
  return (
    <section id={cle} aria-labelledby={`${cle}-titre`} className="guide__chapitre">
      <h2 id={`${cle}-titre`}>{typo(titre)}</h2>
      <p className="lecture mt-2 text-encre-2">{dire(quand)}</p>
      <ol className="lecture mt-3 flex list-decimal flex-col gap-1.5 pl-6">
        {etapes.map((etape) => (
          <li key={etape}>{dire(etape)}</li>
        ))}
      </ol>
      {ensuite && (
        <p className="lecture mt-3">
          <strong>Ensuite.</strong> {dire(ensuite)}
        </p>
      )}
      {questions.length > 0 && (
        <dl className="guide__questions lecture mt-3">
          {questions.map(([question, reponse]) => (
            <div key={question}>
              <dt>{typo(question)}</dt>
              <dd>{dire(reponse)}</dd>
            </div>
          ))}
        </dl>
      )}
      <p className="lecture mt-3">
        <strong>Qui appeler.</strong> {dire(appeler)}
      </p>
      <p className="pas-imprime mt-3 text-15">
        <a href="#sommaire">Revenir au sommaire</a>
      </p>
    </section>
  )
}
