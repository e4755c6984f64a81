import type { Participation, Question, ResultatQuestion, Valeur } from '@/lib/questionnaires/modele'
import { participationDe, questionsDe, type ValeurRecue, valeursRecues } from '@/lib/questionnaires/queries'
import { comparables, depouiller, lignesDe, reponsesOffertes } from '@/lib/questionnaires/regles'
import type { Acteur } from '@/lib/socle/acteur'
import type { Transaction } from '@/lib/socle/base'
import type { Questionnaire } from '@/lib/socle/prisma/client'

export type Resultats = {
  participation: Participation
  questions: ResultatQuestion[]
  /** Small counts are kept back. */
  masque: boolean
  /** Answers came, and the database gives none of them: too few, or still open, so that their authors could be told. */
  retenues: boolean
  /** Year it is compared with; null where no question was carried over. */
  anneeAvant: number | null
}

type Lu = Pick<Questionnaire, 'id' | 'anonyme' | 'precedentId'>

type Depose = {
  questions: Question[]
  recues: ValeurRecue[]
  participation: Participation
  masque: boolean
  retenues: boolean
}

/** What the database gives of one questionnaire; small counts are kept back where authors are. */
async function lireDepose(tx: Transaction, acteur: Acteur, { id, anonyme }: Lu): Promise<Depose> {
  const [questions, recues, participation] = [
    await questionsDe(tx, id),
    await valeursRecues(tx, id),
    await participationDe(tx, id),
  ]
  const masque = anonyme || acteur.caisse === null
  return {
    questions,
    recues,
    participation,
    masque,
    retenues: masque && recues.length === 0 && participation.envoyees > 0,
  }
}

/** Counts that are kept back are unknown: a zero would be false. */
const depouillerUne = (question: Question, { recues, participation, masque, retenues }: Depose) =>
  retenues
    ? { repondu: null, comptes: reponsesOffertes(question).map(() => null), moyenne: null }
    : depouiller(question, valeursDe(question, recues), participation.envoyees, masque)

const valeursDe = ({ id }: Question, recues: readonly ValeurRecue[]): Valeur[] =>
  recues.filter(({ questionId }) => questionId === id).map(({ valeur }) => valeur)

/** Every question with its counts, beside those of the year before where the same one was asked. */
export async function lireResultats(tx: Transaction, acteur: Acteur, questionnaire: Lu): Promise<Resultats> {
  const courant = await lireDepose(tx, acteur, questionnaire)
  const precedent = questionnaire.precedentId
    ? await tx.questionnaire.findUnique({ where: { id: questionnaire.precedentId } })
    : null
  const avant = precedent && (await lireDepose(tx, acteur, precedent))
  const noms = await nomsDes(tx, courant.recues)
  const questions = courant.questions.map((question): ResultatQuestion => {
    const depouillement = depouillerUne(question, courant)
    const reprise = avant?.questions.find(({ id }) => id === question.repriseDeId)
    const deAvant = avant && reprise && comparables(question, reprise) ? depouillerUne(reprise, avant) : null
    return {
      ...question,
      repondu: depouillement.repondu,
      lignes: lignesDe(question, depouillement, deAvant?.repondu ? deAvant : null),
      moyenne: depouillement.moyenne,
      moyenneAvant: deAvant?.moyenne ?? null,
      intituleAvant: deAvant && reprise?.intitule !== question.intitule ? (reprise?.intitule ?? null) : null,
      textes: question.type === 'texte' ? textesDe(question, courant.recues, noms) : [],
    }
  })
  const compare = questions.some(({ lignes }) => lignes.some(({ partAvant }) => partAvant !== null))
  return {
    participation: courant.participation,
    questions,
    masque: courant.masque,
    retenues: courant.retenues,
    anneeAvant: compare ? (precedent?.annee ?? null) : null,
  }
}

async function nomsDes(tx: Transaction, recues: readonly ValeurRecue[]): Promise<Map<string, string>> {
  const ids = new Set(recues.flatMap(({ partenaireId }) => partenaireId ?? []))
  const partenaires = await tx.partenaire.findMany({ where: { id: { in: [...ids] } }, select: { id: true, nom: true } })
  return new Map(partenaires.map(({ id, nom }) => [id, nom]))
}

const textesDe = (question: Question, recues: readonly ValeurRecue[], noms: ReadonlyMap<string, string>) =>
  recues
    .filter(({ questionId }) => questionId === question.id)
    .map(({ valeur, partenaireId }) => ({ texte: String(valeur), de: noms.get(partenaireId ?? '') ?? null }))
    .toSorted((a, b) => (a.de ?? '').localeCompare(b.de ?? '', 'fr'))
