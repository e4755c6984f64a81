import { randomUUID } from 'node:crypto'
import { enParties } from '@/lib/socle/jour'
import { dateAParis } from '@/lib/socle/temps'
import type { Cas, Monde } from './monde'

export function cas({ atelier, ici }: Monde): Record<string, Cas> {
  const il = (heures: number) => new Date(atelier.maintenant.getTime() + heures * 3_600_000)
  const violation = async (part = {}) => {
    const id = randomUUID()
    const commun = { declareeParId: ici.technicien.id, partenaireId: ici.partenaire.id }
    await atelier.tx.violation.create({
      data: {
        id,
        cote: 'partenaire',
        ...commun,
        declareeLe: il(-1),
        constateeLe: il(-72),
        natures: ['confidentialite'],
        donnees: ['identite'],
        description: 'Courriel mal adressé.',
        mesures: '',
        contact: 'Accueil',
      },
    })
    await atelier.tx.violationCaisse.create({
      data: { violationId: id, caisseId: ici.caisse.id, ...commun, connueLe: il(-1), autoriteAvant: il(71), ...part },
    })
    return id
  }
  const qualifiee = { etat: 'ecartee', qualifieeLe: il(-1) }
  const hier = enParties(dateAParis(il(-24)))
  return {
    actionDeclarerViolation: {
      permis: ['technicien', 'gestionnaire', 'agent', 'référent', 'DPO', ...ailleursAussi],
      champs: async () => ({
        id: randomUUID(),
        'constateeLe.jour': hier.jour,
        'constateeLe.mois': hier.mois,
        'constateeLe.annee': hier.annee,
        constateeHeure: '9 h',
        'natures[]': ['confidentialite'],
        'donnees[]': ['identite'],
        description: 'Courriel mal adressé.',
        contact: 'Accueil',
        'caisses[]': [ici.caisse.id],
      }),
    },
    actionAjouterInformation: {
      permis: ['technicien', 'gestionnaire'],
      champs: async () => ({ id: await violation(), texte: 'Le courriel est effacé.' }),
    },
    actionQualifierViolation: {
      permis: ['DPO'],
      champs: async () => ({ id: await violation(), etat: 'ecartee', analyse: 'Aucune donnée.' }),
    },
    actionNoterMesure: {
      permis: ['DPO'],
      champs: async () => ({ id: await violation(), mesure: 'Appel du partenaire.' }),
    },
    actionNoterNotification: {
      permis: ['DPO'],
      champs: async () => ({ id: await violation(), quoi: 'autorite', fait: 'non_necessaire', raison: 'Sans risque.' }),
    },
    actionCloreViolation: {
      permis: ['DPO'],
      champs: async () => ({ id: await violation(qualifiee), conclusion: 'Rien à retenir.' }),
    },
    actionRouvrirViolation: {
      permis: ['DPO'],
      champs: async () => ({ id: await violation({ ...qualifiee, closeLe: il(-1) }), raison: 'Un élément nouveau.' }),
    },
  }
}

const ailleursAussi = [
  'technicien d’un autre partenaire',
  'gestionnaire d’un autre partenaire',
  'agent d’une autre caisse',
  'référent d’une autre caisse',
] as const
