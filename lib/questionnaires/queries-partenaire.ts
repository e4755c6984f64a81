import { questionsDe, valeursLues } from '@/lib/questionnaires/queries'
import { jourDeCloture, situationDe } from '@/lib/questionnaires/regles'
import { lireResultats } from '@/lib/questionnaires/resultats'
import { type Acteur, nomComplet, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre, type Transaction } from '@/lib/socle/base'
import { estId } from '@/lib/socle/identifiants'
import { jourDe } from '@/lib/socle/jour'
import type { Prisma } from '@/lib/socle/prisma/client'
import { dateAParis } from '@/lib/socle/temps'

const avecQuestionnaire = {
  questionnaire: { include: { caisse: { select: { nom: true } } } },
} satisfies Prisma.DestinataireQuestionnaireInclude

type Ligne = Prisma.DestinataireQuestionnaireGetPayload<{ include: typeof avecQuestionnaire }>

function lue({ questionnaire, ...destinataire }: Ligne, maintenant: Date) {
  const fermeLe = jourDe(questionnaire.fermeLe)
  const ouvert = situationDe({ etat: questionnaire.etat, fermeLe }, dateAParis(maintenant)) === 'ouvert'
  return {
    ...destinataire,
    id: questionnaire.id,
    annee: questionnaire.annee,
    titre: questionnaire.titre,
    introduction: questionnaire.introduction,
    anonyme: questionnaire.anonyme,
    precedentId: questionnaire.precedentId,
    publieLe: questionnaire.publieLe,
    caisse: questionnaire.caisse.nom,
    fermeLe,
    closLe: jourDeCloture({ fermeLe, closLe: questionnaire.closLe }),
    /** Where the answer of the partenaire stands. */
    situation: destinataire.envoyeLe ? ('envoyee' as const) : ouvert ? ('a_repondre' as const) : ('close' as const),
  }
}

/** What the partenaire was asked, the last first. */
export function questionnairesDuPartenaire(acteur: Acteur, maintenant: Date) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const lus = await tx.destinataireQuestionnaire.findMany({
      where: { partenaireId: acteur.partenaire?.id ?? '' },
      include: avecQuestionnaire,
      orderBy: [{ inviteLe: 'desc' }, { questionnaireId: 'asc' }],
      take: 100,
    })
    return lus.map((ligne) => lue(ligne, maintenant))
  })
}

export type QuestionnaireRecu = Awaited<ReturnType<typeof questionnairesDuPartenaire>>[number]

/** One of them with its questions and what is answered so far, and by whom; null outside of the perimeter. */
export function reponseDuPartenaire(acteur: Acteur, id: string, maintenant: Date) {
  if (!estId(id)) return Promise.resolve(null)
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const ligne = await tx.destinataireQuestionnaire.findFirst({
      where: { questionnaireId: id, partenaireId: acteur.partenaire?.id ?? '' },
      include: { ...avecQuestionnaire, reponse: { select: { valeurs: true } } },
    })
    if (!ligne) return null
    const noms = await nomsDe(tx, [ligne.commenceParId, ligne.modifieParId, ligne.envoyeParId])
    const { reponse, ...reste } = ligne
    const recu = lue(reste, maintenant)
    return {
      ...recu,
      commencePar: noms(ligne.commenceParId),
      modifiePar: noms(ligne.modifieParId),
      envoyePar: noms(ligne.envoyeParId),
      questions: await questionsDe(tx, id),
      valeurs: valeursLues(reponse?.valeurs),
      resultats: recu.publieLe ? await lireResultats(tx, acteur, { ...recu, id }) : null,
    }
  })
}

export type ReponseLue = NonNullable<Awaited<ReturnType<typeof reponseDuPartenaire>>>

/** Names for those who may know these accounts; another structure of the partenaire does not. */
async function nomsDe(tx: Transaction, ids: (string | null)[]) {
  const comptes = await tx.compte.findMany({
    where: { id: { in: ids.filter((id) => id !== null) } },
    select: { id: true, prenom: true, nom: true },
  })
  return (id: string | null): string | null => {
    if (!id) return null
    const compte = comptes.find((lu) => lu.id === id)
    return compte ? nomComplet(compte) : 'un gestionnaire de votre organisme'
  }
}

/** Those that wait for an answer, for the first page of a gestionnaire. */
export async function questionnairesARepondre(acteur: Acteur, maintenant: Date): Promise<QuestionnaireRecu[]> {
  return (await questionnairesDuPartenaire(acteur, maintenant)).filter(({ situation }) => situation === 'a_repondre')
}
