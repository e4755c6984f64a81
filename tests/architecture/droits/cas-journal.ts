import { randomUUID } from 'node:crypto'
import type { Cas, Monde } from './monde'

export function cas({ atelier, ici }: Monde): Record<string, Cas> {
  const { tx } = atelier
  const signal = async () => {
    const id = randomUUID()
    const maintenant = new Date()
    await tx.signal.create({
      data: {
        id,
        type: 'lectures',
        caisseId: ici.caisse.id,
        compteId: ici.agent.id,
        nombre: 90,
        repere: 80,
        premierRang: 1,
        dernierRang: 2,
        debutLe: maintenant,
        finLe: maintenant,
        creeLe: maintenant,
      },
    })
    return id
  }
  return {
    chercherDansLeJournal: {
      permis: ['DPO', 'administrateur'],
      champs: async () => ({ periode: '30', compte: ici.dpo.identifiant }),
    },
    prendreSignalEnCompte: {
      permis: ['DPO', 'administrateur'],
      champs: async () => ({ id: await signal(), note: 'Vu avec la personne : une reprise de dossiers.' }),
    },
    reglerConservationDuJournal: { permis: ['administrateur'], champs: async () => ({ journalMois: '12' }) },
  }
}
