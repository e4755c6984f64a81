import type { Jours } from '@/lib/bilan/modele'
import type { CibleBilan } from '@/lib/bilan/queries'
import type { TableBilan } from '@/lib/bilan/tables'
import type { ResultatQuestion, Valeurs } from '@/lib/questionnaires/modele'
import { valeursLues, valeursRecues } from '@/lib/questionnaires/queries'
import { valeurEnMots } from '@/lib/questionnaires/regles'
import { lireResultats, type Resultats } from '@/lib/questionnaires/resultats'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre, type Transaction } from '@/lib/socle/base'
import { nombre } from '@/lib/socle/format'

/** One question: what the partenaire answered, what all did, this year and the year before. */
type LigneDuBilan = { intitule: string; soi: string; tous: string; avant: string }

type QuestionnaireDuBilan = {
  id: string
  titre: string
  annee: number
  anonyme: boolean
  /** The partenaire has sent its answer; null in the bilan of the whole caisse. */
  repondu: boolean | null
  resultats: Resultats
  lignes: LigneDuBilan[]
}

/** The questionnaire of the last year that ends within the period; null where none was sent, or the reader may read none. */
export function questionnaireDuBilan(
  acteur: Acteur,
  { caisseId, partenaireId }: CibleBilan,
  { du, au }: Jours,
): Promise<QuestionnaireDuBilan | null> {
  const annees = [Number(du.slice(0, 4)), Number(au.slice(0, 4)) - (au.endsWith('-12-31') ? 0 : 1)] as const
  if (annees[0] > annees[1]) return Promise.resolve(null)
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const questionnaire = await tx.questionnaire.findFirst({
      where: { caisseId, etat: { in: ['ouvert', 'clos'] }, annee: { gte: annees[0], lte: annees[1] } },
      orderBy: [{ annee: 'desc' }, { ouvertLe: 'desc' }],
    })
    if (!questionnaire) return null
    const { id, titre, annee, anonyme } = questionnaire
    const resultats = await lireResultats(tx, acteur, questionnaire)
    const soi = partenaireId ? await valeursDuPartenaire(tx, acteur, { id, partenaireId }) : null
    return {
      id,
      titre,
      annee,
      anonyme,
      repondu: partenaireId === null || (anonyme && acteur.caisse !== null) ? null : soi !== null,
      resultats,
      lignes: resultats.questions
        .filter(({ type }) => type !== 'texte')
        .map((question) => ({
          intitule: question.intitule,
          soi: valeurEnMots(question, soi?.[question.id]),
          tous: ensemble(question, 'n'),
          avant: ensemble(question, 'avant'),
        })),
    }
  })
}

/** What a partenaire has sent: itself reads it, the caisse too where answers have a name. */
async function valeursDuPartenaire(
  tx: Transaction,
  acteur: Acteur,
  { id, partenaireId }: { id: string; partenaireId: string },
): Promise<Valeurs | null> {
  if (acteur.caisse) {
    const recues = (await valeursRecues(tx, id)).filter((recue) => recue.partenaireId === partenaireId)
    return recues.length > 0 ? Object.fromEntries(recues.map(({ questionId, valeur }) => [questionId, valeur])) : null
  }
  const reponse = await tx.reponseQuestionnaire.findFirst({
    where: { questionnaireId: id, partenaireId, destinataire: { envoyeLe: { not: null } } },
    select: { valeurs: true },
  })
  return reponse && valeursLues(reponse.valeurs)
}

/** «3,8 sur 5 en moyenne», «Portail (72 %)»: the mean of a scale, else the answer most given; empty where it is kept back. */
function ensemble({ type, lignes, moyenne, moyenneAvant }: ResultatQuestion, quand: 'n' | 'avant'): string {
  if (type === 'echelle') {
    const lue = quand === 'n' ? moyenne : moyenneAvant
    return lue === null ? '' : `${nombre(lue)} sur 5 en moyenne`
  }
  const parts = lignes.map(({ libelle, part, partAvant }) => ({ libelle, part: quand === 'n' ? part : partAvant }))
  // The first of what is shown may not be the first of all.
  if (parts.some(({ part }) => part === null)) return ''
  const [premiere] = parts.toSorted((a, b) => (b.part ?? 0) - (a.part ?? 0))
  return premiere?.part ? `${premiere.libelle} (${nombre(premiere.part * 100, 0)}\u00A0%)` : ''
}

/** The same as a table of the exports. */
export function tableDuQuestionnaire(lu: QuestionnaireDuBilan | null): TableBilan[] {
  if (!lu) return []
  const { annee, resultats, lignes } = lu
  return [
    {
      titre: `Questionnaire ${annee}`,
      feuille: 'Questionnaire',
      colonnes: [
        { titre: 'Question', largeur: 60 },
        { titre: 'Ce partenaire', largeur: 30 },
        { titre: 'Tous les partenaires', largeur: 30 },
        { titre: resultats.anneeAvant ? `Tous en ${resultats.anneeAvant}` : 'Année précédente', largeur: 30 },
      ],
      lignes: [
        [
          'Réponses reçues',
          lu.repondu === null ? null : lu.repondu ? 'A répondu' : 'N’a pas répondu',
          participationEnMots(resultats),
          null,
        ],
        ...lignes.map(({ intitule, soi, tous, avant }) => [intitule, soi, tous, avant]),
      ],
    },
  ]
}

/** «12 sur 15»; empty for who does not read the results. */
export const participationEnMots = ({ participation: { invites, envoyees } }: Resultats): string =>
  invites > 0 ? `${envoyees} sur ${invites}` : ''
