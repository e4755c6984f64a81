import { randomUUID } from 'node:crypto'
import { fabriqueDemande } from '@/prisma/seed/fabriques/demande'
import type { Cas, Monde, Profil } from './monde'

const gardiens: readonly Profil[] = ['référent', 'DPO']

export function cas({ atelier, ici }: Monde): Record<string, Cas> {
  const demande = () => fabriqueDemande(atelier, ici.cadre, { agent: ici.agent, etat: 'traitee' })
  const annee = String(new Date().getFullYear() + 1)
  return {
    actionRetenirDemande: {
      permis: gardiens,
      champs: async () => ({
        reference: (await demande()).reference,
        raison: 'Réclamation en cours',
        'jusquau.jour': '30',
        'jusquau.mois': '6',
        'jusquau.annee': annee,
      }),
    },
    actionLeverRetenue: {
      permis: gardiens,
      champs: async () => {
        const { id: demandeId, caisseId } = await demande()
        const id = randomUUID()
        const jusquau = new Date(`${annee}-06-30`)
        const pose = { poseeLe: new Date(), poseeParId: ici.dpo.id }
        await atelier.tx.retenue.create({ data: { id, demandeId, caisseId, raison: 'Contrôle', jusquau, ...pose } })
        return { id }
      },
    },
  }
}
