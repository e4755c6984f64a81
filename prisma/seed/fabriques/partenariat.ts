import type { Atelier } from './atelier'
import { fabriqueCaisse } from './caisse'
import { fabriqueCompte } from './compte'
import { fabriqueConvention, fabriquePartenaire } from './partenaire'

/** The smallest world where a demande can live: a caisse, a partenaire under convention, and one account of each kind. */
export async function fabriquePartenariat(
  atelier: Atelier,
  valeurs: {
    caisse?: Parameters<typeof fabriqueCaisse>[1]
    partenaire?: Parameters<typeof fabriquePartenaire>[1]
  } = {},
) {
  const caisse = await fabriqueCaisse(atelier, valeurs.caisse)
  const partenaire = await fabriquePartenaire(atelier, valeurs.partenaire)
  const { structure } = partenaire
  const convention = await fabriqueConvention(atelier, {
    partenaireId: partenaire.id,
    caisses: [{ caisseId: caisse.id }],
  })
  const deLaStructure = { partenaireId: partenaire.id, structureId: structure.id }
  const gestionnaire = await fabriqueCompte(atelier, { profil: 'gestionnaire', ...deLaStructure })
  const technicien = await fabriqueCompte(atelier, {
    profil: 'technicien',
    creeParId: gestionnaire.id,
    ...deLaStructure,
  })
  const deLaCaisse = (roles: string[]) => fabriqueCompte(atelier, { profil: 'caisse', caisseId: caisse.id, roles })
  return {
    caisse,
    partenaire,
    structure,
    convention,
    gestionnaire,
    technicien,
    agent: await deLaCaisse(['agent']),
    referent: await deLaCaisse(['referent']),
    dpo: await deLaCaisse(['dpo']),
    /** What `fabriqueDemande` needs. */
    cadre: { caisse, structure, auteur: technicien },
  }
}
