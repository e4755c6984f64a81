import { placesDeLaStructure } from '@/lib/habilitations/places'
import { partenairesDeLaCaisse } from '@/lib/partenaires/acces'
import { colonnesCompte, invitations } from '@/lib/partenaires/comptes'
import { estTenu } from '@/lib/partenaires/fiche'
import { situationsDeLaCaisse } from '@/lib/partenaires/situation'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre } from '@/lib/socle/base'
import { estId } from '@/lib/socle/identifiants'
import { dateAParis } from '@/lib/socle/temps'

/** One account of a partenaire for a référent, with what an inactivation would do; null outside the perimeter. */
export async function comptePourCaisse(
  acteur: Acteur,
  partenaireId: string,
  compteId: string,
  maintenant = new Date(),
) {
  if (!estId(partenaireId) || !estId(compteId)) return null
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const compte = await tx.compte.findFirst({
      where: {
        id: compteId,
        partenaireId,
        supprimeLe: null,
        partenaire: partenairesDeLaCaisse(acteur),
      },
      select: {
        ...colonnesCompte,
        partenaire: { select: { id: true, nom: true, domaines: true } },
        structure: { select: { id: true, nom: true } },
      },
    })
    if (!compte?.partenaire || !compte.structure) return null
    const structureId = compte.structure.id
    return {
      ...compte,
      partenaire: compte.partenaire,
      structure: compte.structure,
      plusieursStructures: (await tx.structure.count({ where: { partenaireId } })) > 1,
      invitation: (await invitations(tx, [compte], maintenant))(compte.id),
      autresGestionnaires: await tx.compte.count({
        where: { structureId, profil: 'gestionnaire', etat: 'actif', supprimeLe: null, id: { not: compteId } },
      }),
      techniciensCrees: await tx.compte.count({
        where: { creeParId: compteId, profil: 'technicien', etat: { not: 'inactif' }, supprimeLe: null },
      }),
      reglages: await tx.reglagesCaisse.findUnique({
        where: { caisseId: acteur.caisse?.id ?? '' },
        select: { inactivationGestionnaire: true, preavisInactivationJours: true },
      }),
      conventionVivante:
        (await situationsDeLaCaisse(tx, acteur.caisse?.id ?? '', maintenant, partenaireId)).get(partenaireId)?.part
          .vivante ?? false,
      tenu: await estTenu(tx, partenaireId),
    }
  })
}

export type ComptePourCaisse = NonNullable<Awaited<ReturnType<typeof comptePourCaisse>>>

/** What the page that habilite a gestionnaire says first; null outside the perimeter. */
export async function cadreGestionnaire(
  acteur: Acteur,
  partenaireId: string,
  structureId: string,
  maintenant = new Date(),
) {
  if (!estId(partenaireId) || !estId(structureId)) return null
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const structure = await tx.structure.findFirst({
      where: { id: structureId, partenaireId, partenaire: partenairesDeLaCaisse(acteur) },
      select: {
        id: true,
        nom: true,
        partenaire: { select: { id: true, nom: true, domaines: true, _count: { select: { structures: true } } } },
      },
    })
    const situations = await situationsDeLaCaisse(tx, acteur.caisse?.id ?? '', maintenant, partenaireId)
    const situation = situations.get(partenaireId)
    if (!structure || !situation) return null
    const { _count, ...partenaire } = structure.partenaire
    return {
      structure: { id: structure.id, nom: structure.nom },
      partenaire,
      plusieurs: _count.structures > 1,
      part: situation.part,
      places: await placesDeLaStructure(tx, structureId, dateAParis(maintenant)),
    }
  })
}
