import { z } from 'zod'
import { rechercheSchema } from '@/lib/demandes/page'
import { normaliser } from '@/lib/demandes/regles'
import { prochaineRevue, revueEnRetard } from '@/lib/revues/regles'
import { structuresTenues } from '@/lib/revues/structures-tenues'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre, type Transaction } from '@/lib/socle/base'
import { jourDe } from '@/lib/socle/jour'
import { type DateIso, dateAParis } from '@/lib/socle/temps'

export const taillePage = 50

/** Filters of the list, as they stand in the address; what can't be read is ignored. */
export const filtresRevuesSchema = z.object({
  q: rechercheSchema.optional().catch(undefined),
  etat: z.enum(['toutes', 'retard', 'ouvertes', 'signees']).catch('toutes'),
  page: z.coerce.number().int().min(1).max(1_000).catch(1),
})

export type FiltresRevues = z.output<typeof filtresRevuesSchema>

export type LigneSuivi = {
  structureId: string
  partenaireId: string
  organisme: string
  comptes: number
  derniere: { id: string; le: DateIso } | null
  ouverte: { id: string; echeanceLe: DateIso; relanceeLe: DateIso | null; confirmes: number; retard: boolean } | null
  /** The day the next one is opened by itself; null while one is open, or where nothing is live. */
  prochaineLe: DateIso | null
}

/** Where each structure of the caisse stands with its revues: the late ones first, then the open ones, then by next day. */
export function revuesDeLaCaisse(acteur: Acteur, filtres: FiltresRevues, maintenant = new Date()) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const jour = dateAParis(maintenant)
    const lignes = await suivre(tx, await structuresTenues({ tx, acteur, maintenant }), jour)
    const retenues = lignes.filter((ligne) => correspond(ligne, filtres)).sort(parUrgence)
    const debut = (filtres.page - 1) * taillePage
    return {
      lignes: retenues.slice(debut, debut + taillePage),
      suivante: retenues.length > debut + taillePage,
      total: retenues.length,
      nombres: {
        toutes: lignes.length,
        retard: lignes.filter(({ ouverte }) => ouverte?.retard).length,
        ouvertes: lignes.filter(({ ouverte }) => ouverte).length,
      },
    }
  })
}

/** What an opening on demand would open, for the page that asks to confirm it; null outside of the caisse. */
export function aOuvrir(acteur: Acteur, portee: Parameters<typeof structuresTenues>[1], maintenant = new Date()) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const structures = await structuresTenues({ tx, acteur, maintenant }, portee)
    const lignes = await suivre(tx, structures, dateAParis(maintenant))
    const possibles = lignes.filter(({ ouverte, comptes }) => !ouverte && comptes > 0)
    const [premiere] = structures
    const plusieurs = premiere && premiere.partenaire._count.structures > 1
    return {
      structures: structures.length,
      possibles: possibles.map(({ organisme }) => organisme),
      /** The partenaire of the one structure asked for, where it has others. */
      partenaire: plusieurs ? { id: premiere.partenaireId, nom: premiere.partenaire.nom } : null,
    }
  })
}

function correspond({ organisme, ouverte, derniere }: LigneSuivi, { q, etat }: FiltresRevues): boolean {
  if (q && !normaliser(organisme).includes(normaliser(q))) return false
  if (etat === 'retard') return ouverte?.retard === true
  if (etat === 'ouvertes') return ouverte !== null
  return etat === 'toutes' || (ouverte === null && derniere !== null)
}

const rang = ({ ouverte }: LigneSuivi) => (ouverte?.retard ? 0 : ouverte ? 1 : 2)
const cle = ({ ouverte, prochaineLe }: LigneSuivi) => ouverte?.echeanceLe ?? prochaineLe ?? '9999'

function parUrgence(a: LigneSuivi, b: LigneSuivi): number {
  return rang(a) - rang(b) || cle(a).localeCompare(cle(b)) || a.organisme.localeCompare(b.organisme, 'fr')
}

type Structure = Awaited<ReturnType<typeof structuresTenues>>[number]

async function suivre(tx: Transaction, structures: Structure[], jour: DateIso): Promise<LigneSuivi[]> {
  const ids = structures.map(({ id }) => id)
  const partenaires = [...new Set(structures.map(({ partenaireId }) => partenaireId))]
  const comptes = await tx.compte.groupBy({
    by: ['structureId'],
    where: { structureId: { in: ids }, etat: { not: 'inactif' }, supprimeLe: null },
    _count: true,
    _min: { creeLe: true },
  })
  const revues = await tx.revueHabilitation.findMany({
    where: { structureId: { in: ids } },
    orderBy: [{ signeeLe: 'desc' }, { id: 'desc' }],
  })
  const ouvertes = revues.filter(({ signeeLe }) => !signeeLe)
  const decidees = await tx.ligneRevue.groupBy({
    by: ['revueId'],
    where: {
      revueId: { in: ouvertes.map(({ id }) => id) },
      decision: { not: null },
      compte: { etat: { not: 'inactif' }, supprimeLe: null },
    },
    _count: true,
  })
  const rythmes = await tx.$queryRaw<{ id: string; intervalleMois: number }[]>`
    SELECT p.id, r."intervalleMois" FROM unnest(${partenaires}::uuid[]) AS p(id), LATERAL ep_rythme_revue(p.id, ${jour}::date) r`
  return structures.map(({ id, nom, partenaireId, partenaire }) => {
    const effectif = comptes.find(({ structureId }) => structureId === id)
    const signee = revues.find(({ structureId, signeeLe }) => structureId === id && signeeLe)
    const ouverte = ouvertes.find(({ structureId }) => structureId === id)
    const derniereLe = signee?.signeeLe ? dateAParis(signee.signeeLe) : null
    const mois = rythmes.find((rythme) => rythme.id === partenaireId)?.intervalleMois
    const premier = effectif?._min.creeLe
    return {
      structureId: id,
      partenaireId,
      organisme: partenaire._count.structures > 1 ? `${partenaire.nom}, ${nom}` : partenaire.nom,
      comptes: effectif?._count ?? 0,
      derniere: signee && derniereLe ? { id: signee.id, le: derniereLe } : null,
      ouverte: ouverte
        ? {
            id: ouverte.id,
            echeanceLe: jourDe(ouverte.echeanceLe),
            relanceeLe: jourDe(ouverte.relanceeLe),
            confirmes: decidees.find(({ revueId }) => revueId === ouverte.id)?._count ?? 0,
            retard: revueEnRetard(jourDe(ouverte.echeanceLe), jour),
          }
        : null,
      prochaineLe: !ouverte && mois && premier ? prochaineRevue(derniereLe, dateAParis(premier), mois) : null,
    }
  })
}
