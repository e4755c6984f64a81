import { journaliser } from '@/lib/journal/ecrire'
import { prevenirGestionnaires } from '@/lib/notifications/destinataires'
import { seuilDeRappel } from '@/lib/questionnaires/regles'
import { auJournal } from '@/lib/questionnaires/tenir'
import { avecTravaux, baseTravaux, type Transaction } from '@/lib/socle/base'
import { enDate, jourDe } from '@/lib/socle/jour'
import type { Questionnaire } from '@/lib/socle/prisma/client'
import { dateAParis } from '@/lib/socle/temps'
import { envoyerTravail } from '@/lib/travaux/file'

const parLot = 50

/** Asks for the work of every questionnaire that lives: those whose day has come, and those that are open. */
export async function suivreQuestionnaires(maintenant: Date): Promise<void> {
  const jour = enDate(dateAParis(maintenant))
  const vivants = await baseTravaux().questionnaire.findMany({
    where: { OR: [{ etat: 'programme', ouvreLe: { lte: jour } }, { etat: 'ouvert' }] },
    select: { id: true },
  })
  await avecTravaux(async (tx) => {
    for (const { id } of vivants) await envoyerTravail(tx, 'questionnaire.suivre', { questionnaireId: id })
  })
}

/**
 * Opens a questionnaire on its day, writes to each partenaire that has a convention in force — to those that sign one meanwhile
 * too —, reminds those that have not answered, and closes it after its last day. Safe to run twice, and after any number of missed
 * runs: what was sent is kept with the mails themselves. Gives how many partenaires were written to.
 */
export async function suivreQuestionnaire(id: string, maintenant: Date): Promise<number> {
  if (!(await ouvrirOuClore(id, maintenant))) return 0
  const lots = async (ecrire: (tx: Transaction, questionnaire: Questionnaire, maintenant: Date) => Promise<number>) => {
    let ecrits = 0
    for (;;) {
      const lot = await avecTravaux(async (tx) => {
        const questionnaire = await tenir(tx, id)
        return questionnaire?.etat === 'ouvert' ? ecrire(tx, questionnaire, maintenant) : 0
      })
      ecrits += lot
      if (lot < parLot) return ecrits
    }
  }
  return (await lots(inviter)) + (await lots(rappeler))
}

async function tenir(tx: Transaction, id: string): Promise<Questionnaire | null> {
  await tx.$queryRaw`SELECT id FROM questionnaire WHERE id = ${id}::uuid FOR UPDATE`
  return tx.questionnaire.findUnique({ where: { id } })
}

/** Whether it is open once this is done. */
function ouvrirOuClore(id: string, maintenant: Date): Promise<boolean> {
  return avecTravaux(async (tx) => {
    const questionnaire = await tenir(tx, id)
    if (!questionnaire) return false
    const aujourdhui = dateAParis(maintenant)
    const passer = async (
      data: { etat: string; ouvertLe?: Date; closLe?: Date },
      action: 'questionnaire.ouvert' | 'questionnaire.clos',
    ) => {
      await tx.questionnaire.updateMany({ where: { id }, data: { ...data, version: { increment: 1 } } })
      await journaliser(tx, { action, profil: 'automatique', ...auJournal(questionnaire) })
    }
    if (questionnaire.etat === 'programme' && jourDe(questionnaire.ouvreLe) <= aujourdhui)
      await passer({ etat: 'ouvert', ouvertLe: maintenant }, 'questionnaire.ouvert')
    else if (questionnaire.etat !== 'ouvert') return false
    if (aujourdhui <= jourDe(questionnaire.fermeLe)) return true
    await passer({ etat: 'clos', closLe: maintenant }, 'questionnaire.clos')
    return false
  })
}

/** Partenaires that may answer today: a convention in force with the caisse, and no suspension. */
async function joignables(tx: Transaction, { caisseId }: Questionnaire, maintenant: Date): Promise<Set<string>> {
  const jour = dateAParis(maintenant)
  const lignes = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT v."partenaireId" AS id FROM convention_caisse v
    WHERE v."caisseId" = ${caisseId}::uuid AND v.etat IN ('en_vigueur', 'denoncee', 'mise_en_demeure')
      AND v."utilisationEffetLe" <= ${jour}::date AND (v."finLe" IS NULL OR v."finLe" >= ${jour}::date)
      AND NOT EXISTS (SELECT FROM suspension x WHERE x."caisseId" = v."caisseId" AND x."partenaireId" = v."partenaireId"
        AND x."debutLe" <= ${maintenant} AND (x."finLe" IS NULL OR x."finLe" > ${maintenant}))`
  return new Set(lignes.map(({ id }) => id))
}

async function prevenir(
  tx: Transaction,
  questionnaire: Questionnaire,
  modele: 'questionnaire_ouvert' | 'questionnaire_rappel',
  partenaireId: string,
) {
  const { nom } = await tx.caisse.findUniqueOrThrow({ where: { id: questionnaire.caisseId }, select: { nom: true } })
  await prevenirGestionnaires(tx, { partenaireId }, modele, {
    caisse: nom,
    jour: jourDe(questionnaire.fermeLe),
    lien: `/questionnaires/${questionnaire.id}`,
  })
}

async function inviter(tx: Transaction, questionnaire: Questionnaire, maintenant: Date): Promise<number> {
  const { id: questionnaireId, caisseId } = questionnaire
  const deja = await tx.destinataireQuestionnaire.findMany({
    where: { questionnaireId },
    select: { partenaireId: true },
  })
  const invites = new Set(deja.map(({ partenaireId }) => partenaireId))
  const lot = [...(await joignables(tx, questionnaire, maintenant))]
    .filter((id) => !invites.has(id))
    .toSorted()
    .slice(0, parLot)
  await tx.destinataireQuestionnaire.createMany({
    data: lot.map((partenaireId) => ({ questionnaireId, partenaireId, caisseId, inviteLe: maintenant })),
  })
  for (const partenaireId of lot) await prevenir(tx, questionnaire, 'questionnaire_ouvert', partenaireId)
  return lot.length
}

async function rappeler(tx: Transaction, questionnaire: Questionnaire, maintenant: Date): Promise<number> {
  const { id: questionnaireId, rappels, relanceLe } = questionnaire
  const seuil = seuilDeRappel({ fermeLe: jourDe(questionnaire.fermeLe), rappels, relanceLe }, maintenant)
  if (!seuil) return 0
  const ouverts = await joignables(tx, questionnaire, maintenant)
  const lot = await tx.destinataireQuestionnaire.findMany({
    where: {
      questionnaireId,
      envoyeLe: null,
      inviteLe: { lt: seuil },
      OR: [{ rappeleLe: null }, { rappeleLe: { lt: seuil } }],
      partenaireId: { in: [...ouverts] },
    },
    select: { partenaireId: true },
    orderBy: { partenaireId: 'asc' },
    take: parLot,
  })
  for (const { partenaireId } of lot) {
    await tx.destinataireQuestionnaire.updateMany({
      where: { questionnaireId, partenaireId },
      data: { rappeleLe: maintenant, rappels: { increment: 1 } },
    })
    await prevenir(tx, questionnaire, 'questionnaire_rappel', partenaireId)
  }
  return lot.length
}
