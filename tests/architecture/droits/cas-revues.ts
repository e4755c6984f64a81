import { empreinteDecisions } from '@/lib/revues/empreinte'
import { lignesDeLaRevue } from '@/lib/revues/lignes'
import { ajouterJours, dateAParis } from '@/lib/socle/temps'
import type { Cas, Monde, Profil } from './monde'

const seulGestionnaire: readonly Profil[] = ['gestionnaire']
const seulReferent: readonly Profil[] = ['référent']

export function cas({ atelier: { tx }, ici, ailleurs, deLaStructure }: Monde): Record<string, Cas> {
  const effacer = () => tx.revueHabilitation.deleteMany({ where: { structureId: ici.structure.id } })
  /** A revue of the structure, late, with nothing decided. */
  const ouverte = async () => {
    await effacer()
    const echeanceLe = new Date(ajouterJours(dateAParis(new Date()), -3))
    return tx.revueHabilitation.create({ data: { ...deLaStructure, echeanceLe } })
  }
  return {
    actionConfirmerLigne: {
      permis: seulGestionnaire,
      champs: async () => ({ id: (await ouverte()).id, compteId: ici.technicien.id, decision: 'garder', vue: '' }),
    },
    actionSignerRevue: {
      permis: seulGestionnaire,
      champs: async () => {
        const revue = await ouverte()
        for (const { compte } of await lignesDeLaRevue(tx, revue))
          await tx.ligneRevue.create({ data: { revueId: revue.id, compteId: compte.id, decision: 'garder' } })
        const vues = empreinteDecisions(await lignesDeLaRevue(tx, revue))
        return { id: revue.id, vues, atteste: 'oui' }
      },
    },
    actionOuvrirRevues: {
      permis: seulReferent,
      champs: async () => {
        await effacer()
        return { portee: 'structure', id: ici.structure.id }
      },
    },
    actionRelancerRevue: { permis: seulReferent, champs: async () => ({ id: (await ouverte()).id }) },
    actionRelancerRetards: {
      // Each one those of its caisse.
      permis: ['référent', 'référent d’une autre caisse'],
      champs: async () => {
        const { echeanceLe } = await ouverte()
        const { id: structureId, partenaireId } = ailleurs.structure
        await tx.revueHabilitation.deleteMany({ where: { structureId } })
        await tx.revueHabilitation.create({ data: { structureId, partenaireId, echeanceLe } })
        return {}
      },
    },
  }
}
