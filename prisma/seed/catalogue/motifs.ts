import type { Prestation, Service } from '@/lib/demandes/modele'
import { type PieceNationale, requise, siUrgent, suggeree } from './pieces'

export type MotifNational = {
  code: string
  libelle: string
  libelleCourt: string
  aide?: string
  /** False: about the partnership, for nobody in particular. True by default. */
  assureRequis?: boolean
  demandeLiee?: boolean
  habilitation?: boolean
  urgent?: boolean
  urgencePossible?: boolean
  prestation?: Prestation
  variantes?: { code: string; libelle: string }[]
  pieces?: PieceNationale[]
}

const premiereOuRenouvellement = (sigle: string) => [
  { code: 'premiere', libelle: `${sigle}, première demande` },
  { code: 'renouvellement', libelle: `${sigle}, renouvellement` },
]

const dossier: MotifNational[] = [
  {
    code: 'puma',
    libelle: 'Ouverture de droits (PUMa)',
    libelleCourt: 'Ouverture de droits (PUMa)',
    aide: 'La personne n’a pas, ou n’a plus, de droits à l’assurance maladie.',
    urgencePossible: true,
    prestation: 'puma',
    pieces: [
      requise('identite'),
      requise('residence'),
      requise('domicile'),
      requise('rib'),
      suggeree('naissance'),
      suggeree('hebergement'),
      siUrgent('urgence'),
    ],
  },
  {
    code: 'c2s',
    libelle: 'Étude de complémentaire santé solidaire (C2S)',
    libelleCourt: 'C2S',
    aide: 'Première demande, ou renouvellement : à demander entre 4 et 2 mois avant la fin des droits.',
    urgencePossible: true,
    prestation: 'c2s',
    variantes: premiereOuRenouvellement('C2S'),
    pieces: [
      requise('identite', ['premiere']),
      requise('avisImposition'),
      requise('ressources'),
      requise('rib'),
      requise('domicile'),
      suggeree('hebergement'),
      siUrgent('urgence'),
    ],
  },
  {
    code: 'ame',
    libelle: 'Aide médicale de l’État (AME)',
    libelleCourt: 'AME',
    aide: 'Pour une personne sans titre de séjour, présente en France depuis plus de 3 mois.',
    urgencePossible: true,
    prestation: 'ame',
    variantes: premiereOuRenouvellement('AME'),
    pieces: [
      requise('identiteAme'),
      requise('presence'),
      requise('ressources'),
      requise('domicile'),
      suggeree('hebergement'),
      suggeree('photo', ['premiere']),
      siUrgent('urgence'),
    ],
  },
  {
    code: 'aide_financiere',
    libelle: 'Demande d’aide financière',
    libelleCourt: 'Aide financière',
    aide: 'Une aide ponctuelle de la caisse pour une dépense restée à la charge de la personne.',
    prestation: 'aide_financiere',
    pieces: [requise('ressources'), requise('charges'), requise('devis'), requise('rib'), suggeree('avisImposition')],
  },
  {
    code: 'autre_etude',
    libelle: 'Autre motif d’étude',
    libelleCourt: 'Autre étude de dossier',
    aide: 'Changement d’adresse, de RIB, mesure de protection, carte Vitale, médecin traitant…',
    prestation: 'autre',
    variantes: [
      { code: 'adresse', libelle: 'Changement d’adresse' },
      { code: 'rib', libelle: 'Changement de RIB' },
      { code: 'protection', libelle: 'Mesure de protection' },
      { code: 'carte_vitale', libelle: 'Carte Vitale' },
      { code: 'medecin_traitant', libelle: 'Médecin traitant' },
      { code: 'autre', libelle: 'Autre étude de dossier' },
    ],
    pieces: [
      requise('domicile', ['adresse']),
      suggeree('hebergement', ['adresse']),
      requise('rib', ['rib']),
      requise('jugement', ['protection']),
      requise('identite', ['rib', 'protection', 'carte_vitale']),
      suggeree('photo', ['carte_vitale']),
      suggeree('medecin', ['medecin_traitant']),
    ],
  },
]

const signalement: MotifNational[] = [
  {
    code: 'dossier_complexe',
    libelle: 'Dossier complexe',
    libelleCourt: 'Dossier complexe',
    aide: 'Plusieurs démarches ont échoué, ou la situation sort de l’ordinaire.',
    variantes: [
      { code: 'retroactivite', libelle: 'Dossier complexe, rétroactivité' },
      { code: 'rupture_droits', libelle: 'Dossier complexe, rupture de droits' },
      { code: 'ij', libelle: 'Dossier complexe, indemnités journalières' },
    ],
    pieces: [suggeree('courriers')],
  },
  {
    code: 'mission_accompagnement',
    libelle: 'Saisine de la Mission accompagnement santé',
    libelleCourt: 'Mission accompagnement santé',
    aide: 'La personne renonce à des soins, ou ne sait plus comment faire. La caisse l’appelle et l’accompagne.',
    pieces: [suggeree('courriers')],
  },
  {
    code: 'situation_urgence',
    libelle: 'Situation d’urgence',
    libelleCourt: 'Situation d’urgence',
    aide: 'La personne n’a pas de droits, et cela compromet des soins immédiats.',
    urgent: true,
    pieces: [suggeree('urgence'), suggeree('identite')],
  },
  {
    code: 'suivi_demande_assure',
    libelle: 'Suivi d’une demande faite par la personne',
    libelleCourt: 'Suivi d’une demande',
    aide: 'La personne a écrit à la caisse elle-même, et n’a pas de réponse.',
    pieces: [suggeree('courriers')],
  },
  {
    code: 'autre_signalement',
    libelle: 'Autre difficulté d’accès aux droits ou aux soins',
    libelleCourt: 'Autre difficulté',
    pieces: [suggeree('courriers')],
  },
]

const rendezVous: MotifNational[] = [
  { code: 'rdv_ame', libelle: 'Aide médicale de l’État (AME)', libelleCourt: 'Rendez-vous, AME' },
  {
    code: 'rdv_ij',
    libelle: 'Arrêts de travail, indemnités journalières',
    libelleCourt: 'Rendez-vous, indemnités journalières',
  },
  { code: 'rdv_c2s', libelle: 'Complémentaire santé solidaire (C2S)', libelleCourt: 'Rendez-vous, C2S' },
  { code: 'rdv_capital_deces', libelle: 'Capital décès', libelleCourt: 'Rendez-vous, capital décès' },
  { code: 'rdv_invalidite', libelle: 'Pension d’invalidité', libelleCourt: 'Rendez-vous, invalidité' },
  {
    code: 'rdv_rente',
    libelle: 'Rente d’accident du travail ou de maladie professionnelle',
    libelleCourt: 'Rendez-vous, rente AT/MP',
  },
  { code: 'rdv_autre', libelle: 'Autre motif', libelleCourt: 'Rendez-vous, autre motif' },
]

const document: MotifNational[] = [
  { code: 'attestation_droits', libelle: 'Attestation de droits', libelleCourt: 'Attestation de droits' },
  {
    code: 'ceam',
    libelle: 'Certificat provisoire de remplacement de la carte européenne (CEAM)',
    libelleCourt: 'Certificat de remplacement CEAM',
    aide: 'Pour un départ proche, dans l’Espace économique européen ou en Suisse.',
  },
  {
    code: 'formulaire_carte_vitale',
    libelle: 'Formulaire de carte Vitale',
    libelleCourt: 'Formulaire de carte Vitale',
    variantes: [
      { code: 'perte', libelle: 'Carte Vitale perdue' },
      { code: 'vol', libelle: 'Carte Vitale volée' },
    ],
    pieces: [suggeree('plainte', ['vol'])],
  },
  {
    code: 'offre_prevention',
    libelle: 'Offre de prévention',
    libelleCourt: 'Offre de prévention',
    aide: 'La caisse envoie l’invitation ou le bon de prise en charge à la personne.',
    variantes: [
      { code: 'vaccination', libelle: 'Prévention, vaccination' },
      { code: 'depistage', libelle: 'Prévention, dépistage' },
      { code: 'mt_dents', libelle: 'Prévention, MT’Dents' },
      { code: 'examen', libelle: 'Prévention, examen de prévention en santé' },
    ],
  },
  {
    code: 'notification',
    libelle: 'Notification de droits, justificatif de prestations',
    libelleCourt: 'Notification, justificatif',
    aide: 'Dites la période et le type de prestation.',
  },
  { code: 'autre_document', libelle: 'Autre document', libelleCourt: 'Autre document' },
]

const contact: MotifNational[] = [
  {
    code: 'evolutions_reglementaires',
    libelle: 'Connaître les évolutions législatives et réglementaires',
    libelleCourt: 'Évolutions réglementaires',
    assureRequis: false,
  },
  {
    code: 'offres_service',
    libelle: 'Connaître les offres de service de l’Assurance Maladie',
    libelleCourt: 'Offres de service',
    assureRequis: false,
  },
  {
    code: 'convention',
    libelle: 'Gérer la convention de partenariat',
    libelleCourt: 'Convention de partenariat',
    assureRequis: false,
  },
  {
    code: 'comptes_gestionnaire',
    libelle: 'Signaler des modifications de comptes gestionnaire',
    libelleCourt: 'Comptes gestionnaire',
    aide: 'Créer, modifier ou inactiver un compte gestionnaire.',
    assureRequis: false,
    habilitation: true,
  },
  {
    code: 'formation',
    libelle: 'Demander une formation ou une information',
    libelleCourt: 'Formation, information',
    assureRequis: false,
  },
  {
    code: 'dossier_transmis',
    libelle: 'Question sur un dossier déjà transmis',
    libelleCourt: 'Dossier déjà transmis',
    aide: 'Tant que le dossier est ouvert, vous pouvez aussi écrire depuis sa page.',
    demandeLiee: true,
  },
  {
    code: 'code_ameli',
    libelle: 'Code ameli',
    libelleCourt: 'Code ameli',
    aide: 'La personne n’arrive pas à ouvrir son compte ameli, ou a perdu son code.',
  },
  { code: 'autre_contact', libelle: 'Autre motif', libelleCourt: 'Contact, autre motif' },
]

/** The national catalogue (règles du domaine, §4): what every caisse starts from. The order of each list is that of the screens. */
export const motifsNationaux: Record<Service, MotifNational[]> = {
  dossier,
  signalement,
  rendez_vous: rendezVous,
  document,
  contact,
}
