import { randomUUID } from 'node:crypto'
import { ajouterJours, dateAParis } from '@/lib/socle/temps'
import { fabriqueCompte } from '@/prisma/seed/fabriques/compte'
import { enTroisChamps } from '@/prisma/seed/fabriques/personne'
import type { Cas, Monde, Profil } from './monde'

const duPartenaire: readonly Profil[] = ['technicien', 'gestionnaire']
const seulReferent: readonly Profil[] = ['référent']

export function cas({ atelier, ici, deLaStructure }: Monde): Record<string, Cas> {
  const { tx } = atelier
  /** A structure where there is room: waiting requests withdrawn, accounts of the other cases closed. */
  const faireDeLaPlace = async () => {
    await tx.demandeHabilitation.updateMany({ where: { etat: 'deposee' }, data: { etat: 'retiree' } })
    const autres = { profil: 'gestionnaire', structureId: ici.structure.id, id: { not: ici.gestionnaire.id } }
    await tx.compte.updateMany({ where: autres, data: { etat: 'inactif' } })
  }
  const personne = () => ({
    civilite: 'madame',
    nom: 'Esposito',
    prenom: 'Chiara',
    fonction: 'Directrice adjointe',
    telephone: '0261910099',
    courriel: `c.esposito-${randomUUID().slice(0, 8)}@${ici.partenaire.domaines[0]}`,
  })
  const entete = async () => {
    await faireDeLaPlace()
    return { id: randomUUID(), caisseId: ici.caisse.id, justification: '' }
  }
  const deposee = async (deposeeParId: string) => {
    await faireDeLaPlace()
    const { id } = await tx.demandeHabilitation.create({
      data: {
        caisseId: ici.caisse.id,
        ...deLaStructure,
        type: 'creation',
        donnees: personne(),
        deposeeParId,
        echeanceLe: new Date(dateAParis(new Date())),
      },
    })
    return id
  }
  return {
    actionDemanderCreation: { permis: duPartenaire, champs: async () => ({ ...(await entete()), ...personne() }) },
    actionDemanderModification: {
      permis: duPartenaire,
      champs: async () => ({ ...(await entete()), ...personne(), compteId: ici.gestionnaire.id }),
    },
    actionDemanderInactivation: {
      permis: duPartenaire,
      champs: async () => {
        const commun = await entete()
        const second = await fabriqueCompte(atelier, { profil: 'gestionnaire', ...deLaStructure })
        const { jour, mois, annee } = enTroisChamps(ajouterJours(dateAParis(new Date()), 40))
        const souhaitee = { 'souhaiteeLe.jour': jour, 'souhaiteeLe.mois': mois, 'souhaiteeLe.annee': annee }
        return { ...commun, compteId: second.id, ...souhaitee }
      },
    },
    // Only who asked may take it back.
    actionRetirerHabilitation: {
      permis: ['gestionnaire'],
      champs: async () => ({ id: await deposee(ici.gestionnaire.id) }),
    },
    actionAppliquerHabilitation: {
      permis: seulReferent,
      champs: async () => ({ id: await deposee(ici.technicien.id), version: '' }),
    },
    actionRefuserHabilitation: {
      permis: seulReferent,
      champs: async () => ({ id: await deposee(ici.technicien.id), motifRefus: 'La fonction n’est pas indiquée.' }),
    },
  }
}
