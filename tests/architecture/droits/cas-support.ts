import { randomUUID } from 'node:crypto'
import type { Cas, Monde } from './monde'
import { connectes } from './profils'

export function cas({ atelier: { tx, maintenant }, ici }: Monde): Record<string, Cas> {
  const champs = { activite: 'Je joignais un fichier.', constat: 'Rien ne se passe.' }
  const ticket = async () => {
    const id = randomUUID()
    await tx.dysfonctionnement.create({
      data: {
        id,
        caisseId: ici.caisse.id,
        compteId: ici.technicien.id,
        partenaireId: ici.partenaire.id,
        profil: 'technicien',
        ...champs,
        gene: 'gene',
        creeLe: maintenant,
        dernierLe: maintenant,
      },
    })
    return id
  }
  return {
    actionSignalerDysfonctionnement: {
      permis: connectes,
      champs: async () => ({ id: randomUUID(), caisseId: ici.caisse.id, ...champs, gene: 'bloque' }),
    },
    actionPreciserDysfonctionnement: {
      permis: ['technicien'],
      champs: async () => ({ id: await ticket(), texte: 'Encore ce matin.' }),
    },
    actionTraiterDysfonctionnement: {
      permis: ['référent'],
      champs: async () => ({ id: await ticket(), version: '1', suite: 'resoudre', texte: 'C’est corrigé.' }),
    },
  }
}
