import { randomUUID } from 'node:crypto'
import { fabriqueDemande } from '@/prisma/seed/fabriques/demande'
import type { Cas, Monde } from './monde'

export function cas({ atelier, ici }: Monde): Record<string, Cas> {
  const demandeEnCours = () => fabriqueDemande(atelier, ici.cadre, { agent: ici.agent, etat: 'prise_en_charge' })
  return {
    actionPoster: {
      permis: ['agent'],
      champs: async () => {
        const { id, version } = await demandeEnCours()
        const [annee = '', mois = '', jour = ''] = new Date()
          .toLocaleDateString('sv', { timeZone: 'Europe/Paris' })
          .split('-')
        return {
          id,
          version: String(version),
          document: 'Attestation de droits',
          'posteLe.jour': jour,
          'posteLe.mois': mois,
          'posteLe.annee': annee,
          issue: '',
        }
      },
    },
    actionProlonger: {
      permis: ['agent'],
      champs: async () => {
        const { id: demandeId, caisseId, structureId, partenaireId } = await demandeEnCours()
        await atelier.tx.conventionCaisse.updateMany({
          where: { caisseId, partenaireId },
          data: { habiliteDocuments: true },
        })
        const id = randomUUID()
        await atelier.tx.pieceJointe.create({
          data: {
            id,
            demandeId,
            caisseId,
            structureId,
            sens: 'sortante',
            nomFichier: 'attestation.pdf',
            typeMime: 'application/pdf',
            taille: 1_000,
            empreinte: '',
            cleEnveloppee: Buffer.from('cle'),
            cleVersion: 1,
            etat: 'saine',
            deposeeParId: ici.agent.id,
            expireLe: new Date(Date.now() + 86_400_000),
          },
        })
        return { id }
      },
    },
  }
}
