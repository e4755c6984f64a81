import { randomUUID } from 'node:crypto'
import { fabriqueDemande } from '@/prisma/seed/fabriques/demande'
import type { Cas, Monde, Profil } from './monde'

const seulAgent: readonly Profil[] = ['agent']

/** Of two people of one caisse or one structure, the writer alone. */
export function cas({ atelier, ici }: Monde): Record<string, Cas> {
  const enCours = () =>
    fabriqueDemande(atelier, ici.cadre, { agent: ici.agent, motif: 'puma', etat: 'prise_en_charge' })
  return {
    actionRetirerMessage: {
      permis: seulAgent,
      champs: async () => {
        const { id: demandeId, caisseId, structureId } = await enCours()
        const { id } = await atelier.tx.message.create({
          data: {
            demandeId,
            caisseId,
            structureId,
            cote: 'caisse',
            auteurId: ici.agent.id,
            texte: 'Bonjour',
            envoyeLe: new Date(),
          },
        })
        return { id }
      },
    },
    actionRetirerFichier: {
      permis: ['technicien'],
      champs: async () => {
        const { id: demandeId, caisseId, structureId } = await enCours()
        const { id } = await atelier.tx.pieceJointe.create({
          data: {
            id: randomUUID(),
            demandeId,
            caisseId,
            structureId,
            nomFichier: 'essai.pdf',
            typeMime: 'application/pdf',
            taille: 3,
            empreinte: '',
            cleEnveloppee: new Uint8Array(),
            cleVersion: 1,
            deposeeParId: ici.technicien.id,
            enPreparation: true,
          },
        })
        return { id }
      },
    },
  }
}
