import { Part } from '@/components/bilan/barres'
import { Nombre } from '@/components/bilan/chiffre'
import { Tableau, ZoneDefilante } from '@/components/ui/tableau'
import { compteEnMots, partEnMots, regleDuMasque } from '@/lib/bilan/libelles'
import type { ResultatQuestion } from '@/lib/questionnaires/modele'
import type { Resultats } from '@/lib/questionnaires/resultats'
import { nombre, pluriel } from '@/lib/socle/format'

/** How many answered, then each question: its picture beside its figures, and what was written. */
export function CorpsResultats({ resultats, textes }: { resultats: Resultats; textes: boolean }) {
  const { participation, questions, masque, retenues, anneeAvant } = resultats
  const { invites, envoyees } = participation
  return (
    <>
      <p className="mb-2 max-w-180">
        {pluriel(envoyees, 'réponse')} pour {pluriel(invites, 'partenaire interrogé', 'partenaires interrogés')}
        {invites > 0 && `, soit ${partEnMots(envoyees / invites)}`}.
      </p>
      {masque && !retenues && <p className="mb-4 max-w-180 text-15 text-encre-2">{regleDuMasque}</p>}
      {!retenues &&
        questions
          .filter(({ type }) => textes || type !== 'texte')
          .map((question, rang) => (
            <Resultat key={question.id} question={question} rang={rang + 1} anneeAvant={anneeAvant} />
          ))}
    </>
  )
}

function Resultat({
  question,
  rang,
  anneeAvant,
}: {
  question: ResultatQuestion
  rang: number
  anneeAvant: number | null
}) {
  const { id, intitule, type, repondu, intituleAvant } = question
  return (
    <section aria-labelledby={`q-${id}`} className="mt-8 max-w-200">
      <h2 id={`q-${id}`} className="text-18">
        {rang}. {intitule}
      </h2>
      <p className="mt-1 mb-2 text-15 text-encre-2">
        {repondu === null ? `Nombre de réponses ${compteEnMots(null)}` : pluriel(repondu, 'réponse')}
        {type === 'plusieurs' && ', plusieurs choix possibles'}
        {type === 'echelle' && ', de 1 (pas du tout) à 5 (tout à fait)'}.
        {intituleAvant && ` En ${anneeAvant}, la question était : « ${intituleAvant} ».`}
      </p>
      {type === 'texte' ? <Textes question={question} /> : <Figures question={question} anneeAvant={anneeAvant} />}
    </section>
  )
}

function Figures({
  question: { intitule, lignes, type, moyenne, moyenneAvant },
  anneeAvant,
}: {
  question: ResultatQuestion
  anneeAvant: number | null
}) {
  const compare = lignes.some(({ partAvant }) => partAvant !== null)
  return (
    <>
      <ZoneDefilante nom={`Réponses : ${intitule}`}>
        <Tableau allure="chiffres" legende={intitule} className="table-fixed">
          <thead>
            <tr>
              <th scope="col">Réponse</th>
              <th scope="col" className="w-18 text-right bureau:w-28">
                Nombre
              </th>
              <th scope="col" className="w-22 tab:w-2/5">
                Part
              </th>
              {compare && (
                <th scope="col" className="w-16 text-right bureau:w-28">
                  En {anneeAvant}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {lignes.map(({ libelle, n, part, partAvant }) => (
              <tr key={libelle}>
                <th scope="row">{libelle}</th>
                <td className="text-right">
                  <Nombre n={n} />
                </td>
                <td>
                  <span className="flex flex-wrap items-center justify-end gap-x-3 tab:flex-nowrap">
                    <Part valeur={part} />
                    <span className="w-14 flex-none text-right">{partEnMots(part)}</span>
                  </span>
                </td>
                {compare && <td className="text-right">{partEnMots(partAvant)}</td>}
              </tr>
            ))}
          </tbody>
        </Tableau>
      </ZoneDefilante>
      {type === 'echelle' && moyenne !== null && (
        <p className="mt-2">
          Moyenne : <strong className="font-[650]">{nombre(moyenne)} sur 5</strong>
          {moyenneAvant !== null && `, contre ${nombre(moyenneAvant)} en ${anneeAvant}`}.
        </p>
      )}
    </>
  )
}

function Textes({ question: { textes } }: { question: ResultatQuestion }) {
  if (textes.length === 0) return <p>Aucun texte à lire.</p>
  return (
    <ul className="border-t border-filet-2">
      {textes.map(({ texte, de }, rang) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: read once, in that order; two may be the same
        <li key={rang} className="border-b border-filet py-3">
          <p className="lecture whitespace-pre-line">{texte}</p>
          {de && <p className="mt-1 text-14 text-encre-2">{de}</p>}
        </li>
      ))}
    </ul>
  )
}
