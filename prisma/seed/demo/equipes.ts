import type { Role } from '@/lib/socle/acteur'
import type { NomCaisse } from './caisses'
import type { CleStructure } from './partenaires'

/** An invented person and what is particular to the account. */
export type Fiche = {
  civilite: 'madame' | 'monsieur'
  prenom: string
  nom: string
  fonction: string
  /** Shown in the list of demo accounts. */
  remarque?: string
  identifiant?: string
  courriel?: string
  etat?: 'attente_activation' | 'inactif'
  sansCgu?: boolean
  /** Age of the password, in days. */
  motDePasse?: number
}

export const madame = (prenom: string, nom: string, fonction: string, autres: Partial<Fiche> = {}): Fiche => ({
  civilite: 'madame',
  prenom,
  nom,
  fonction,
  ...autres,
})
const monsieur = (prenom: string, nom: string, fonction: string, autres: Partial<Fiche> = {}): Fiche => ({
  ...madame(prenom, nom, fonction, autres),
  civilite: 'monsieur',
})

/** The first agent of a caisse is the one of the list of demo accounts. */
export const agentsDeDemo: Record<NomCaisse, { sigle: string; fiches: (Fiche & { roles: Role[] })[] }> = {
  deuxVallees: {
    sigle: 'deuxvallees',
    fiches: [
      { ...monsieur('Félix', 'Aubertin', 'Agent partenariats'), roles: ['agent'] },
      { ...madame('Inès', 'Haddad-Crouzet', 'Agente partenariats'), roles: ['agent'] },
      { ...monsieur('Thibaud', 'Vannier', 'Agent partenariats'), roles: ['agent'] },
      { ...madame('Hélène', 'Desrosiers-Paquin', 'Référente partenariats'), roles: ['referent'] },
      { ...monsieur('Ambroise', 'Kergoat', 'Délégué à la protection des données'), roles: ['dpo'] },
    ],
  },
  hautMorvelle: {
    sigle: 'hautmorvelle',
    fiches: [
      { ...madame('Capucine', 'Roussignol', 'Agente partenariats'), roles: ['agent'] },
      { ...monsieur('Malik', 'Ferhat-Dumas', 'Référent et DPO'), roles: ['referent', 'dpo'] },
    ],
  },
  basseMorvelle: {
    sigle: 'bassemorvelle',
    fiches: [
      { ...madame('Odile', 'Tranchet', 'Agente et référente'), roles: ['agent', 'referent'] },
      { ...monsieur('Yann', 'Guivarc’h', 'Délégué à la protection des données'), roles: ['dpo'] },
    ],
  },
  azelle: {
    sigle: 'azelle',
    fiches: [
      { ...monsieur('Bastien', 'Cavaillès', 'Agent partenariats'), roles: ['agent'] },
      { ...madame('Salomé', 'Attal-Brun', 'Agente partenariats'), roles: ['agent'] },
      { ...madame('Nour', 'Belkacemi', 'Référente et DPO'), roles: ['referent', 'dpo'] },
    ],
  },
  troisCanaux: {
    sigle: 'troiscanaux',
    fiches: [
      { ...monsieur('Wandrille', 'Delannoy', 'Agent partenariats'), roles: ['agent'] },
      { ...madame('Perrine', 'Vandenbrouck', 'Agente partenariats'), roles: ['agent'] },
      { ...madame('Astrid', 'Lemahieu', 'Référente partenariats'), roles: ['referent'] },
      { ...monsieur('Octave', 'Quesnoy', 'Délégué à la protection des données'), roles: ['dpo'] },
    ],
  },
}

const social = 'Assistante sociale'
const responsable = 'Responsable de service'

/** The gestionnaire first: it is said to have created the techniciens. */
export const equipesDeDemo: Record<CleStructure, { gestionnaire: Fiche; techniciens: Fiche[] }> = {
  vaucreux: {
    gestionnaire: monsieur('Jean-Noël', 'Thiébaut-Roche', responsable),
    techniciens: [
      madame('Maëlle', 'Le Gall-Fournier', 'Conseillère sociale'),
      monsieur('Idriss', 'Benaïssa', 'Conseiller social'),
      madame('Anne-Sophie', 'Kerbrat', social),
      madame('Clotilde', 'Ximénès-Roy', 'Bénévole', {
        etat: 'attente_activation',
        remarque: 'à activer par le lien du courriel',
      }),
      madame('Ramatoulaye', 'Dabadie-Sow', social, { etat: 'inactif' }),
    ],
  },
  morvelle: {
    gestionnaire: madame('Camille', 'Oury-Lambert', responsable, {
      courriel: 'c.oury@cias-morvelle.example',
      remarque: 'même adresse que morvelle-coury',
      identifiant: 'morvelle-coury-gestion',
    }),
    techniciens: [
      madame('Camille', 'Oury-Lambert', responsable, {
        courriel: 'c.oury@cias-morvelle.example',
        remarque: 'deux caisses ; aussi gestionnaire, par un second compte',
      }),
      monsieur('Gwenaël', 'Pennec', 'Conseiller social'),
    ],
  },
  saintAubrac: {
    gestionnaire: madame('Solange', 'Aubry-Delmas', 'Directrice'),
    techniciens: [
      monsieur('Étienne', 'Larrieu', 'Conseiller social', { remarque: 'deux caisses, dont une se ferme bientôt' }),
    ],
  },
  ostrevalleNord: {
    gestionnaire: monsieur('Hugues', 'Castelain', responsable),
    techniciens: [madame('Delphine', 'Mazurier', social), monsieur('Sofiane', 'Rahmani', 'Éducateur spécialisé')],
  },
  ostrevalleSud: {
    gestionnaire: madame('Brigitte', 'Noël-Ancel', responsable),
    techniciens: [madame('Lucie', 'Esterhazy', social)],
  },
  ostrevalleLittoral: {
    gestionnaire: monsieur('Corentin', 'Le Dantec', responsable),
    techniciens: [madame('Ghislaine', 'Potier', social, { remarque: 'sa structure n’est pas encore ouverte' })],
  },
  yssoire: {
    gestionnaire: madame('Véronique', 'Chabert', 'Cheffe de service'),
    techniciens: [
      monsieur('Aimé', 'Fontanarosa', 'Mandataire judiciaire', { remarque: 'reçoit des documents dans le portail' }),
    ],
  },
  leSeuil: {
    gestionnaire: monsieur('Paul-Henri', 'Tessandier', 'Directeur'),
    techniciens: [madame('Amina', 'Ziani', 'Travailleuse sociale')],
  },
  brevalle: {
    gestionnaire: madame('Marie-Laure', 'Escoffier', 'Cadre socio-éducative'),
    techniciens: [madame('Joséphine', 'Andrieux', social, { sansCgu: true, remarque: 'CGU à accepter' })],
  },
  arbelle: {
    gestionnaire: monsieur('Dominique', 'Faure-Ribot', 'Chef de service'),
    techniciens: [
      madame('Océane', 'Bellegarde', 'Éducatrice', { motDePasse: 400, remarque: 'mot de passe à changer' }),
    ],
  },
  udccas: {
    gestionnaire: madame('Thérèse', 'Lecœur', 'Présidente', { sansCgu: true, remarque: 'CGU à accepter' }),
    techniciens: [monsieur('Maxence', 'Hérault', 'Coordinateur')],
  },
  tilleuls: {
    gestionnaire: madame('Fabienne', 'Wattrelos', 'Cheffe de service'),
    techniciens: [monsieur('Rachid', 'Amrani', 'Éducateur spécialisé'), madame('Églantine', 'Dhondt', social)],
  },
  passerelles: {
    gestionnaire: monsieur('Luc', 'Vercauteren', 'Président', { etat: 'inactif' }),
    techniciens: [madame('Mireille', 'Saint-Omer', 'Bénévole', { etat: 'inactif' })],
  },
  lormoy: {
    gestionnaire: madame('Régine', 'Cordonnier', 'Directrice'),
    techniciens: [
      monsieur('Ghyslain', 'Hocquet', 'Agent d’accueil', { remarque: 'partenaire suspendu par la caisse' }),
    ],
  },
}
