import { finPrevue, periode } from '@/lib/conventions/cycle'
import { etatDuJour } from '@/lib/conventions/libelles'
import { cycleDe, partDe } from '@/lib/conventions/lire-cycle'
import { situationDe } from '@/lib/conventions/part'
import { estVivante } from '@/lib/conventions/regles'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre } from '@/lib/socle/base'
import type { Prisma } from '@/lib/socle/prisma/client'
import { ajouterJours, type DateIso, dateAParis } from '@/lib/socle/temps'

export const filtres = ['toutes', 'en_cours', 'a_surveiller', 'brouillons', 'finies'] as const
export type Filtre = (typeof filtres)[number]

/** The conventions of the caisse, those that await something first. */
export function conventionsDeCaisse(acteur: Acteur, recherche: string, maintenant = new Date()) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const jour = dateAParis(maintenant)
    const lignes = await tx.conventionCaisse.findMany({
      where: {
        caisseId: acteur.caisse?.id ?? '',
        ...(recherche && { convention: { partenaire: { nom: { contains: recherche, mode: 'insensitive' } } } }),
      },
      include: {
        convention: {
          include: {
            partenaire: { select: { id: true, nom: true } },
            signataires: true,
            avenants: true,
            caisses: { include: { caisse: { select: { nom: true } } } },
          },
        },
      },
      take: 1_000,
    })
    return lignes
      .map((ligne) => ligneDeListe(ligne, jour))
      .sort(
        (a, b) =>
          a.tri - b.tri ||
          (a.prochaine?.le ?? '9').localeCompare(b.prochaine?.le ?? '9') ||
          a.partenaire.localeCompare(b.partenaire),
      )
  })
}

type LigneLue = Prisma.ConventionCaisseGetPayload<{
  include: {
    convention: {
      include: {
        partenaire: { select: { id: true; nom: true } }
        signataires: true
        avenants: true
        caisses: { include: { caisse: { select: { nom: true } } } }
      }
    }
  }
}>

export type ProchaineDate = { type: 'effet' | 'fin' | 'reconduction' | 'echeance' | 'signature'; le: DateIso }

function ligneDeListe(ligne: LigneLue, jour: DateIso) {
  const { convention, ...part } = ligne
  const cycle = cycleDe(convention, part.caisseId)
  const situation = situationDe(convention, part)
  const finLe = cycle ? finPrevue(cycle, partDe(part)) : situation.finLe
  const etat = etatDuJour({ ...situation, finLe }, jour)
  const vivante = estVivante({ etat: situation.etat, finLe }, jour)
  const echeance = situation.miseEnDemeureEcheanceLe
  const prochaine: ProchaineDate | null = !cycle
    ? null
    : etat === 'brouillon'
      ? { type: 'signature', le: cycle.effetLe }
      : !vivante
        ? null
        : echeance
          ? { type: 'echeance', le: echeance }
          : etat === 'signee'
            ? { type: 'effet', le: cycle.effetLe }
            : finLe
              ? { type: 'fin', le: finLe }
              : { type: 'reconduction', le: ajouterJours(periode(cycle, jour).finLe, 1) }
  const filtre: Filtre =
    etat === 'brouillon' ? 'brouillons' : !vivante ? 'finies' : finLe || echeance ? 'a_surveiller' : 'en_cours'
  return {
    id: convention.id,
    intitule: convention.intitule,
    partenaire: convention.partenaire.nom,
    etat,
    filtre,
    prochaine,
    finLe: vivante ? finLe : null,
    autres: convention.caisses.filter(({ caisseId }) => caisseId !== part.caisseId).map(({ caisse }) => caisse.nom),
    denonceesAilleurs: convention.caisses.filter(
      ({ caisseId, etat: autre }) => caisseId !== part.caisseId && autre === 'denoncee',
    ).length,
    tri: { a_surveiller: 0, brouillons: 1, en_cours: 2, finies: 3, toutes: 4 }[filtre],
  }
}

export type LigneConvention = ReturnType<typeof ligneDeListe>
