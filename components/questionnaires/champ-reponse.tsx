import { ChampTexteLong } from '@/components/formulaire/champ-texte-long'
import { CasesACocher, Radios } from '@/components/formulaire/choix'
import { ECHELLE, type Question, TEXTE_MAX, type Valeur } from '@/lib/questionnaires/modele'

const aidesEchelle: Record<number, string> = { 1: '1, pas du tout', 5: '5, tout à fait' }

/** The field of one question, with what is answered so far. An optional choice can be taken back. */
export function ChampReponse({ question, rang, valeur }: { question: Question; rang: number; valeur?: Valeur }) {
  const { id, type, intitule, options, obligatoire } = question
  const commun = { name: `r.${id}`, label: `${rang}. ${intitule}`, optionnel: !obligatoire }
  if (type === 'texte')
    return (
      <ChampTexteLong
        {...commun}
        aide="Sans nom d’assuré."
        valeur={valeur === undefined ? undefined : String(valeur)}
        maxLength={TEXTE_MAX}
        lignes={4}
      />
    )
  if (type === 'plusieurs')
    return (
      <CasesACocher
        {...commun}
        aide="Plusieurs réponses possibles."
        valeurs={Array.isArray(valeur) ? valeur.map(String) : []}
        options={options.map((libelle, place) => ({ valeur: String(place), libelle }))}
      />
    )
  const choix =
    type === 'echelle'
      ? ECHELLE.map((note) => ({ valeur: String(note), libelle: aidesEchelle[note] ?? String(note) }))
      : type === 'oui_non'
        ? [
            { valeur: 'oui', libelle: 'Oui' },
            { valeur: 'non', libelle: 'Non' },
          ]
        : options.map((libelle, place) => ({ valeur: String(place), libelle }))
  return (
    <Radios
      {...commun}
      enLigne={type !== 'choix'}
      valeur={
        typeof valeur === 'boolean' ? (valeur ? 'oui' : 'non') : valeur === undefined ? undefined : String(valeur)
      }
      options={obligatoire ? choix : [...choix, { valeur: '', libelle: 'Sans réponse' }]}
    />
  )
}
