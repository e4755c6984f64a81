import type { z } from 'zod'
import { refuserSiChange } from '@/lib/copil/lire-copil'
import type { Question, Valeurs } from '@/lib/questionnaires/modele'
import { questionsDe, valeursLues } from '@/lib/questionnaires/queries'
import { jourDeCloture, lireValeurs, manquantes, situationDe, valeurEnMots } from '@/lib/questionnaires/regles'
import type { envoyerSchema, reponseSchema } from '@/lib/questionnaires/schema'
import { auJournal } from '@/lib/questionnaires/tenir'
import { nomComplet } from '@/lib/socle/acteur'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { dateAvecAnnee, dateEtHeure } from '@/lib/socle/format'
import { jourDe } from '@/lib/socle/jour'
import { dateAParis } from '@/lib/socle/temps'

type Saisie = z.output<typeof reponseSchema>

/** What one's partenaire was asked, held until the end of the transaction: of two gestionnaires, the second sees what the first wrote. */
async function tenirLaReponse({ tx, acteur, maintenant }: Contexte, questionnaireId: string) {
  const partenaireId = acteur.partenaire?.id ?? ''
  const cle = { questionnaireId_partenaireId: { questionnaireId, partenaireId } }
  await tx.$queryRaw`
    SELECT 1 FROM destinataire_questionnaire WHERE "questionnaireId" = ${questionnaireId}::uuid AND "partenaireId" = ${partenaireId}::uuid FOR UPDATE`
  const destinataire = await tx.destinataireQuestionnaire.findUnique({
    where: cle,
    include: { questionnaire: true, reponse: { select: { valeurs: true } } },
  })
  if (!destinataire) throw new ErreurMetier('introuvable')
  if (destinataire.envoyeLe)
    throw new ErreurMetier(
      'etat_change',
      `La réponse de votre organisme est déjà envoyée, ${dateEtHeure(destinataire.envoyeLe)}${await parQui({ tx }, destinataire.envoyeParId)}. Elle ne change plus.`,
    )
  const { questionnaire } = destinataire
  const fermeLe = jourDe(questionnaire.fermeLe)
  return {
    destinataire,
    questionnaire,
    fermeLe,
    ouvert: situationDe({ etat: questionnaire.etat, fermeLe }, dateAParis(maintenant)) === 'ouvert',
    valeurs: valeursLues(destinataire.reponse?.valeurs),
    questions: await questionsDe(tx, questionnaireId),
  }
}

type ReponseTenue = Awaited<ReturnType<typeof tenirLaReponse>>

async function parQui({ tx }: Pick<Contexte, 'tx'>, compteId: string | null): Promise<string> {
  const compte =
    compteId && (await tx.compte.findUnique({ where: { id: compteId }, select: { prenom: true, nom: true } }))
  return compte ? `, par ${nomComplet(compte)}` : ''
}

const clos = ({ fermeLe, questionnaire: { closLe } }: ReponseTenue): string =>
  `Ce questionnaire est clos depuis le ${dateAvecAnnee(jourDeCloture({ fermeLe, closLe }))} : rien n’est envoyé. Ce que vous avez écrit est gardé, et reste à lire et à copier.`

/** Saved by itself while it is typed: stops as soon as a colleague writes too. */
export async function garderReponse(contexte: Contexte, saisie: Saisie): Promise<Suite> {
  const tenue = await tenirLaReponse(contexte, saisie.id)
  if (tenue.destinataire.version !== saisie.version)
    throw new ErreurMetier(
      'etat_change',
      'Non enregistré : un collègue écrit aussi cette réponse. Le bouton vous montrera son texte.',
    )
  const lues = lireValeurs(tenue.questions, saisie.r)
  if (Object.keys(lues.erreurs).length > 0) throw new ErreurMetier('saisie', undefined, lues.erreurs)
  const version = await ecrire(contexte, tenue, lues.valeurs)
  return {
    donnees: { enregistreLe: contexte.maintenant.toISOString(), version },
    journal: auJournal(tenue.questionnaire),
    ...(!tenue.ouvert && { refus: new ErreurMetier('etat_change', clos(tenue)) }),
  }
}

/** Saves what is answered so far, or goes on to read it again before it is sent. What a colleague has saved meanwhile is never erased unseen. */
export async function enregistrerReponse(contexte: Contexte, saisie: Saisie): Promise<Suite> {
  const tenue = await tenirLaReponse(contexte, saisie.id)
  const { destinataire, questions, questionnaire } = tenue
  const { valeurs, erreurs } = lireValeurs(questions, saisie.r)
  if (destinataire.version !== saisie.version) {
    const ecarts = differences(questions, tenue.valeurs, valeurs)
    const qui = await parQui(contexte, destinataire.modifieParId)
    refuserSiChange(
      ecarts.length > 0,
      'remplacerReponse',
      [
        `Une autre réponse vient d’être enregistrée${qui}. La vôtre est gardée ci-dessous. Ce qui diffère :`,
        ...ecarts,
      ].join('\n'),
      saisie.remplacerReponse,
    )
  }
  // Closed meanwhile, it asks for nothing more: what is typed is kept, and that is said.
  if (saisie.suite === 'relire' && tenue.ouvert)
    for (const question of manquantes(questions, valeurs))
      erreurs[`r.${question.id}`] ??=
        `Répondez à la question ${questions.indexOf(question) + 1} : elle est obligatoire.`
  if (Object.keys(erreurs).length > 0) throw new ErreurMetier('saisie', undefined, dansLOrdre(questions, erreurs))
  await ecrire(contexte, tenue, valeurs)
  const journal = auJournal(questionnaire)
  if (!tenue.ouvert) return { journal, refus: new ErreurMetier('etat_change', clos(tenue)) }
  return {
    vers: saisie.suite === 'relire' ? `/questionnaires/${saisie.id}/envoyer` : '/questionnaires?fait=garde',
    journal,
  }
}

function dansLOrdre(questions: readonly Question[], erreurs: Record<string, string>): Record<string, string> {
  const rangees: Record<string, string> = {}
  for (const nom of questions.map(({ id }) => `r.${id}`)) if (erreurs[nom]) rangees[nom] = erreurs[nom]
  return rangees
}

/** One line by question answered otherwise: what is kept. */
function differences(questions: readonly Question[], gardees: Valeurs, tapees: Valeurs): string[] {
  return questions
    .filter(({ id }) => JSON.stringify(gardees[id]) !== JSON.stringify(tapees[id]))
    .map((question) => {
      const gardee = valeurEnMots(question, gardees[question.id])
      return `${question.intitule} ${gardee ? `« ${gardee} »` : 'sans réponse'}`
    })
}

async function ecrire({ tx, acteur, maintenant }: Contexte, tenue: ReponseTenue, valeurs: Valeurs): Promise<number> {
  const { questionnaireId, partenaireId, caisseId, commenceLe, version } = tenue.destinataire
  const cle = { questionnaireId, partenaireId }
  if (tenue.destinataire.reponse) await tx.reponseQuestionnaire.updateMany({ where: cle, data: { valeurs } })
  else await tx.reponseQuestionnaire.createMany({ data: [{ ...cle, caisseId, valeurs }] })
  await tx.destinataireQuestionnaire.updateMany({
    where: cle,
    data: {
      ...(!commenceLe && { commenceLe: maintenant, commenceParId: acteur.compteId }),
      modifieLe: maintenant,
      modifieParId: acteur.compteId,
      version: version + 1,
    },
  })
  return version + 1
}

/** Sends the answer of the partenaire: once, and for good. */
export async function envoyerReponse(
  contexte: Contexte,
  { id, version }: z.output<typeof envoyerSchema>,
): Promise<Suite> {
  const { tx, acteur, maintenant } = contexte
  const tenue = await tenirLaReponse(contexte, id)
  const { destinataire, questionnaire, questions, valeurs } = tenue
  if (!tenue.ouvert) throw new ErreurMetier('etat_change', clos(tenue))
  if (destinataire.version !== version)
    throw new ErreurMetier(
      'etat_change',
      `La réponse a été modifiée depuis que vous l’avez relue${await parQui(contexte, destinataire.modifieParId)}. Rechargez la page pour la relire.`,
    )
  const [manque] = manquantes(questions, valeurs)
  if (manque || !destinataire.commenceLe)
    throw new ErreurMetier('etat_change', 'Une question obligatoire est sans réponse : revenez au questionnaire.')
  await tx.destinataireQuestionnaire.updateMany({
    where: { questionnaireId: id, partenaireId: destinataire.partenaireId },
    data: { envoyeLe: maintenant, envoyeParId: acteur.compteId, version: version + 1 },
  })
  return { vers: `/questionnaires/${id}?fait=envoye`, journal: auJournal(questionnaire) }
}
