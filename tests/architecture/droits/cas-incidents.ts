import { fabriqueCompte } from '@/prisma/seed/fabriques/compte'
import type { Cas, Monde } from './monde'

export function cas({ atelier, ici, deLaStructure }: Monde): Record<string, Cas> {
  const technicien = () => fabriqueCompte(atelier, { profil: 'technicien', ...deLaStructure })
  const signalement = async () => {
    const { id: compteId } = await technicien()
    const { id } = await atelier.tx.signalementCompte.create({
      data: { compteId, partenaireId: ici.partenaire.id, type: 'perte', description: 'Ordinateur perdu.' },
    })
    return id
  }
  return {
    actionSignaler: {
      // A colleague's account: of the same structure, or seen by the caisse.
      permis: ['technicien', 'gestionnaire', 'agent', 'référent', 'DPO'],
      champs: async () => ({ type: 'perte', compteId: (await technicien()).id, description: 'Téléphone perdu.' }),
    },
    actionInactiverSignale: {
      permis: ['gestionnaire', 'référent'],
      champs: async () => ({ id: await signalement() }),
    },
    actionTraiterIncident: {
      permis: ['référent'],
      champs: async () => ({ id: await signalement(), suite: 'sans_suite' }),
    },
  }
}
