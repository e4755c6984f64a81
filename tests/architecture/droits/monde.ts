import type { AtelierOuvert } from '@/prisma/seed/fabriques/atelier'
import { fabriqueCompte } from '@/prisma/seed/fabriques/compte'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { type Profil, profils, sansSecondFacteur } from './profils'

export { type Profil, profils, sansSecondFacteur }

/** Who may call an action, and an input that succeeds for them: made afresh for each call. */
export type Cas = { permis: readonly Profil[]; champs: () => Promise<Record<string, string | string[] | File>> }

/** Two caisses with a partenaire each, and an account of every profile and state. */
export async function creerMonde(atelier: AtelierOuvert) {
  const ici = await fabriquePartenariat(atelier)
  const ailleurs = await fabriquePartenariat(atelier)
  const deLaStructure = { partenaireId: ici.partenaire.id, structureId: ici.structure.id }
  // Its caisse asks techniciens for a second factor.
  const exigeante = await fabriquePartenariat(atelier)
  await atelier.tx.reglagesCaisse.updateMany({
    where: { caisseId: exigeante.caisse.id },
    data: { secondFacteurTechniciens: true },
  })
  const attendu = await fabriqueCompte(atelier, { profil: 'technicien', ...deLaStructure })
  await atelier.tx.secondFacteur.create({
    data: { compteId: attendu.id, secret: new Uint8Array(48), cleVersion: 1, dernierPas: 0 },
  })
  const comptes: Record<Profil, { id: string } | null> = {
    anonyme: null,
    'non activé': await fabriqueCompte(atelier, { profil: 'technicien', etat: 'attente_activation', ...deLaStructure }),
    inactivé: await fabriqueCompte(atelier, { profil: 'technicien', etat: 'inactif', ...deLaStructure }),
    'CGU non acceptées': await fabriqueCompte(atelier, { profil: 'technicien', cgu: false, ...deLaStructure }),
    'second facteur attendu': attendu,
    'second facteur à installer': exigeante.technicien,
    technicien: ici.technicien,
    'technicien d’un autre partenaire': ailleurs.technicien,
    gestionnaire: ici.gestionnaire,
    'gestionnaire d’un autre partenaire': ailleurs.gestionnaire,
    agent: ici.agent,
    'agent d’une autre caisse': ailleurs.agent,
    référent: ici.referent,
    'référent d’une autre caisse': ailleurs.referent,
    DPO: ici.dpo,
    administrateur: await fabriqueCompte(atelier, { profil: 'administrateur' }),
  }
  return { atelier, ici, ailleurs, deLaStructure, comptes }
}

export type Monde = Awaited<ReturnType<typeof creerMonde>>
