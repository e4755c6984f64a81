import { fabriqueDemande } from '@/prisma/seed/fabriques/demande'
import type { Cas, Monde, Profil } from './monde'

const seulAgent: readonly Profil[] = ['agent']

export function cas({ atelier, ici }: Monde): Record<string, Cas> {
  return {
    actionAttribuer: {
      permis: seulAgent,
      champs: async () => {
        const { id, version } = await fabriqueDemande(atelier, ici.cadre, { agent: ici.agent, motif: 'puma' })
        return { id, version: String(version), a: `agent:${ici.agent.id}` }
      },
    },
  }
}
