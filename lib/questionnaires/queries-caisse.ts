import { participationDe, questionsDe } from '@/lib/questionnaires/queries'
import { datesParDefaut, situationDe } from '@/lib/questionnaires/regles'
import { lireResultats } from '@/lib/questionnaires/resultats'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre, type Transaction } from '@/lib/socle/base'
import { estId } from '@/lib/socle/identifiants'
import { jourDe } from '@/lib/socle/jour'
import type { Questionnaire } from '@/lib/socle/prisma/client'
import { type DateIso, dateAParis } from '@/lib/socle/temps'

function lu(questionnaire: Questionnaire, maintenant: Date) {
  const [ouvreLe, fermeLe] = [jourDe(questionnaire.ouvreLe), jourDe(questionnaire.fermeLe)]
  const situation = situationDe({ etat: questionnaire.etat, fermeLe }, dateAParis(maintenant))
  return { ...questionnaire, ouvreLe, fermeLe, situation }
}

const dernieres = [{ annee: 'desc' }, { creeLe: 'desc' }, { id: 'asc' }] as const

/** All of them, the last one first: one by year, or hardly more. */
export function questionnairesDeLaCaisse(acteur: Acteur, maintenant: Date) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const lus = await tx.questionnaire.findMany({
      where: { caisseId: acteur.caisse?.id ?? '' },
      orderBy: [...dernieres],
      take: 100,
    })
    return Promise.all(
      lus.map(async (questionnaire) => ({
        ...lu(questionnaire, maintenant),
        participation: await participationDe(tx, questionnaire.id),
      })),
    )
  })
}

export type QuestionnaireListe = Awaited<ReturnType<typeof questionnairesDeLaCaisse>>[number]

/** What a new one may start from, and the words, the year, the dates and the reminders it is offered: those of the last one, a year later. */
export function baseDUnQuestionnaire(acteur: Acteur, maintenant: Date) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const anciens = await tx.questionnaire.findMany({
      where: { caisseId: acteur.caisse?.id ?? '', etat: { in: ['ouvert', 'clos'] } },
      orderBy: [...dernieres],
      take: 10,
    })
    const aujourdhui = dateAParis(maintenant)
    const [dernier] = anciens
    const annee = Math.max(Number(aujourdhui.slice(0, 4)), dernier ? dernier.annee + 1 : 0)
    const propose = annee > Number(aujourdhui.slice(0, 4)) + 1 ? annee - 1 : annee
    return {
      anciens,
      annee: propose,
      titre: dernier?.titre.replaceAll(String(dernier.annee), String(propose)) ?? '',
      introduction: dernier?.introduction ?? '',
      rappels: dernier?.rappels ?? [],
      ...datesProposees(dernier, propose, aujourdhui),
    }
  })
}

function datesProposees(dernier: Questionnaire | undefined, annee: number, aujourdhui: DateIso) {
  if (!dernier) return datesParDefaut(annee, aujourdhui)
  const ecart = annee - dernier.annee
  const decaler = (jour: DateIso) => `${Number(jour.slice(0, 4)) + ecart}${jour.slice(4)}`.replace('-02-29', '-02-28')
  const [ouvreLe, fermeLe] = [decaler(jourDe(dernier.ouvreLe)), decaler(jourDe(dernier.fermeLe))]
  return ouvreLe >= aujourdhui ? { ouvreLe, fermeLe } : datesParDefaut(annee, aujourdhui)
}

const duReferent = (tx: Transaction, acteur: Acteur, id: string) =>
  tx.questionnaire.findFirst({ where: { id, caisseId: acteur.caisse?.id ?? '' } })

/** A questionnaire with its questions, who was asked and who has answered; null outside of the caisse. */
export function questionnaireDeLaCaisse(acteur: Acteur, id: string, maintenant: Date) {
  if (!estId(id)) return Promise.resolve(null)
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const questionnaire = await duReferent(tx, acteur, id)
    if (!questionnaire) return null
    const destinataires = await tx.destinataireQuestionnaire.findMany({
      where: { questionnaireId: id },
      select: {
        partenaireId: true,
        commenceLe: true,
        envoyeLe: true,
        rappels: true,
        partenaire: { select: { nom: true } },
      },
      orderBy: [{ partenaire: { nom: 'asc' } }, { partenaireId: 'asc' }],
    })
    const enVigueur = await tx.conventionCaisse.findMany({
      where: { caisseId: questionnaire.caisseId, etat: { in: ['en_vigueur', 'denoncee', 'mise_en_demeure'] } },
      distinct: ['partenaireId'],
      select: { partenaireId: true },
    })
    const precedent = questionnaire.precedentId ? await duReferent(tx, acteur, questionnaire.precedentId) : null
    return {
      ...lu(questionnaire, maintenant),
      questions: await questionsDe(tx, id),
      anneeAvant: precedent?.annee ?? null,
      /** How many it would be sent to today. */
      aInviter: enVigueur.length,
      destinataires: destinataires.map(({ partenaire: { nom }, ...destinataire }) => ({ nom, ...destinataire })),
    }
  })
}

export type QuestionnaireTenuParLaCaisse = NonNullable<Awaited<ReturnType<typeof questionnaireDeLaCaisse>>>

/** The same with its results; null while it is not open. */
export function resultatsDeLaCaisse(acteur: Acteur, id: string, maintenant: Date) {
  if (!estId(id)) return Promise.resolve(null)
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const questionnaire = await duReferent(tx, acteur, id)
    if (!questionnaire || !['ouvert', 'clos'].includes(questionnaire.etat)) return null
    const destinataires = await tx.destinataireQuestionnaire.findMany({
      where: { questionnaireId: id },
      select: { envoyeLe: true, partenaire: { select: { nom: true } } },
      orderBy: [{ partenaire: { nom: 'asc' } }, { partenaireId: 'asc' }],
    })
    return {
      ...lu(questionnaire, maintenant),
      resultats: await lireResultats(tx, acteur, questionnaire),
      destinataires: destinataires.map(({ envoyeLe, partenaire: { nom } }) => ({ nom, envoyeLe })),
    }
  })
}

export type ResultatsDeLaCaisse = NonNullable<Awaited<ReturnType<typeof resultatsDeLaCaisse>>>
