import { randomUUID } from 'node:crypto'
import { ajouterJours, dateAParis } from '@/lib/socle/temps'
import { fabriqueCompte } from '@/prisma/seed/fabriques/compte'
import { fabriqueDemande } from '@/prisma/seed/fabriques/demande'
import type { Cas, Monde, Profil } from './monde'

const seulAgent: readonly Profil[] = ['agent']
const seulReferent: readonly Profil[] = ['référent']

export function cas({ atelier, ici }: Monde): Record<string, Cas> {
  const caisseId = ici.caisse.id
  const equipe = () => atelier.tx.equipe.create({ data: { caisseId, nom: `Équipe ${randomUUID()}` } })
  const regle = async () => {
    const motif = await atelier.tx.motif.create({
      data: { code: randomUUID(), service: 'dossier', caisseId, libelle: 'Essai', libelleCourt: 'Essai' },
    })
    return { motifId: motif.id, equipeId: (await equipe()).id }
  }
  // An absence of its own for each call: an agent is away once at a time.
  let mois = 0
  const debut = () => ajouterJours(dateAParis(new Date()), 10 + 10 * ++mois)
  const absence = async () => {
    const jour = new Date(debut())
    const remplacant = await collegue()
    const { id } = await atelier.tx.absence.create({
      data: {
        caisseId,
        compteId: ici.agent.id,
        remplacantId: remplacant.id,
        debutLe: jour,
        finLe: jour,
        creeeParId: ici.agent.id,
      },
    })
    return { id }
  }
  const collegue = () => fabriqueCompte(atelier, { profil: 'caisse', roles: ['agent'], caisseId })
  return {
    actionAttribuer: {
      permis: seulAgent,
      champs: async () => {
        const { id, version } = await fabriqueDemande(atelier, ici.cadre, { agent: ici.agent, motif: 'puma' })
        return { id, version: String(version), a: `agent:${ici.agent.id}` }
      },
    },
    actionEnregistrerEquipe: {
      permis: seulReferent,
      champs: async () => {
        const { id, version } = await equipe()
        return { id, version: String(version), nom: `Équipe ${randomUUID()}`, 'membres[]': [ici.agent.id] }
      },
    },
    actionDissoudreEquipe: {
      permis: seulReferent,
      champs: async () => {
        const { id, version } = await equipe()
        return { id, version: String(version), vers: '' }
      },
    },
    actionAjouterRegle: {
      permis: seulReferent,
      champs: async () => {
        const { motifId, equipeId } = await regle()
        return { motif: motifId, partenaire: '', service: '', equipe: equipeId }
      },
    },
    actionChangerRegle: {
      permis: seulReferent,
      champs: async () => {
        const { id } = await atelier.tx.regleRoutage.create({ data: { caisseId, ...(await regle()) } })
        return { id, equipe: (await equipe()).id }
      },
    },
    actionSupprimerRegle: {
      permis: seulReferent,
      champs: async () => ({
        id: (await atelier.tx.regleRoutage.create({ data: { caisseId, ...(await regle()) } })).id,
      }),
    },
    // Each référent applies the rules of its own caisse.
    actionAppliquerRoutage: { permis: ['référent', 'référent d’une autre caisse'], champs: async () => ({}) },
    actionEnregistrerAbsence: {
      permis: ['agent', 'référent'],
      champs: async () => {
        const [annee = '', moisLu = '', jour = ''] = debut().split('-')
        const date = { 'debutLe.jour': jour, 'debutLe.mois': moisLu, 'debutLe.annee': annee }
        const fin = { 'finLe.jour': jour, 'finLe.mois': moisLu, 'finLe.annee': annee }
        return { id: '', compteId: ici.agent.id, ...date, ...fin, remplacantId: (await collegue()).id }
      },
    },
    actionTerminerAbsence: { permis: ['agent', 'référent'], champs: absence },
    actionRepartirDemandes: {
      permis: seulReferent,
      champs: async () => ({ ...(await absence()), demandes: 'garder' }),
    },
  }
}
