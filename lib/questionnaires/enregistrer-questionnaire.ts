import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { questionnaireSchema, unSeulSchema } from '@/lib/questionnaires/schema'
import { auJournal, exigerVersion, pageDuQuestionnaire, tenirBrouillon } from '@/lib/questionnaires/tenir'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { enDate } from '@/lib/socle/jour'
import { dateAParis } from '@/lib/socle/temps'

type Saisie = z.output<typeof questionnaireSchema>

const refus = (champ: string, message: string) => new ErreurMetier('saisie', undefined, { [champ]: message })

/** A référent prepares the questionnaire of a year, as a draft that nobody else sees, from a blank page or from a former one. */
export async function enregistrerQuestionnaire(contexte: Contexte, saisie: Saisie): Promise<Suite> {
  const { tx, acteur, maintenant } = contexte
  const caisseId = acteur.caisse?.id ?? ''
  const avant = saisie.id ? await tenirBrouillon(contexte, saisie.id) : null
  if (avant) exigerVersion(avant, saisie.version)
  const aujourdhui = dateAParis(maintenant)
  if (saisie.ouvreLe < aujourdhui) throw refus('ouvreLe', 'Ce jour est passé : choisissez aujourd’hui ou plus tard.')
  if (Math.abs(saisie.annee - Number(aujourdhui.slice(0, 4))) > 1)
    throw refus('annee', 'Choisissez cette année, celle d’avant ou celle d’après.')
  const id = avant?.id ?? randomUUID()
  const colonnes = {
    titre: saisie.titre,
    introduction: saisie.introduction,
    anonyme: saisie.anonyme === 'oui',
    ouvreLe: enDate(saisie.ouvreLe),
    fermeLe: enDate(saisie.fermeLe),
    rappels: saisie.rappels,
  }
  if (avant)
    await tx.questionnaire.updateMany({ where: { id, caisseId }, data: { ...colonnes, version: { increment: 1 } } })
  else {
    const precedentId = saisie.reprendre || null
    const { count } = await tx.questionnaire.createMany({
      data: [
        {
          id,
          caisseId,
          annee: saisie.annee,
          ...colonnes,
          precedentId,
          creeLe: maintenant,
          creeParId: acteur.compteId,
        },
      ],
      skipDuplicates: true,
    })
    if (count === 0)
      throw refus('annee', `Un questionnaire de ${saisie.annee} est déjà en préparation ou ouvert : reprenez celui-là.`)
    if (precedentId) await reprendreLesQuestions(contexte, id, precedentId)
  }
  return {
    vers: pageDuQuestionnaire(id, avant ? 'modifie' : 'cree'),
    journal: { ...auJournal({ id, caisseId }), ...(avant && { action: 'questionnaire.modifie' as const }) },
  }
}

/** Each question stays bound to the one it comes from, so that their results can be compared. */
async function reprendreLesQuestions({ tx, acteur }: Contexte, id: string, precedentId: string): Promise<void> {
  const caisseId = acteur.caisse?.id ?? ''
  const precedent = await tx.questionnaire.findFirst({
    where: { id: precedentId, caisseId },
    select: { questions: { orderBy: { rang: 'asc' } } },
  })
  if (!precedent) throw refus('reprendre', 'Ce questionnaire n’existe plus : choisissez-en un autre.')
  await tx.questionQuestionnaire.createMany({
    data: precedent.questions.map(({ id: repriseDeId, rang, type, intitule, options, obligatoire }) => ({
      id: randomUUID(),
      questionnaireId: id,
      caisseId,
      rang,
      type,
      intitule,
      options,
      obligatoire,
      repriseDeId,
    })),
  })
}

/** A draft that nobody else has seen goes without a trace. */
export async function supprimerQuestionnaire(
  contexte: Contexte,
  { id }: z.output<typeof unSeulSchema>,
): Promise<Suite> {
  const questionnaire = await tenirBrouillon(contexte, id)
  await contexte.tx.questionnaire.deleteMany({ where: { id, caisseId: questionnaire.caisseId, etat: 'brouillon' } })
  return { vers: '/caisse/questionnaires?fait=supprime', journal: auJournal(questionnaire) }
}
