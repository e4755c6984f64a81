import type { Cas, Monde, Profil } from './monde'

const ceuxDIci: readonly Profil[] = ['agent', 'référent']
const ceuxDesCaisses: readonly Profil[] = [...ceuxDIci, 'agent d’une autre caisse', 'référent d’une autre caisse']

export function cas({ atelier, ici }: Monde): Record<string, Cas> {
  const modele = async () => {
    const { id, version } = await atelier.tx.modeleReponse.create({
      data: { caisseId: ici.caisse.id, titre: 'Essai', texte: 'Bonjour {{prenom_du_technicien}},' },
    })
    return { id, version: String(version) }
  }
  return {
    // Each writes those of its own caisse.
    actionEnregistrerModele: {
      permis: ceuxDesCaisses,
      champs: async () => ({
        id: '',
        version: '0',
        titre: 'Essai',
        texte: 'Bonjour',
        portee: 'toutes',
        acte: 'repondre',
        issue: '',
      }),
    },
    actionRetirerModele: { permis: ceuxDIci, champs: modele },
    actionOrdonnerModele: { permis: ceuxDIci, champs: async () => ({ id: (await modele()).id, sens: 'monter' }) },
  }
}
