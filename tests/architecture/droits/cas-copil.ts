import { randomUUID } from 'node:crypto'
import { enDate, enParties } from '@/lib/socle/jour'
import { ajouterJours, dateAParis } from '@/lib/socle/temps'
import type { Cas, Monde, Profil } from './monde'

const seulReferent: readonly Profil[] = ['référent']

export function cas({ atelier: { tx }, ici }: Monde): Record<string, Cas> {
  const [caisseId, partenaireId] = [ici.caisse.id, ici.partenaire.id]
  const aujourdhui = dateAParis(new Date())
  let rang = 0
  /** A COPIL of a period of its own. */
  async function copil(etat: 'preparation' | 'tenu' = 'preparation') {
    rang += 1
    const du = ajouterJours('2020-01-01', rang)
    const id = randomUUID()
    await tx.copil.create({
      data: {
        id,
        caisseId,
        partenaireId,
        du: enDate(du),
        au: enDate(ajouterJours(du, 30)),
        periode: 'libre',
        libelle: 'Essai',
        etat,
        tenuLe: etat === 'tenu' ? enDate(ajouterJours(du, 40)) : null,
        creeLe: new Date(),
        creeParId: ici.referent.id,
      },
    })
    return id
  }
  async function decision() {
    const id = randomUUID()
    await tx.decisionCopil.create({
      data: { id, copilId: await copil(), caisseId, partenaireId, rang: 1, texte: 'Essai', porteur: 'caisse' },
    })
    return id
  }
  const date = (nom: string, jours: number) =>
    Object.fromEntries(
      Object.entries(enParties(ajouterJours(aujourdhui, jours))).map(([cle, valeur]) => [`${nom}.${cle}`, valeur]),
    )
  return {
    actionPreparerCopil: {
      permis: seulReferent,
      champs: async () => {
        await tx.copil.deleteMany({ where: { caisseId, periode: '2025' } })
        return { partenaireId, adresse: 'periode=2025', version: '0', ...date('prevuLe', 20), heure: '14 h', lieu: '' }
      },
    },
    actionTenirCopil: {
      permis: seulReferent,
      champs: async () => ({ id: await copil(), version: '1', ...date('tenuLe', -1), presents: 'Camille Essai' }),
    },
    actionRouvrirCopil: {
      permis: seulReferent,
      champs: async () => ({ id: await copil('tenu'), motif: 'Une décision manque' }),
    },
    actionAnnulerCopil: { permis: seulReferent, champs: async () => ({ id: await copil() }) },
    actionAjouterDecision: {
      permis: seulReferent,
      champs: async () => ({ id: await copil(), texte: 'Former les équipes', porteur: 'caisse' }),
    },
    actionRetirerDecision: { permis: seulReferent, champs: async () => ({ id: await decision() }) },
    actionNoterDecision: { permis: seulReferent, champs: async () => ({ id: await decision(), faite: 'oui' }) },
    actionCommenterCopil: {
      // Each its own text.
      permis: ['référent', 'gestionnaire'],
      champs: async () => ({ id: await copil(), lu: '', commentaire: 'Bon semestre.' }),
    },
  }
}
