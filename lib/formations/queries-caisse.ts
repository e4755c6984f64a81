import { z } from 'zod'
import { situationDe } from '@/lib/formations/regles'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre, type Transaction } from '@/lib/socle/base'
import { estId } from '@/lib/socle/identifiants'
import { jourDe } from '@/lib/socle/jour'

export const filtresFormationsSchema = z.object({
  vue: z.enum(['a_venir', 'passees']).catch('a_venir').default('a_venir'),
  page: z.coerce.number().int().min(1).max(1000).catch(1).default(1),
})

const parPage = 30

/** Sessions of the caisse: drafts, what is to come and what waits for its attendance; or those that are over, the last first. */
export function formationsDeLaCaisse(
  acteur: Acteur,
  { vue, page }: z.output<typeof filtresFormationsSchema>,
  maintenant: Date,
) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const caisseId = acteur.caisse?.id ?? ''
    const enCours = {
      OR: [
        { etat: { in: ['brouillon', 'publiee'] } },
        // Cancelled: shown until its day has passed.
        { etat: 'annulee', finLe: { gt: maintenant } },
      ],
    }
    const passees = { OR: [{ etat: 'terminee' }, { etat: 'annulee', finLe: { lte: maintenant } }] }
    const lues = await tx.formation.findMany({
      where: { caisseId, ...(vue === 'a_venir' ? enCours : passees) },
      orderBy: [{ debutLe: vue === 'a_venir' ? 'asc' : 'desc' }, { id: 'asc' }],
      skip: (page - 1) * parPage,
      take: parPage + 1,
    })
    const formes = await tx.personneFormee.groupBy({
      by: ['formationId'],
      where: { formationId: { in: lues.map(({ id }) => id) } },
      _count: true,
    })
    return {
      suite: lues.length > parPage,
      formations: lues.slice(0, parPage).map((formation) => {
        const lue = { ...formation, jusquau: jourDe(formation.inscriptionsJusquau) }
        return {
          ...lue,
          situation: situationDe(lue, maintenant),
          presents: formes.find(({ formationId }) => formationId === lue.id)?._count ?? 0,
        }
      }),
    }
  })
}

export type FormationListee = Awaited<ReturnType<typeof formationsDeLaCaisse>>['formations'][number]

/** Partenaires a session may be kept for. */
export function partenairesAChoisir(acteur: Acteur) {
  return avecPerimetre(perimetre(acteur), (tx) => partenairesLies(tx, acteur.caisse?.id ?? ''))
}

async function partenairesLies(tx: Transaction, caisseId: string): Promise<{ id: string; nom: string }[]> {
  const parts = await tx.conventionCaisse.findMany({
    where: { caisseId, etat: { notIn: ['brouillon', 'resiliee', 'echue'] } },
    distinct: ['partenaireId'],
    select: { partenaireId: true },
  })
  return tx.partenaire.findMany({
    where: { id: { in: parts.map(({ partenaireId }) => partenaireId) } },
    select: { id: true, nom: true },
    orderBy: [{ nom: 'asc' }, { id: 'asc' }],
  })
}

/** A session with all that the caisse holds of it; null outside of it. */
export function formationDeLaCaisse(acteur: Acteur, id: string, maintenant: Date) {
  if (!estId(id)) return Promise.resolve(null)
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const formation = await tx.formation.findFirst({
      where: { id, caisseId: acteur.caisse?.id ?? '' },
      include: {
        lien: { select: { adresse: true } },
        partenaires: { select: { partenaire: { select: { id: true, nom: true } } } },
      },
    })
    if (!formation) return null
    const inscriptions = await tx.inscriptionFormation.findMany({
      where: { formationId: id },
      include: {
        compte: { select: { prenom: true, nom: true, profil: true, etat: true } },
        partenaire: { select: { nom: true } },
        structure: { select: { nom: true } },
      },
      orderBy: [{ inscriteLe: 'asc' }, { id: 'asc' }],
    })
    const presents = await tx.personneFormee.groupBy({
      by: ['partenaireId'],
      where: { formationId: id },
      _count: true,
    })
    const noms = await tx.partenaire.findMany({
      where: { id: { in: presents.map(({ partenaireId }) => partenaireId) } },
      select: { id: true, nom: true },
      orderBy: { nom: 'asc' },
    })
    const lue = { ...formation, jusquau: jourDe(formation.inscriptionsJusquau) }
    const dEtat = (etat: string) => inscriptions.filter((inscription) => inscription.etat === etat)
    return {
      ...lue,
      lien: formation.lien?.adresse ?? null,
      partenaires: formation.partenaires
        .map(({ partenaire }) => partenaire)
        .toSorted((a, b) => a.nom.localeCompare(b.nom, 'fr')),
      situation: situationDe(lue, maintenant),
      inscrites: dEtat('inscrite').toSorted(
        (a, b) =>
          a.partenaire.nom.localeCompare(b.partenaire.nom, 'fr') || a.compte.nom.localeCompare(b.compte.nom, 'fr'),
      ),
      enAttente: dEtat('attente'),
      /** How many were there, by partenaire: what is left once names are gone. */
      presents: noms.map(({ id: partenaireId, nom }) => ({
        nom,
        nombre: presents.find((compte) => compte.partenaireId === partenaireId)?._count ?? 0,
      })),
    }
  })
}

export type FormationTenueParLaCaisse = NonNullable<Awaited<ReturnType<typeof formationDeLaCaisse>>>

/** A draft about to be published, and how many accounts of how many partenaires it will be open to. */
export function formationAPublier(acteur: Acteur, id: string) {
  if (!estId(id)) return Promise.resolve(null)
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const caisseId = acteur.caisse?.id ?? ''
    const formation = await tx.formation.findFirst({
      where: { id, caisseId, etat: 'brouillon' },
      include: { partenaires: { select: { partenaireId: true } } },
    })
    if (!formation) return null
    const lies = (await partenairesLies(tx, caisseId)).map((lie) => lie.id)
    const choisis = formation.partenaires.map(({ partenaireId }) => partenaireId)
    const comptes = await tx.compte.groupBy({
      by: ['partenaireId'],
      where: {
        partenaireId: { in: formation.pourTous ? lies : lies.filter((lie) => choisis.includes(lie)) },
        profil: { in: formation.profils },
        etat: 'actif',
        supprimeLe: null,
      },
      _count: true,
    })
    return {
      formation: { ...formation, jusquau: jourDe(formation.inscriptionsJusquau) },
      invites: comptes.reduce((somme, { _count }) => somme + _count, 0),
      partenaires: comptes.length,
    }
  })
}
