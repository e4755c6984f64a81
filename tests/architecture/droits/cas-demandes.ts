import { randomUUID } from 'node:crypto'
import { enParties } from '@/lib/socle/jour'
import { dateAParis } from '@/lib/socle/temps'
import { motifNational } from '@/prisma/seed/catalogue'
import { fabriqueDemande } from '@/prisma/seed/fabriques/demande'
import type { Cas, Monde, Profil } from './monde'

const seulTechnicien: readonly Profil[] = ['technicien']
const seulAgent: readonly Profil[] = ['agent']
const motif = motifNational('autre_contact')
const { jour, mois, annee } = enParties(dateAParis(new Date()))

export function cas({ atelier, ici, deLaStructure }: Monde): Record<string, Cas> {
  const demandeEn = async (etat: Parameters<typeof fabriqueDemande>[2] & object) => {
    const demande = await fabriqueDemande(atelier, ici.cadre, { agent: ici.agent, motif: 'puma', ...etat })
    return { id: demande.id, version: String(demande.version) }
  }
  const brouillon = async () => {
    const { id } = await atelier.tx.brouillon.create({
      data: {
        compteId: ici.technicien.id,
        ...deLaStructure,
        service: 'contact',
        caisseId: ici.caisse.id,
        motifId: motif.id,
        donnees: {
          personne: {
            civilite: 'madame',
            nomNaissance: 'Kervella',
            nomUsage: '',
            prenom: 'Anaïs',
            dateNaissance: { jour: '3', mois: '4', annee: '1988' },
            departement: '29',
          },
          besoin: { message: 'Comment obtenir un code ?', demandeLiee: '' },
        },
      },
    })
    return id
  }
  return {
    actionChoisirMotif: {
      permis: seulTechnicien,
      champs: async () => ({ id: randomUUID(), service: 'contact', caisseId: ici.caisse.id, motif: motif.id }),
    },
    actionEnregistrerBrouillon: {
      permis: seulTechnicien,
      champs: async () => ({ id: await brouillon(), etape: 'besoin', message: 'Bonjour' }),
    },
    actionValiderEtape: {
      permis: seulTechnicien,
      champs: async () => ({ id: await brouillon(), etape: 'besoin', message: 'Bonjour' }),
    },
    actionSupprimerBrouillon: { permis: seulTechnicien, champs: async () => ({ id: await brouillon() }) },
    actionDeposer: {
      permis: seulTechnicien,
      champs: async () => ({
        id: await brouillon(),
        'attestations.information_accord': 'oui',
        'consentement.forme': 'oral',
        'consentement.le.jour': jour,
        'consentement.le.mois': mois,
        'consentement.le.annee': annee,
      }),
    },
    actionEcrireALaCaisse: {
      permis: seulTechnicien,
      champs: async () => ({ ...(await demandeEn({ etat: 'prise_en_charge' })), texte: 'Bonjour' }),
    },
    actionEnvoyerComplement: {
      permis: seulTechnicien,
      champs: async () => ({ ...(await demandeEn({ etat: 'attente_complement' })), texte: 'Voici la pièce.' }),
    },
    actionAnnuler: { permis: seulTechnicien, champs: async () => ({ ...(await demandeEn({})), raison: '' }) },
    actionPrendre: { permis: seulAgent, champs: async () => demandeEn({}) },
    actionDemanderComplement: {
      permis: seulAgent,
      champs: async () => ({ ...(await demandeEn({ etat: 'prise_en_charge' })), texte: 'Il manque une pièce.' }),
    },
    actionRecevoirComplement: { permis: seulAgent, champs: async () => demandeEn({ etat: 'attente_complement' }) },
    actionRepondre: {
      permis: seulAgent,
      champs: async () => ({ ...(await demandeEn({ etat: 'prise_en_charge' })), texte: 'Bonjour', nature: 'reponse' }),
    },
    actionClore: {
      permis: seulAgent,
      champs: async () => ({
        ...(await demandeEn({ etat: 'prise_en_charge' })),
        texte: 'C’est fait.',
        issue: 'accord',
      }),
    },
  }
}
