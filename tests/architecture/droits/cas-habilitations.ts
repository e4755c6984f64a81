import { modeleImport } from '@/lib/habilitations/exporter-equipe'
import { ecrireTableur } from '@/lib/socle/tableur'
import { fabriqueCompte } from '@/prisma/seed/fabriques/compte'
import type { Cas, Monde, Profil } from './monde'

const seulGestionnaire: readonly Profil[] = ['gestionnaire']

export function cas({ atelier, ici, deLaStructure }: Monde): Record<string, Cas> {
  const domaine = ici.partenaire.domaines[0] ?? ''
  const technicien = (etat: 'actif' | 'attente_activation' | 'inactif' = 'actif') =>
    fabriqueCompte(atelier, {
      profil: 'technicien',
      etat,
      inactiveLe: etat === 'inactif' ? new Date() : null,
      ...deLaStructure,
    })
  const identite = () => ({
    civilite: 'madame',
    nom: 'Audouard',
    prenom: 'Claire',
    fonction: 'Assistante sociale',
    telephone: '05 00 00 12 34',
    courriel: `c${atelier.hasard.chiffres(9)}@${domaine}`,
  })
  const attestations = {
    'attestations.rattachement': 'oui',
    'attestations.equipement': 'oui',
    'attestations.messagerie': 'oui',
  }
  return {
    actionCreerTechnicien: { permis: seulGestionnaire, champs: async () => ({ ...identite(), ...attestations }) },
    actionModifierTechnicien: {
      permis: seulGestionnaire,
      champs: async () => ({ ...identite(), id: (await technicien()).id, version: '1' }),
    },
    actionInactiverTechnicien: {
      permis: seulGestionnaire,
      champs: async () => ({ id: (await technicien()).id, motif: 'depart', quand: 'maintenant' }),
    },
    actionRetablirTechnicien: {
      permis: seulGestionnaire,
      champs: async () => ({ id: (await technicien('inactif')).id }),
    },
    actionRenouvelerAttestation: {
      permis: seulGestionnaire,
      champs: async () => ({ id: (await technicien()).id, ...attestations }),
    },
    actionRemettreLien: {
      permis: seulGestionnaire,
      champs: async () => ({ id: (await technicien('attente_activation')).id }),
    },
    actionRenvoyerActivation: {
      permis: seulGestionnaire,
      champs: async () => ({ id: (await technicien('attente_activation')).id }),
    },
    actionImporterTechniciens: {
      permis: seulGestionnaire,
      champs: async () => {
        const { civilite, nom, prenom, fonction, telephone, courriel } = identite()
        const lignes = [[civilite, nom, prenom, fonction, telephone, courriel]]
        return { etape: 'essai', fichier: new File([ecrireTableur('csv', { ...modeleImport, lignes })], 'equipe.csv') }
      },
    },
  }
}
