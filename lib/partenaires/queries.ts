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

export type RaisonFermeture = 'suspendue' | 'a_venir' | 'structure' | 'terminee' | 'sans_convention'

/** Why no caisse is open to the acteur, and whom to call at each one bound to the partenaire. */
export function accesFermes(acteur: Acteur, maintenant = new Date()) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const partenaireId = acteur.partenaire?.id
    const conventions = await tx.conventionCaisse.findMany({
      where: { partenaireId },
      include: { caisse: { select: { id: true, nom: true, contacts: { orderBy: { ordre: 'asc' } } } } },
      orderBy: { finLe: 'desc' },
    })
    const suspensions = await tx.suspension.findMany({
      where: { partenaireId, OR: [{ finLe: null }, { finLe: { gt: maintenant } }] },
    })
    const structure = await tx.structure.findUnique({ where: { id: acteur.structure?.id }, select: { ouvreLe: true } })
    const jour = dateAParis(maintenant)
    const ouvreLe = structure?.ouvreLe?.toISOString().slice(0, 10) ?? null
    return conventions.map(({ caisse, etat, utilisationEffetLe, finLe }) => {
      const acces = {
        caisseId: caisse.id,
        etat,
        effetLe: utilisationEffetLe?.toISOString().slice(0, 10) ?? null,
        finLe: finLe?.toISOString().slice(0, 10) ?? null,
        suspendue: false,
      }
      const suspendue = suspensions.some(({ caisseId }) => caisseId === caisse.id)
      const raison: RaisonFermeture = suspendue
        ? 'suspendue'
        : accesOuvert(acces, null, jour)
          ? 'structure'
          : acces.effetLe && acces.effetLe > jour
            ? 'a_venir'
            : acces.effetLe
              ? 'terminee'
              : 'sans_convention'
      const contacts = caisse.contacts.filter(({ type }) => type === 'support' || type === 'partenariat')
      return { caisse: { id: caisse.id, nom: caisse.nom }, raison, acces, ouvreLe, contacts }
    })
  })
}
