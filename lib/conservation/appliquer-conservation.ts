import { annoncerEffacements } from '@/lib/conservation/annoncer-effacements'
import { type DemandeDue, demandesDuGenre, type Genre } from '@/lib/conservation/demandes-dues'
import { effacerDemande } from '@/lib/conservation/effacer-demande'
import { enLots, parLot, purger, purgesDeCaisse, purgesPartout } from '@/lib/conservation/purges'
import { journaliser } from '@/lib/journal/ecrire'
import { effacerFichier } from '@/lib/pieces-jointes/coffre'
import { avecTravaux, baseTravaux } from '@/lib/socle/base'
import { enDate } from '@/lib/socle/jour'
import { consignerIncident } from '@/lib/socle/logs'
import { dateAParis } from '@/lib/socle/temps'

export type ComptesPassage = Record<string, number>
type BilanConservation = { caisses: Record<string, ComptesPassage>; echecs: number }

/**
 * What each night removes, by the settings of each caisse (règles du domaine, §9). In lots; one transaction for each demande, so
 * that the failure of one stops no other. Safe to run twice, and after any number of missed nights. Leaves a report by caisse.
 */
export async function appliquerConservation(maintenant: Date): Promise<BilanConservation> {
  const bilan: BilanConservation = { caisses: {}, echecs: 0 }
  const tenter = async (quoi: string, travail: () => Promise<void>) => {
    try {
      await travail()
    } catch (erreur) {
      bilan.echecs += 1
      consignerIncident(erreur, `conservation ${quoi}`)
    }
  }
  const caisses = await baseTravaux().caisse.findMany({ select: { id: true }, orderBy: { id: 'asc' } })
  for (const { id } of caisses) {
    const comptes: ComptesPassage = {}
    bilan.caisses[id] = comptes
    await tenter(`annonces ${id}`, async () => ajouter(comptes, 'annonces', await annoncerEffacements(id, maintenant)))
    for (const genre of ['close', 'sans_reponse'] as const)
      await tenter(`demandes ${id}`, async () => {
        const { effacees, echecs } = await effacerLesDemandes(id, genre, maintenant)
        ajouter(comptes, genre === 'close' ? 'demandes' : 'sans_reponse', effacees)
        bilan.echecs += echecs
      })
    await tenter(`fichiers ${id}`, async () => ajouter(comptes, 'fichiers', await effacerLesFichiers(id, maintenant)))
    for (const [nature, purge] of Object.entries(purgesDeCaisse))
      await tenter(`${nature} ${id}`, async () => ajouter(comptes, nature, await purger(purge(maintenant, id))))
    await tenter(`bibliotheque ${id}`, async () =>
      ajouter(comptes, 'bibliotheque', await effacerLesDocuments(id, maintenant)),
    )
    await tenter(`rapport ${id}`, () => rapporter(id, comptes, maintenant))
  }
  for (const [nature, purge] of Object.entries(purgesPartout))
    await tenter(nature, async () => void (await purger(purge(maintenant))))
  await tenter('bibliotheque', async () => void (await effacerLesDocuments(null, maintenant)))
  await tenter('actualites', () => oublierLectures(maintenant))
  await tenter('conventions', () => effacerLesConventions(maintenant))
  return bilan
}

function ajouter(comptes: ComptesPassage, nature: string, nombre: number): void {
  if (nombre > 0) comptes[nature] = (comptes[nature] ?? 0) + nombre
}

/** One that fails is left for the next night, and those after it are still looked at. */
async function effacerLesDemandes(caisseId: string, genre: 'close' | 'sans_reponse', maintenant: Date) {
  const bilan = { effacees: 0, echecs: 0 }
  let apres: { le: Date; id: string } | null = null
  for (;;) {
    const lot: DemandeDue[] = await prochainLot(caisseId, genre, maintenant, apres)
    for (const { id } of lot) {
      try {
        if (await effacerDemande({ id, caisseId }, maintenant)) bilan.effacees += 1
      } catch (erreur) {
        bilan.echecs += 1
        consignerIncident(erreur, `effacement ${id}`)
      }
    }
    const derniere = lot.at(-1)
    if (!derniere || lot.length < parLot) return bilan
    apres = { le: derniere.depuis, id: derniere.id }
  }
}

const prochainLot = (caisseId: string, genre: Genre, instant: Date, apres: { le: Date; id: string } | null) =>
  avecTravaux((tx) => demandesDuGenre(tx, { caisseId, genre, instant, nombre: parLot, apres }))

const effacerLesFichiers = (caisseId: string, maintenant: Date): Promise<number> =>
  enLots(async () => {
    const ids = await avecTravaux(
      (tx) => tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM ep_effacer_fichiers(${caisseId}::uuid, ${maintenant}::timestamptz, ${parLot}::int) AS id`,
    )
    // Keys are gone for good by now: the files follow.
    for (const { id } of ids) await effacerFichier(id)
    return ids.length
  })

/** Those withdrawn from the library; without a caisse, those of the national support. */
const effacerLesDocuments = (caisseId: string | null, maintenant: Date): Promise<number> =>
  enLots(async () => {
    const documents = await avecTravaux(
      (tx) => tx.$queryRaw<{ pieces: string[] }[]>`
      SELECT pieces FROM ep_purger_bibliotheque(${caisseId}::uuid, ${maintenant}::timestamptz, ${parLot}::int)`,
    )
    for (const piece of documents.flatMap(({ pieces }) => pieces)) await effacerFichier(piece)
    return documents.length
  })

/** A mark of reading says what is new, which nothing older than three months is. */
async function oublierLectures(maintenant: Date): Promise<void> {
  const limite = new Date(maintenant)
  limite.setMonth(limite.getMonth() - 6)
  await baseTravaux().lectureActualite.deleteMany({ where: { lueLe: { lt: limite } } })
}

async function effacerLesConventions(maintenant: Date): Promise<void> {
  const effacees = await avecTravaux(async (tx) => {
    const lignes = await tx.$queryRaw<{ id: string; partenaireId: string; pieces: string[] }[]>`
      SELECT id, "partenaireId", pieces FROM ep_effacer_conventions(${maintenant}::timestamptz)`
    for (const { id, partenaireId } of lignes)
      await journaliser(tx, {
        action: 'convention.effacee',
        profil: 'automatique',
        objetType: 'convention',
        objetId: id,
        partenaireId,
      })
    return lignes
  })
  for (const { pieces } of effacees) for (const piece of pieces) await effacerFichier(piece)
}

/** One report by night and by caisse; a night run twice adds up. */
async function rapporter(caisseId: string, comptes: ComptesPassage, maintenant: Date): Promise<void> {
  const jour = enDate(dateAParis(maintenant))
  await avecTravaux(async (tx) => {
    // Two nights at the same time: the second waits, then adds its own to what the first has told.
    await tx.passageConservation.createMany({
      data: [{ caisseId, jour, faitLe: maintenant, comptes: {} }],
      skipDuplicates: true,
    })
    const [dit] = await tx.$queryRaw<{ comptes: ComptesPassage }[]>`
      SELECT comptes FROM passage_conservation WHERE "caisseId" = ${caisseId}::uuid AND jour = ${jour}::date FOR UPDATE`
    const somme: ComptesPassage = { ...dit?.comptes }
    for (const [nature, nombre] of Object.entries(comptes)) ajouter(somme, nature, nombre)
    await tx.passageConservation.updateMany({ where: { caisseId, jour }, data: { faitLe: maintenant, comptes: somme } })
    await journaliser(tx, { action: 'conservation.passage', profil: 'automatique', caisseId, details: comptes })
  })
}
