import { randomUUID } from 'node:crypto'
import { enDate, enParties } from '@/lib/socle/jour'
import { ajouterJours, dateAParis } from '@/lib/socle/temps'
import type { Cas, Monde, Profil } from './monde'

const seulReferent: readonly Profil[] = ['référent']
const jourMs = 86_400_000

export function cas({ atelier: { tx }, ici, deLaStructure }: Monde): Record<string, Cas> {
  const caisseId = ici.caisse.id
  /** A session kept for one partenaire; `dans`: days from now. */
  async function session(etat: string, { dans = 10, pour = ['technicien', 'gestionnaire'] } = {}) {
    const debutLe = new Date(Date.now() + dans * jourMs)
    const id = randomUUID()
    await tx.formation.create({
      data: {
        id,
        caisseId,
        theme: 'Essai',
        description: 'Essai.',
        mode: 'sur_place',
        lieu: 'Salle 2',
        places: 5,
        debutLe,
        finLe: new Date(debutLe.getTime() + 7_200_000),
        inscriptionsJusquau: enDate(dateAParis(debutLe)),
        pourTous: false,
        profils: pour,
        etat,
        creeeLe: new Date(Date.now() - jourMs),
        creeeParId: ici.referent.id,
        partenaires: { create: { partenaireId: ici.partenaire.id, caisseId } },
      },
    })
    return id
  }
  const inscrit = async (id: string, compteId: string) => {
    const inscription = randomUUID()
    await tx.inscriptionFormation.create({
      data: {
        id: inscription,
        formationId: id,
        caisseId,
        compteId,
        ...deLaStructure,
        etat: 'inscrite',
        inscriteLe: new Date(),
        inscriteParId: compteId,
      },
    })
    return inscription
  }
  const date = (nom: string, jours: number) =>
    Object.fromEntries(
      Object.entries(enParties(ajouterJours(dateAParis(new Date()), jours))).map(([cle, valeur]) => [
        `${nom}.${cle}`,
        valeur,
      ]),
    )
  return {
    actionEnregistrerFormation: {
      // A new one, each at its caisse.
      permis: ['référent', 'référent d’une autre caisse'],
      champs: async () => ({
        id: '',
        theme: 'Essai',
        description: 'Essai.',
        mode: 'sur_place',
        lieu: 'Salle 2',
        ...date('jour', 20),
        debut: '9 h',
        fin: '11 h',
        ...date('inscriptionsJusquau', 18),
        places: '10',
        'profils[]': ['technicien'],
        audience: 'tous',
      }),
    },
    actionPublierFormation: { permis: seulReferent, champs: async () => ({ id: await session('brouillon') }) },
    actionSupprimerFormation: { permis: seulReferent, champs: async () => ({ id: await session('brouillon') }) },
    actionAnnulerFormation: {
      permis: seulReferent,
      champs: async () => ({ id: await session('publiee'), motif: 'Salle indisponible' }),
    },
    actionNoterPresences: {
      permis: seulReferent,
      champs: async () => {
        const id = await session('publiee', { dans: -1 })
        return { id, 'presents[]': [await inscrit(id, ici.technicien.id)] }
      },
    },
    actionInscrire: {
      // The technicien itself, or its gestionnaire for it.
      permis: ['technicien', 'gestionnaire'],
      champs: async () => ({ id: await session('publiee'), compteId: ici.technicien.id }),
    },
    actionRetirerInscription: {
      permis: ['technicien', 'gestionnaire'],
      champs: async () => {
        const id = await session('publiee')
        await inscrit(id, ici.technicien.id)
        return { id, compteId: ici.technicien.id }
      },
    },
  }
}
