import { randomUUID } from 'node:crypto'
import { fabriqueDemande } from '@/prisma/seed/fabriques/demande'
import type { Cas, Monde, Profil } from './monde'

const seulAgent: readonly Profil[] = ['agent']
const agents: readonly Profil[] = ['agent', 'agent d’une autre caisse']

export function cas({ atelier, ici }: Monde): Record<string, Cas> {
  const demande = () =>
    fabriqueDemande(atelier, ici.cadre, { agent: ici.agent, motif: 'puma', etat: 'prise_en_charge' })
  const deLAgent = { caisseId: ici.caisse.id, compteId: ici.agent.id }
  const vue = async () => {
    const id = randomUUID()
    // Shared: its colleagues see it, and may not change it.
    await atelier.tx.vueFile.create({
      data: { id, ...deLAgent, nom: `Vue ${id}`, partagee: true, filtres: { vue: 'toutes' } },
    })
    return id
  }
  const lot = async () => {
    const { id: demandeId, reference, agentId, equipeId, version } = await demande()
    const avant = { etat: 'prise_en_charge', agentId, equipeId, priseEnChargeLe: null }
    const { id } = await atelier.tx.actionGroupee.create({
      data: {
        id: randomUUID(),
        ...deLAgent,
        type: 'prendre',
        total: 1,
        lignes: [{ demandeId, reference, fait: true, avant, version }],
      },
    })
    return id
  }
  return {
    actionEnregistrerVue: {
      permis: agents,
      champs: async () => ({ id: randomUUID(), nom: `Vue ${randomUUID()}`, filtres: 'vue=a_prendre' }),
    },
    actionColonnes: { permis: agents, champs: async () => ({ 'visibles[]': ['statut'] }) },
    actionModifierVue: { permis: seulAgent, champs: async () => ({ id: await vue(), nom: `Vue ${randomUUID()}` }) },
    actionRemplacerVue: { permis: seulAgent, champs: async () => ({ id: await vue(), filtres: 'vue=urgentes' }) },
    actionSupprimerVue: { permis: seulAgent, champs: async () => ({ id: await vue() }) },
    actionRenommerVue: { permis: ['référent'], champs: async () => ({ id: await vue(), nom: `Vue ${randomUUID()}` }) },
    actionRetirerVue: { permis: ['référent'], champs: async () => ({ id: await vue() }) },
    actionPrendreLot: {
      permis: seulAgent,
      champs: async () => ({ lot: randomUUID(), 'ids[]': [(await demande()).id] }),
    },
    actionAttribuerLot: {
      permis: seulAgent,
      champs: async () => {
        const { id, version } = await demande()
        return { lot: randomUUID(), 'lignes[]': [`${id}~${version}`], a: `agent:${ici.agent.id}` }
      },
    },
    actionCloreLot: {
      permis: seulAgent,
      champs: async () => {
        const { id, version } = await demande()
        const lignes = [`${id}~${version}`]
        return { lot: randomUUID(), 'lignes[]': lignes, 'issues.dossier': 'accord', texte: 'C’est fait.' }
      },
    },
    actionAnnulerLot: { permis: seulAgent, champs: async () => ({ id: await lot() }) },
  }
}
