import type { ReglagesCaisse } from '@/lib/socle/prisma/client'

/** Durations a caisse sets, in months, by the column that keeps them. */
export const dureesReglables = {
  conservationDemandeMois: { min: 6, max: 120 },
  conservationSansReponseMois: { min: 12, max: 60 },
  conservationFichiersMois: { min: 1, max: 120 },
  conservationRendezVousMois: { min: 1, max: 60 },
  conservationCourrielsMois: { min: 3, max: 36 },
  conservationHabilitationsMois: { min: 12, max: 60 },
  conservationIncidentsMois: { min: 12, max: 72 },
  conservationConventionsMois: { min: 24, max: 120 },
  conservationFormationsMois: { min: 12, max: 72 },
} as const satisfies Partial<Record<keyof ReglagesCaisse, { min: number; max: number }>>

export type DureeReglable = keyof typeof dureesReglables
export type Durees = Record<DureeReglable, number>

type Duree =
  /** Set by the caisse; `depuis` ends the sentence «60 mois …». */
  | { reglage: DureeReglable; depuis: string }
  /** In days, as the caisse sets it for another reason. */
  | { jours: 'documentDisponibleJours'; depuis: string }
  /** The same everywhere, said in full. */
  | { nationale: string }

export type Nature = {
  code: string
  libelle: string
  /** What is kept. */
  donnees: string
  personnes: string
  finalite: string
  base: string
  destinataires: string
  duree: Duree
  /** What is done at the end of it, and by which job. */
  sort: string
  travail: 'conservation' | 'nuit' | 'journal.nuit' | 'menage' | 'aucun'
}

const mission = 'Mission d’intérêt public de la caisse (RGPD, art. 6.1.e) ; convention de partenariat'
const contrat = 'Exécution de la convention de partenariat (RGPD, art. 6.1.b et 6.1.e)'
const obligation = 'Obligation légale de sécurité (RGPD, art. 6.1.c et 32)'
const parties = 'Agents de la caisse qui traite ; techniciens de la structure qui a déposé'

/**
 * Every kind of personal data the portal keeps: why, for whom, how long, and which job removes it (règles du domaine, §9).
 * The settings, the purge, its preview and the register of processing activities are all read from here.
 */
export const natures: readonly Nature[] = [
  {
    code: 'demandes',
    libelle: 'Demandes closes',
    donnees: 'Identité et date de naissance de l’assuré, réponses du formulaire, messages, notes internes, historique',
    personnes: 'Assurés accompagnés par un partenaire',
    finalite: 'Traiter la demande, y répondre, et répondre de ce qui a été fait',
    base: mission,
    destinataires: parties,
    duree: { reglage: 'conservationDemandeMois', depuis: 'après la réponse ou l’annulation' },
    sort: 'Contenu effacé ; il reste des chiffres sans nom (motif, dates, état, issue)',
    travail: 'conservation',
  },
  {
    code: 'sans_reponse',
    libelle: 'Demandes jamais closes',
    donnees: 'Les mêmes',
    personnes: 'Assurés accompagnés par un partenaire',
    finalite: 'Ne pas garder sans fin ce que personne ne traite',
    base: mission,
    destinataires: parties,
    duree: {
      reglage: 'conservationSansReponseMois',
      depuis: 'sans aucun acte, et 30 jours après avoir prévenu la caisse',
    },
    sort: 'Annoncées à l’agent et au référent, puis closes sans réponse et contenu effacé',
    travail: 'conservation',
  },
  {
    code: 'fichiers',
    libelle: 'Fichiers joints aux demandes',
    donnees: 'Pièces déposées par le partenaire, fichiers des messages',
    personnes: 'Assurés accompagnés par un partenaire',
    finalite: 'Instruire la demande',
    base: mission,
    destinataires: parties,
    duree: { reglage: 'conservationFichiersMois', depuis: 'après la réponse, au plus tard avec la demande' },
    sort: 'Clé de chiffrement détruite, puis fichier effacé ; la demande dit qu’il y a eu un fichier',
    travail: 'conservation',
  },
  {
    code: 'documents',
    libelle: 'Documents remis par la caisse',
    donnees: 'Attestations et notifications remises dans le portail',
    personnes: 'Assurés accompagnés par un partenaire',
    finalite: 'Remettre un document à la personne par l’intermédiaire du partenaire habilité',
    base: mission,
    destinataires: 'Techniciens de la structure habilitée ; agents de la caisse',
    duree: { jours: 'documentDisponibleJours', depuis: 'après la remise' },
    sort: 'Clé détruite et fichier effacé ; la date et le nombre de téléchargements restent avec la demande',
    travail: 'conservation',
  },
  {
    code: 'brouillons',
    libelle: 'Brouillons',
    donnees: 'Ce qui est saisi avant le dépôt, et ses fichiers',
    personnes: 'Assurés accompagnés par un partenaire',
    finalite: 'Reprendre une demande commencée',
    base: mission,
    destinataires: 'Le technicien qui écrit, lui seul',
    duree: { nationale: '30 jours après le dernier changement' },
    sort: 'Effacés, après un rappel à leur auteur',
    travail: 'nuit',
  },
  {
    code: 'rendez_vous',
    libelle: 'Lieu et raison des rendez-vous',
    donnees: 'Lieu, numéro à appeler, raison d’une annulation',
    personnes: 'Assurés, techniciens, agents',
    finalite: 'Tenir le rendez-vous',
    base: mission,
    destinataires: parties,
    duree: { reglage: 'conservationRendezVousMois', depuis: 'après le jour du rendez-vous' },
    sort: 'Textes effacés ; la date et ce qu’il en est advenu restent',
    travail: 'conservation',
  },
  {
    code: 'courriels',
    libelle: 'Courriels envoyés par le portail',
    donnees: 'Adresse du destinataire, objet, texte sans donnée d’un assuré',
    personnes: 'Titulaires de comptes',
    finalite: 'Prévenir, et savoir qu’un courriel est arrivé',
    base: contrat,
    destinataires: 'Agents de la caisse, pour les demandes',
    duree: { reglage: 'conservationCourrielsMois', depuis: 'après l’envoi' },
    sort: 'Effacés',
    travail: 'conservation',
  },
  {
    code: 'comptes',
    libelle: 'Comptes inactivés',
    donnees: 'Nom, fonction, téléphone, adresse électronique, attestations, acceptation des conditions d’utilisation',
    personnes: 'Techniciens, gestionnaires, agents des caisses',
    finalite: 'Donner accès au portail aux seules personnes habilitées',
    base: contrat,
    destinataires: 'Gestionnaires du partenaire ; référents des caisses liées par une convention',
    duree: { nationale: '6 mois après l’inactivation' },
    sort: 'Supprimés ; leurs demandes gardent un auteur neutre',
    travail: 'nuit',
  },
  {
    code: 'habilitations',
    libelle: 'Demandes et revues d’habilitation',
    donnees: 'Identité demandée, justification, décision ; comptes confirmés à chaque revue',
    personnes: 'Techniciens et gestionnaires',
    finalite: 'Prouver qui a été habilité, par qui et quand',
    base: contrat,
    destinataires: 'Gestionnaires du partenaire ; référents de la caisse',
    duree: { reglage: 'conservationHabilitationsMois', depuis: 'après la décision ou la signature' },
    sort: 'Identités et textes effacés ; le type, les dates et la décision restent',
    travail: 'conservation',
  },
  {
    code: 'incidents',
    libelle: 'Signalements de comptes',
    donnees: 'Fraude, perte ou vol signalés : compte, description, suite',
    personnes: 'Titulaires de comptes',
    finalite: 'Protéger les données et prouver l’inactivation',
    base: obligation,
    destinataires: 'Référents de la caisse ; gestionnaires du partenaire',
    duree: { reglage: 'conservationIncidentsMois', depuis: 'après la suite donnée' },
    sort: 'Description effacée ; supprimés avec le compte',
    travail: 'conservation',
  },
  {
    code: 'droits',
    libelle: 'Exercice des droits des personnes',
    donnees: 'Identité de la personne, objet de sa demande, réponse, exports le temps de les remettre',
    personnes: 'Assurés et leurs représentants',
    finalite: 'Répondre dans le mois, et prouver la réponse',
    base: 'Obligation légale (RGPD, art. 12 à 22)',
    destinataires: 'Délégué à la protection des données de la caisse',
    duree: { nationale: '5 ans après la réponse ; tant qu’elle tient pour une opposition ou une limitation' },
    sort: 'Effacé, sauf opposition ou limitation en cours',
    travail: 'conservation',
  },
  {
    code: 'violations',
    libelle: 'Violations de données',
    donnees: 'Ce qui s’est passé, nombre de personnes, mesures prises, auteur de la déclaration',
    personnes: 'Titulaires de comptes ; aucune identité d’assuré',
    finalite: 'Prévenir l’autre partie et l’autorité, et tenir le registre des violations',
    base: 'Obligation légale (RGPD, art. 33 et 34)',
    destinataires: 'Délégués à la protection des données et référents des deux parties',
    duree: { nationale: 'gardées : le registre des violations doit pouvoir être contrôlé' },
    sort: 'Gardées avec leur dossier',
    travail: 'aucun',
  },
  {
    code: 'conventions',
    libelle: 'Conventions terminées',
    donnees: 'Documents signés, noms des signataires, justifications, contacts du partenaire',
    personnes: 'Signataires et contacts des deux parties',
    finalite: 'Prouver les engagements pris',
    base: 'Obligation légale et défense en justice (RGPD, art. 6.1.c et 6.1.f ; Code civil, art. 2224)',
    destinataires: 'Référents des caisses parties à la convention ; gestionnaires du partenaire tant qu’elle court',
    duree: { reglage: 'conservationConventionsMois', depuis: 'après la fin de la dernière partie' },
    sort: 'Documents et noms effacés ; les dates et les états restent',
    travail: 'conservation',
  },
  {
    code: 'formations',
    libelle: 'Inscriptions et présences aux formations',
    donnees: 'Qui s’est inscrit, a attendu une place, s’est désinscrit, était présent',
    personnes: 'Techniciens et gestionnaires',
    finalite: 'Tenir les sessions de formation, et remettre une attestation',
    base: contrat,
    destinataires: 'La personne ; les gestionnaires de sa structure ; les référents de la caisse',
    duree: { reglage: 'conservationFormationsMois', depuis: 'après le jour de la session' },
    sort: 'Effacées ; le nombre de personnes formées reste, sans aucun nom',
    travail: 'conservation',
  },
  {
    code: 'copils',
    libelle: 'COPIL des conventions',
    donnees: 'Date et lieu de la réunion, noms et fonctions des présents, commentaires des deux côtés, décisions',
    personnes: 'Professionnels des deux parties présents à la réunion ; auteurs des commentaires',
    finalite: 'Regarder ensemble le bilan d’une convention, et suivre ce qui a été décidé',
    base: contrat,
    destinataires: 'Agents et référents de la caisse ; gestionnaires et techniciens du partenaire',
    duree: { reglage: 'conservationConventionsMois', depuis: 'après la réunion, ou la fin de la période regardée' },
    sort: 'Effacés, avec les commentaires et les décisions',
    travail: 'conservation',
  },
  {
    code: 'support',
    libelle: 'Dysfonctionnements signalés',
    donnees: 'Ce que la personne faisait, ce qui s’est passé, page, navigateur, réponses',
    personnes: 'Titulaires de comptes ; aucune identité d’assuré',
    finalite: 'Dépanner les utilisateurs du portail et corriger ses défauts',
    base: contrat,
    destinataires: 'La personne ; les référents de la caisse prévenue ; administrateur',
    duree: { nationale: '24 mois après le dernier échange' },
    sort: 'Effacés, avec les réponses ; ils le sont aussi avec le compte',
    travail: 'conservation',
  },
  {
    code: 'sessions',
    libelle: 'Sessions et liens de connexion',
    donnees: 'Date, adresse IP et navigateur de chaque session',
    personnes: 'Titulaires de comptes',
    finalite: 'Sécurité des comptes',
    base: obligation,
    destinataires: 'Le titulaire du compte',
    duree: { nationale: '6 mois après leur fin' },
    sort: 'Effacés',
    travail: 'conservation',
  },
  {
    code: 'facteurs',
    libelle: 'Seconds facteurs et appareils connus',
    donnees:
      'Secret d’application chiffré, clés d’accès, empreinte des codes de secours ; navigateur et dates des appareils',
    personnes: 'Titulaires de comptes',
    finalite: 'Double authentification, et prévenir d’une connexion depuis un appareil nouveau',
    base: obligation,
    destinataires: 'Le titulaire du compte',
    duree: { nationale: '13 mois sans être revu pour un appareil ; jusqu’à leur retrait pour les facteurs' },
    sort: 'Effacés ; tous le sont avec le compte',
    travail: 'conservation',
  },
  {
    code: 'signaux',
    libelle: 'Signaux d’usage anormal',
    donnees: 'Compte ou adresse IP, nombre d’actes, période, note de la personne qui l’a lu',
    personnes: 'Titulaires de comptes ; toute personne qui essaie de se connecter',
    finalite: 'Détecter un compte détourné, sans mettre personne en cause',
    base: obligation,
    destinataires: 'Délégué à la protection des données de la caisse ; administrateur',
    duree: { nationale: '12 mois' },
    sort: 'Effacés',
    travail: 'conservation',
  },
  {
    code: 'tentatives',
    libelle: 'Connexions refusées',
    donnees: 'Identifiant ou adresse IP, nombre d’échecs',
    personnes: 'Titulaires de comptes ; toute personne qui essaie de se connecter',
    finalite: 'Arrêter les essais répétés',
    base: obligation,
    destinataires: 'Personne : le portail seul s’en sert',
    duree: { nationale: '1 jour par adresse, 90 jours par identifiant' },
    sort: 'Effacées',
    travail: 'nuit',
  },
  {
    code: 'journal',
    libelle: 'Journal des accès et des actes',
    donnees: 'Qui a fait ou vu quoi, quand et d’où : des références, jamais le contenu',
    personnes: 'Titulaires de comptes',
    finalite: 'Détecter un usage anormal, répondre des accès',
    base: obligation,
    destinataires: 'Délégué à la protection des données de la caisse ; administrateur',
    duree: { nationale: '12 mois, sauf réglage national plus long' },
    sort: 'Effacé ; un point de contrôle signé en garde l’empreinte',
    travail: 'journal.nuit',
  },
  {
    code: 'lots',
    libelle: 'Comptes rendus des actes groupés et mots de la nuit',
    donnees: 'Références des demandes, phrases adressées aux référents',
    personnes: 'Agents, titulaires de comptes',
    finalite: 'Annuler un acte groupé ; savoir ce que le portail a fait de lui-même',
    base: contrat,
    destinataires: 'L’agent qui a agi ; les référents de la caisse',
    duree: { nationale: '3 mois' },
    sort: 'Effacés',
    travail: 'conservation',
  },
  {
    code: 'recherches',
    libelle: 'Mots cherchés, limites de débit',
    donnees: 'Ce qui est tapé dans une recherche',
    personnes: 'Assurés nommés dans une recherche ; titulaires de comptes',
    finalite: 'Garder ces mots hors des adresses et des journaux techniques',
    base: obligation,
    destinataires: 'La personne qui cherche, elle seule',
    duree: { nationale: 'une demi-journée' },
    sort: 'Effacés',
    travail: 'menage',
  },
  {
    code: 'exports',
    libelle: 'Exports et PDF',
    donnees: 'Tableaux, accusés, attestations faits à la demande',
    personnes: 'Selon l’export',
    finalite: 'Remettre à qui y a droit ce qu’il voit déjà à l’écran',
    base: mission,
    destinataires: 'La personne qui les demande',
    duree: { nationale: 'jamais gardés par le portail' },
    sort: 'Faits à la demande ; seule leur trace est au journal',
    travail: 'aucun',
  },
]
