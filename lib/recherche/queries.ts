import type { Etat, Service } from '@/lib/demandes/modele'
import { normaliser } from '@/lib/demandes/regles'
import { journaliser } from '@/lib/journal/ecrire'
import { empreintesDesMots } from '@/lib/recherche/empreintes'
import { extraitsDe } from '@/lib/recherche/extraits'
import { type Criteres, ecrirePlace, lirePlace } from '@/lib/recherche/schema'
import { trouverDemandes } from '@/lib/recherche/trouver'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre } from '@/lib/socle/base'
import type { Prisma } from '@/lib/socle/prisma/client'

export const taillePage = 20

const colonnes = {
  id: true,
  reference: true,
  objet: true,
  urgent: true,
  etat: true,
  service: true,
  prenom: true,
  nomNaissance: true,
  nomUsage: true,
  dateNaissance: true,
  echeanceLe: true,
  suspendueLe: true,
  seuilAlerteJours: true,
  deposeeLe: true,
  closeLe: true,
  partenaire: { select: { nom: true } },
} satisfies Prisma.DemandeSelect

/**
 * Demandes of the acteur that hold the words, whatever their state: one page, best answers first. Who searched for what goes to
 * the journal: looking for a person is an act one answers for, even when nothing is opened.
 * @param adresse where the request comes from, for the journal
 */
export function rechercher(acteur: Acteur, { q, service, statut, apres }: Criteres, adresse: string) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    if (normaliser(q) === '') return { resultats: [], suivante: null }
    const place = lirePlace(apres)
    const filtres = { service, ouvertes: statut && statut === 'ouvertes' }
    const trouvees = await trouverDemandes(tx, q, { filtres, apres: place, nombre: taillePage + 1 })
    const page = trouvees.slice(0, taillePage)
    // Read again under the perimeter: the search says which, never what.
    const demandes = await tx.demande.findMany({ where: { id: { in: page.map(({ id }) => id) } }, select: colonnes })
    const parId = new Map(demandes.map((demande) => [demande.id, demande]))
    const extraits = await extraitsDe(
      tx,
      page.filter(({ niveau }) => niveau === 4),
    )
    if (!place)
      await journaliser(tx, {
        action: 'recherche.faite',
        acteur,
        adresse,
        details: { mots: empreintesDesMots(q), resultats: page.length, suite: trouvees.length > taillePage },
      })
    const derniere = page.at(-1)
    return {
      resultats: page.flatMap(({ id, niveau, trouves }) => {
        const demande = parId.get(id)
        if (!demande) return []
        const { etat, service: kind, ...reste } = demande
        return {
          ...reste,
          etat: etat as Etat,
          service: kind as Service,
          niveau,
          trouves,
          extrait: extraits.get(id) ?? null,
        }
      }),
      suivante: trouvees.length > taillePage && derniere ? ecrirePlace(derniere) : null,
    }
  })
}

export type Resultat = Awaited<ReturnType<typeof rechercher>>['resultats'][number]
