import { agentsDeLaCaisse, equipesDeLaCaisse } from '@/lib/equipes/queries'
import { type Acteur, aDroit, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre } from '@/lib/socle/base'
import { estId } from '@/lib/socle/identifiants'
import { enDate, jourDe } from '@/lib/socle/jour'
import { dateAParis } from '@/lib/socle/temps'

const personne = { select: { id: true, civilite: true, prenom: true, nom: true, etat: true } } as const

/** Absences of the caisse that are on or to come, the nearest first, and whether the acteur may change each; a référent also reads how many demandes are left. */
export function absencesDeLaCaisse(acteur: Acteur, maintenant = new Date()) {
  const caisseId = acteur.caisse?.id ?? ''
  const tout = aDroit(acteur, 'caisse.regler')
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const absences = await tx.absence.findMany({
      where: { caisseId, OR: [{ finLe: null }, { finLe: { gte: enDate(dateAParis(maintenant)) } }] },
      include: { compte: personne, remplacant: personne },
      orderBy: [{ debutLe: 'asc' }, { id: 'asc' }],
    })
    const comptes = tout ? absences.map(({ compteId }) => compteId) : []
    const restes = await tx.$queryRaw<{ id: string; n: number }[]>`
      SELECT a.id, coalesce(ep_demandes_au_nom(a.id), 0) AS n FROM unnest(${comptes}::uuid[]) a (id)`
    return absences
      .filter(({ compte }) => compte.etat === 'actif')
      .map((absence) => ({
        ...absence,
        debutLe: jourDe(absence.debutLe),
        finLe: jourDe(absence.finLe),
        modifiable: tout || absence.compteId === acteur.compteId,
        demandes: restes.find(({ id }) => id === absence.compteId)?.n ?? null,
      }))
  })
}

export type AbsenceDeCaisse = Awaited<ReturnType<typeof absencesDeLaCaisse>>[number]

/** The agents of the caisse, and the absence to change: undefined for a new one, null where it is not the acteur’s to change. */
export function absenceAModifier(acteur: Acteur, id?: string, maintenant = new Date()) {
  if (id !== undefined && !estId(id)) return Promise.resolve(null)
  const caisseId = acteur.caisse?.id ?? ''
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const agents = await agentsDeLaCaisse(tx, caisseId, dateAParis(maintenant))
    if (id === undefined) return { agents, absence: undefined }
    const absence = await tx.absence.findFirst({ where: { id, caisseId } })
    if (!absence || !(aDroit(acteur, 'caisse.regler') || absence.compteId === acteur.compteId)) return null
    return { agents, absence: { ...absence, debutLe: jourDe(absence.debutLe), finLe: jourDe(absence.finLe) } }
  })
}

/** An absence with how many open demandes are in the name of who is away, and the teams that may take them; null out of reach. */
export function absenceARepartir(acteur: Acteur, id: string) {
  if (!estId(id)) return Promise.resolve(null)
  const caisseId = acteur.caisse?.id ?? ''
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const absence = await tx.absence.findFirst({
      where: { id, caisseId },
      select: { id: true, compteId: true, compte: personne, remplacant: personne },
    })
    if (!absence) return null
    const [rang] = await tx.$queryRaw<{ n: number | null }[]>`SELECT ep_demandes_au_nom(${absence.compteId}::uuid) AS n`
    return { absence, n: rang?.n ?? 0, equipes: await equipesDeLaCaisse(tx, caisseId) }
  })
}

/** What colleagues did, while one was away, on the demandes in one's name: the latest first. */
export function pendantAbsence(acteur: Acteur) {
  const { absence } = acteur
  if (!absence) return Promise.resolve([])
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const demandes = await tx.demande.findMany({
      where: {
        caisseId: acteur.caisse?.id,
        agentId: acteur.compteId,
        majLe: { gte: enDate(absence.debutLe) },
        evenements: {
          some: {
            le: { gte: enDate(absence.debutLe) },
            OR: [{ auteurId: null }, { auteurId: { not: acteur.compteId } }],
          },
        },
      },
      select: { id: true, reference: true, objet: true, etat: true, majLe: true, nonLusCaisse: true },
      orderBy: [{ majLe: 'desc' }, { id: 'desc' }],
      take: 20,
    })
    return demandes
  })
}
