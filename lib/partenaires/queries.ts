import { accesOuvert } from '@/lib/conventions/regles'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre } from '@/lib/socle/base'
import { dateAParis } from '@/lib/socle/temps'

/** The accounts of the partenaire, techniciens first; a deleted one is no longer anywhere. */
export function equipeDuPartenaire(acteur: Acteur) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const comptes = await tx.compte.findMany({
      where: { partenaireId: acteur.partenaire?.id, supprimeLe: null },
      select: {
        id: true,
        identifiant: true,
        profil: true,
        civilite: true,
        nom: true,
        prenom: true,
        fonction: true,
        courriel: true,
        etat: true,
        activeLe: true,
        inactiveLe: true,
        creeLe: true,
        structure: { select: { nom: true } },
      },
      orderBy: [{ profil: 'desc' }, { nom: 'asc' }, { prenom: 'asc' }],
      take: 500,
    })
    const partenaire = await tx.partenaire.findUnique({
      where: { id: acteur.partenaire?.id },
      select: { nombreMembres: true },
    })
    return { comptes, nombreMembres: partenaire?.nombreMembres ?? null }
  })
}

export type CompteEquipe = Awaited<ReturnType<typeof equipeDuPartenaire>>['comptes'][number]
