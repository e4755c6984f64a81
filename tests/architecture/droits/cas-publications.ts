import { randomUUID } from 'node:crypto'
import type { Cas, Monde, Profil } from './monde'
import { connectes } from './profils'

const tiennent: readonly Profil[] = ['référent', 'référent d’une autre caisse', 'administrateur']
const seulReferent: readonly Profil[] = ['référent']

export function cas({ atelier: { tx, maintenant }, ici }: Monde): Record<string, Cas> {
  const commun = { caisseId: ici.caisse.id, titre: 'Essai', profils: ['technicien'] }
  const actualite = async (etat: string) => {
    const id = randomUUID()
    const publieeLe = etat === 'publiee' ? maintenant : null
    await tx.actualite.create({
      data: {
        id,
        ...commun,
        genre: 'flash_info',
        texte: 'Essai.',
        etat,
        publieeLe,
        publierLe: new Date(maintenant.getTime() + 86_400_000),
        creeeLe: maintenant,
        creeeParId: ici.referent.id,
      },
    })
    return id
  }
  const document = async (etat: string) => {
    const id = randomUUID()
    await tx.documentBibliotheque.create({
      data: {
        id,
        ...commun,
        genre: 'guide',
        description: 'Essai.',
        theme: 'Essai',
        etat,
        creeLe: maintenant,
        creeParId: ici.referent.id,
        versions: {
          create: {
            id: randomUUID(),
            caisseId: ici.caisse.id,
            numero: 1,
            lien: 'https://a.example/',
            ajouteeLe: maintenant,
            ajouteeParId: ici.referent.id,
          },
        },
      },
    })
    return id
  }
  return {
    actionEnregistrerActualite: {
      permis: tiennent,
      champs: async () => ({
        id: '',
        genre: 'flash_info',
        titre: 'Essai',
        texte: 'Essai.',
        'profils[]': ['technicien'],
      }),
    },
    actionPublierActualite: {
      permis: seulReferent,
      champs: async () => ({ id: await actualite('brouillon'), version: '1', quand: 'maintenant' }),
    },
    actionDeprogrammerActualite: {
      permis: seulReferent,
      champs: async () => ({ id: await actualite('programmee') }),
    },
    actionRetirerActualite: { permis: seulReferent, champs: async () => ({ id: await actualite('publiee') }) },
    actionSupprimerActualite: { permis: seulReferent, champs: async () => ({ id: await actualite('brouillon') }) },
    actionToutMarquerLu: { permis: connectes, champs: async () => ({}) },
    actionEnregistrerDocument: {
      permis: tiennent,
      champs: async () => ({
        id: '',
        genre: 'guide',
        titre: 'Essai',
        description: 'Essai.',
        theme: 'Essai',
        'profils[]': ['technicien'],
      }),
    },
    actionAjouterLien: {
      permis: seulReferent,
      champs: async () => ({ id: await document('brouillon'), lien: 'https://b.example/' }),
    },
    actionPublierDocument: { permis: seulReferent, champs: async () => ({ id: await document('brouillon') }) },
    actionRetirerDocument: { permis: seulReferent, champs: async () => ({ id: await document('publie') }) },
    actionSupprimerDocument: { permis: seulReferent, champs: async () => ({ id: await document('brouillon') }) },
  }
}
