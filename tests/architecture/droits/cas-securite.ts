import { randomUUID } from 'node:crypto'
import type { Cas, Monde } from './monde'
import { connectes } from './profils'

export function cas({ atelier: { tx }, ici, comptes }: Monde): Record<string, Cas> {
  /** Everybody has an application of codes, and none is required. */
  async function equiper() {
    const valeur = false
    await tx.parametre.upsert({
      where: { cle: 'second_facteur' },
      create: { cle: 'second_facteur', valeur },
      update: { valeur },
    })
    const data = connectes.flatMap((profil) => {
      const compteId = comptes[profil]?.id
      return compteId ? [{ compteId, secret: new Uint8Array(48), cleVersion: 1, dernierPas: 0 }] : []
    })
    await tx.secondFacteur.createMany({ data, skipDuplicates: true })
    return {}
  }
  const compteId = ici.technicien.id
  const cleDuTechnicien = () =>
    tx.cleAcces.create({ data: { compteId, credential: randomUUID(), clePublique: new Uint8Array(8), nom: 'Essai' } })
  return {
    actionRetirerApplication: { permis: connectes, champs: equiper },
    actionRefaireCodes: { permis: connectes, champs: equiper },
    actionRenommerCle: {
      permis: ['technicien'],
      champs: async () => ({ id: (await cleDuTechnicien()).id, nom: 'Ordinateur du bureau' }),
    },
    actionRetirerCle: { permis: ['technicien'], champs: async () => ({ id: (await cleDuTechnicien()).id }) },
    actionOublierAppareil: {
      permis: ['technicien'],
      champs: async () => ({ id: (await tx.appareilConnu.create({ data: { compteId, empreinte: randomUUID() } })).id }),
    },
    actionReinitialiserDoubleAuthentification: {
      permis: ['gestionnaire', 'référent'],
      champs: async () => ({ compteId, raison: 'telephone_perdu', verifiee: 'oui' }),
    },
    actionReglerSecondFacteur: {
      permis: ['administrateur'],
      champs: async () => ({ exige: 'non', compris: 'oui' }),
    },
  }
}
