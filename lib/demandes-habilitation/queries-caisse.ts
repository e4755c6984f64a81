import { z } from 'zod'
import { ecrireCurseur, lireCurseur } from '@/lib/demandes/page'
import { lireContenu } from '@/lib/demandes-habilitation/contenu'
import { examinerDemande } from '@/lib/demandes-habilitation/examiner-demande'
import { nomsDesComptes, sujetDe } from '@/lib/demandes-habilitation/queries'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre } from '@/lib/socle/base'
import type { Prisma } from '@/lib/socle/prisma/client'
import { type CalendrierFerie, dateAParis } from '@/lib/socle/temps'

export const taillePage = 50

/** The view, as it stands in the address; what can't be read is ignored. */
export const vueSchema = z.object({
  vue: z.enum(['a_traiter', 'traitees']).catch('a_traiter'),
  apres: z.string().max(80).optional().catch(undefined),
  partenaire: z.uuid().optional().catch(undefined),
})

const noms = {
  caisse: { select: { calendrier: true } },
  partenaire: { select: { nom: true, _count: { select: { structures: true } } } },
  structure: { select: { nom: true } },
} as const

const seulNom = { id: true, nom: true } as const

/** Requests of the caisse about gestionnaire accounts: those to treat by due date, or those treated, latest first. */
export function demandesDeLaCaisse(
  acteur: Acteur,
  { vue, apres, partenaire: partenaireId }: z.output<typeof vueSchema>,
  maintenant = new Date(),
) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const caisseId = acteur.caisse?.id
    const traitees = vue === 'traitees'
    const aTraiter: Prisma.DemandeHabilitationWhereInput = { caisseId, partenaireId, etat: 'deposee' }
    const rangs = await tx.demandeHabilitation.findMany({
      where: {
        AND: [
          traitees ? { caisseId, partenaireId, etat: { not: 'deposee' }, traiteeLe: { not: null } } : aTraiter,
          apresCurseur(traitees, apres),
        ],
      },
      include: noms,
      orderBy: traitees ? [{ traiteeLe: 'desc' }, { id: 'desc' }] : [{ echeanceLe: 'asc' }, { id: 'asc' }],
      take: taillePage + 1,
    })
    const lues = rangs.slice(0, taillePage).map(({ caisse, partenaire, structure, ...rang }) => ({
      ...lireContenu(rang),
      calendrier: caisse.calendrier as CalendrierFerie,
      partenaire: partenaire._count.structures > 1 ? `${partenaire.nom}, ${structure.nom}` : partenaire.nom,
    }))
    const comptes = await nomsDesComptes(tx, lues)
    const derniere = lues.at(-1)
    const cle = derniere && (traitees ? derniere.traiteeLe : new Date(derniere.echeanceLe))
    return {
      demandes: lues.map((demande) => ({
        ...demande,
        sujet: sujetDe(demande, comptes),
        auteur: comptes.get(demande.deposeeParId) ?? null,
        traiteePar: demande.traiteeParId && (comptes.get(demande.traiteeParId) ?? null),
      })),
      suivante: rangs.length > taillePage && derniere && cle ? ecrireCurseur({ cle, id: derniere.id }) : null,
      partenaire: partenaireId
        ? await tx.partenaire.findUnique({ where: { id: partenaireId }, select: seulNom })
        : null,
      nombre: await tx.demandeHabilitation.count({ where: aTraiter }),
      enRetard: await tx.demandeHabilitation.count({
        where: { ...aTraiter, echeanceLe: { lt: new Date(dateAParis(maintenant)) } },
      }),
    }
  })
}

export type LigneDemande = Awaited<ReturnType<typeof demandesDeLaCaisse>>['demandes'][number]

function apresCurseur(traitees: boolean, apres?: string): Prisma.DemandeHabilitationWhereInput {
  const curseur = lireCurseur(apres)
  if (!curseur) return {}
  const { cle, id } = curseur
  return traitees
    ? { traiteeLe: { lte: cle }, OR: [{ traiteeLe: { lt: cle } }, { id: { lt: id } }] }
    : { echeanceLe: { gte: cle }, OR: [{ echeanceLe: { gt: cle } }, { id: { gt: id } }] }
}

/** One request of the caisse with all its page shows: what is asked, what stands in the way, what applying does. */
export function demandeDeLaCaisse(acteur: Acteur, id: string, maintenant = new Date()) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const rang = await tx.demandeHabilitation.findFirst({ where: { id, caisseId: acteur.caisse?.id }, include: noms })
    if (!rang) return null
    const { caisse, partenaire, structure, ...reste } = rang
    const demande = lireContenu(reste)
    const comptes = await nomsDesComptes(tx, [demande])
    return {
      ...demande,
      calendrier: caisse.calendrier as CalendrierFerie,
      partenaire: partenaire.nom,
      structure: partenaire._count.structures > 1 ? structure.nom : null,
      sujet: sujetDe(demande, comptes),
      auteur: await tx.compte.findFirst({ where: { id: demande.deposeeParId, supprimeLe: null } }),
      traiteePar: demande.traiteeParId ? (comptes.get(demande.traiteeParId) ?? null) : null,
      examen: await examinerDemande({ tx, maintenant }, demande),
    }
  })
}

export type DemandeAExaminer = NonNullable<Awaited<ReturnType<typeof demandeDeLaCaisse>>>
