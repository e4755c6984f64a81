import { randomUUID } from 'node:crypto'
import type { Cas, Monde } from './monde'

export function cas({ atelier, ici }: Monde): Record<string, Cas> {
  const echec = async () => {
    const id = randomUUID()
    await atelier.tx.courriel.create({
      data: {
        id,
        messageId: `<${id}@portail.example>`,
        modele: 'mot_de_passe_change',
        destinataire: 'ancienne@essai.example',
        compteId: ici.gestionnaire.id,
        etat: 'echec',
        erreur: '550 5.1.1 user unknown',
        echecLe: new Date(),
      },
    })
    return { id }
  }
  return {
    actionMarquerVu: { permis: ['référent'], champs: echec },
    actionRenvoyer: { permis: ['référent'], champs: echec },
    actionReglerBoite: {
      permis: ['gestionnaire', 'gestionnaire d’un autre partenaire'],
      champs: async () => ({ courriel: '' }),
    },
  }
}
