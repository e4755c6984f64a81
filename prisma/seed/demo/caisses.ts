import type { Caisse } from '@/lib/socle/prisma/client'
import { motifNational } from '../catalogue'
import type { Atelier } from '../fabriques/atelier'
import { fabriqueCaisse } from '../fabriques/caisse'

type ValeursCaisse = NonNullable<Parameters<typeof fabriqueCaisse>[1]>

const themes: [theme: string, usage: string][] = [
  ['Indemnités journalières', 'Un arrêt de travail qui n’est pas payé'],
  ['Accidents du travail', 'Une déclaration à suivre, un taux à comprendre'],
  ['Invalidité', 'Préparer une première demande de pension'],
  ['Frais de santé', 'Une prise en charge avant une hospitalisation'],
  ['Médiation', 'Une réclamation restée sans suite'],
]

function contacts(domaine: string, prefixe: string): ValeursCaisse['contacts'] {
  return [
    { type: 'partenariat', nom: 'Boîte partenariat', courriel: `partenariat@${domaine}` },
    { type: 'support', nom: 'En cas de dysfonctionnement', courriel: `support@${domaine}`, telephone: `${prefixe}10` },
    {
      type: 'dpo',
      nom: 'Délégué à la protection des données',
      courriel: `dpo@${domaine}`,
      adresse: 'BP 100, 00100 Orvelle',
    },
    { type: 'secours', theme: 'Demandes urgentes', telephone: `${prefixe}30`, courriel: `urgences@${domaine}` },
    { type: 'secours', theme: 'Pièces et dossiers papier', adresse: 'BP 100, 00100 Orvelle' },
    ...themes.map(([theme, usage], rang) => ({
      type: 'theme',
      theme,
      usage,
      pourQui: 'les travailleurs sociaux',
      horaires: 'Du lundi au vendredi, de 9 h à 12 h',
      telephone: `${prefixe}${20 + rang}`,
    })),
  ]
}

/** One agreement for two caisses: 10 working days for a gestionnaire account, no limit on techniciens, no delay announced. */
const agrementDeMorvelle: ValeursCaisse['reglages'] = {
  delaiHabilitationJoursOuvres: 10,
  quotaTechniciensActif: false,
  rendezVousRestreint: false,
  periodiciteStatistiques: 'annuelle',
  preavisRenouvellementMois: null,
  delaiMiseEnDemeureJours: 15,
  delaiMiseEnDemeurePortailJours: 15,
}

/**
 * Invented caisses, each with the settings of one real kind of agreement, as the table at the head of the règles du domaine
 * gives them. The first agreement binds two caisses, so there are five. Where an agreement is silent, the default stays.
 */
export const caissesDeDemo = {
  hautMorvelle: {
    code: '901',
    nom: 'CPAM du Haut-Morvelle',
    adresse: '4 quai des Bateliers',
    codePostal: '00100',
    ville: 'Morvelle-la-Haute',
    departements: ['76'],
    reglages: agrementDeMorvelle,
    contacts: contacts('cpam-hautmorvelle.example', '02619100'),
  },
  basseMorvelle: {
    code: '902',
    nom: 'CPAM de la Basse-Morvelle',
    adresse: '17 cours des Tilleuls',
    codePostal: '00110',
    ville: 'Morvelle-sur-Grève',
    departements: ['76'],
    reglages: { ...agrementDeMorvelle, inactivationGestionnaire: 'immediate', intervalleRevueMois: 6 },
    contacts: contacts('cpam-bassemorvelle.example', '02619101'),
  },
  /** With a third signatory; quotas of techniciens by size. */
  azelle: {
    code: '903',
    nom: 'CPAM du Pays d’Azelle',
    adresse: '2 place du Marché-aux-Grains',
    codePostal: '00200',
    ville: 'Azelle',
    departements: ['83'],
    reglages: {
      delaiHabilitationJoursOuvres: 5,
      quotaTechniciensActif: true,
      delaiMiseEnDemeureJours: 15,
      delaiMiseEnDemeurePortailJours: 30,
      delaiNotificationViolationHeures: 24,
    },
    services: [{ service: 'document', actif: false, ordre: 50 }],
    contacts: contacts('cpam-azelle.example', '04657100'),
  },
  /** 30 days for PUMa, C2S and AME; rendez-vous kept for people who are not autonomous. */
  deuxVallees: {
    code: '904',
    nom: 'CPAM des Deux-Vallées',
    adresse: '31 boulevard de l’Écluse',
    codePostal: '00300',
    ville: 'Vaucreux',
    departements: ['14'],
    reglages: {
      delaiHabilitationJoursOuvres: 5,
      quotaTechniciensActif: true,
      rendezVousRestreint: true,
      delaiUrgentJours: 10,
      preavisRenouvellementMois: 3,
      delaiMiseEnDemeureJours: 30,
      delaiMiseEnDemeurePortailJours: 30,
    },
    delais: ['puma', 'c2s', 'ame'].map((prestation) => ({ prestation, delaiJours: 30, seuilAlerteJours: 5 })),
    contacts: contacts('cpam-deuxvallees.example', '02619102'),
  },
  /** 31 days for C2S, alert after 30; figures every quarter; lighter files; a service put first and a motif hidden. */
  troisCanaux: {
    code: '905',
    nom: 'CPAM des Trois-Canaux',
    adresse: '8 rue du Pont-Levé',
    codePostal: '00400',
    ville: 'Roncelieu',
    departements: ['59'],
    reglages: {
      quotaTechniciensActif: false,
      periodiciteStatistiques: 'trimestrielle',
      preavisRenouvellementMois: 3,
      delaiMiseEnDemeureJours: 0,
      rendezVousModes: ['sur_place', 'telephone', 'visio'],
      tailleMaxFichierOctets: 10_000_000,
      tailleMaxDemandeOctets: 40_000_000,
    },
    delais: [{ prestation: 'c2s', delaiJours: 31, seuilAlerteJours: 1 }],
    services: [{ service: 'signalement', actif: true, ordre: -10 }],
    motifs: [
      { motifId: motifNational('rdv_capital_deces').id, actif: false },
      { motifId: motifNational('aide_financiere').id, libelle: 'Aide de l’action sanitaire et sociale' },
    ],
    contacts: contacts('cpam-troiscanaux.example', '03530100'),
  },
} satisfies Record<string, ValeursCaisse>

export type NomCaisse = keyof typeof caissesDeDemo
export type CaisseDeDemo = Caisse & Pick<ValeursCaisse, 'reglages' | 'delais'>

export async function installerCaisses(atelier: Atelier): Promise<Record<NomCaisse, CaisseDeDemo>> {
  const creeeLe = new Date(atelier.maintenant.getTime() - 900 * 86_400_000)
  const installer = async (valeurs: ValeursCaisse): Promise<CaisseDeDemo> => ({
    ...(await fabriqueCaisse(atelier, { ...valeurs, creeeLe })),
    reglages: valeurs.reglages,
    delais: valeurs.delais,
  })
  return {
    hautMorvelle: await installer(caissesDeDemo.hautMorvelle),
    basseMorvelle: await installer(caissesDeDemo.basseMorvelle),
    azelle: await installer(caissesDeDemo.azelle),
    deuxVallees: await installer(caissesDeDemo.deuxVallees),
    troisCanaux: await installer(caissesDeDemo.troisCanaux),
  }
}
