import type { Cas, Monde, Profil } from './monde'

const seulReferent: readonly Profil[] = ['référent']

export function cas({ atelier, ici }: Monde): Record<string, Cas> {
  const { id: partenaireId } = ici.partenaire
  const lever = () =>
    atelier.tx.suspension.updateMany({ where: { partenaireId, finLe: null }, data: { finLe: new Date() } })
  return {
    actionSuspendre: {
      permis: seulReferent,
      champs: async () => {
        await lever()
        return { partenaireId, motif: 'Un même compte servait à plusieurs personnes.' }
      },
    },
    actionLeverSuspension: {
      permis: seulReferent,
      champs: async () => {
        await lever()
        const { id } = await atelier.tx.suspension.create({
          // Over for the other cases: only its own row is open.
          data: { caisseId: ici.caisse.id, partenaireId, motif: 'Essai', debutLe: new Date('2099-01-01T00:00:00Z') },
        })
        return { id, motif: 'C’est réglé.' }
      },
    },
  }
}
