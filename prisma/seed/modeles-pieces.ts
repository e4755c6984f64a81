import type { Hasard } from './fabriques/hasard'

export type ContenuPiece = {
  emetteur: string
  titre: string
  faits: [string, string][]
  texte: string
}

type Modele = { fichier: string; ecrire(hasard: Hasard, nom: string): ContenuPiece }

const euros = (montant: number) => `${montant.toLocaleString('fr-FR').replace(/\s/g, '\u00A0')}\u00A0€`
const adresse = (h: Hasard) =>
  `${h.entier(2, 98)} ${h.choisir(['rue des Tilleuls', 'avenue du Port', 'allée des Saules'])}`
const jour = (h: Hasard) => `${h.entier(2, 28)} ${h.choisir(['janvier', 'février', 'mars', 'avril', 'mai'])} 2026`

/** By code of the national catalogue. Every name, number and body is invented, and each page says so. */
export const modelesPieces: Record<string, Modele> = {
  identite: {
    fichier: 'carte-identite',
    ecrire: (h, nom) => ({
      emetteur: 'République imaginaire',
      titre: 'Carte d’identité',
      faits: [
        ['Nom et prénom', nom],
        ['Née ou né le', `${h.entier(1, 28)}.${h.entier(10, 12)}.${h.entier(1950, 2004)}`],
        ['À', h.choisir(['Vaucreux', 'Port-Aubel', 'Saint-Ermel'])],
        ['Numéro', `SPEC${h.chiffres(6)}`],
        ['Expire le', `${h.entier(1, 28)}.${h.entier(10, 12)}.${h.entier(2027, 2034)}`],
      ],
      texte: 'Document de démonstration, sans aucune valeur.',
    }),
  },
  avis_imposition: {
    fichier: 'avis-imposition-2025',
    ecrire: (h, nom) => {
      const revenu = h.entier(6_000, 14_000)
      return {
        emetteur: 'Centre des finances de Vaucreux',
        titre: 'Avis d’impôt 2025 sur les revenus 2024',
        faits: [
          ['Déclarant', nom],
          ['Adresse au 1er janvier', `${adresse(h)}, 76000 Vaucreux`],
          ['Salaires et assimilés', euros(Math.round(revenu / 0.9))],
          ['Déduction de 10\u00A0%', euros(Math.round(revenu / 9))],
          ['Revenu fiscal de référence', euros(revenu)],
          ['Nombre de parts', h.choisir(['1', '1,5', '2', '2,5'])],
          ['Montant à payer', euros(0)],
        ],
        texte: 'Vous n’êtes pas imposable. Gardez cet avis\u00A0: il vous sera demandé pour vos démarches.',
      }
    },
  },
  ressources: {
    fichier: 'bulletin-de-salaire',
    ecrire: (h, nom) => {
      const brut = h.entier(650, 1700)
      return {
        emetteur: h.choisir(['Entretien Vallée Services', 'Cantine des Saules', 'Association Le Relais']),
        titre: `Bulletin de salaire, ${h.choisir(['décembre 2025', 'janvier 2026', 'février 2026'])}`,
        faits: [
          ['Salariée ou salarié', nom],
          ['Emploi', h.choisir(['Agent d’entretien', 'Aide de cuisine', 'Auxiliaire de vie'])],
          ['Heures', `${h.entier(60, 151)}`],
          ['Salaire brut', euros(brut)],
          ['Cotisations', euros(Math.round(brut * 0.22))],
          ['Net à payer', euros(Math.round(brut * 0.78))],
        ],
        texte: 'À garder sans limite de durée.',
      }
    },
  },
  rib: {
    fichier: 'rib',
    ecrire: (h, nom) => ({
      emetteur: 'Banque des Deux-Rives (fictive)',
      titre: 'Relevé d’identité bancaire',
      faits: [
        ['Titulaire', nom],
        // Its check digits are those of no account.
        ['IBAN', `FR00 0000 0000 00${h.chiffres(2)} ${h.chiffres(4)} ${h.chiffres(4)} 000`],
        ['BIC', 'SPECFRPPXXX'],
        ['Agence', `Vaucreux, ${adresse(h)}`],
      ],
      texte: 'Compte qui n’existe pas\u00A0: document de démonstration.',
    }),
  },
  justificatif_domicile: {
    fichier: 'facture-electricite',
    ecrire: (h, nom) => ({
      emetteur: 'Énergie du Littoral (fictive)',
      titre: 'Facture d’électricité',
      faits: [
        ['Titulaire du contrat', nom],
        ['Lieu de consommation', `${adresse(h)}, 76000 Vaucreux`],
        ['Période', 'du 1er janvier au 28 février 2026'],
        ['Consommation', `${h.entier(180, 900)}\u00A0kWh`],
        ['Montant', euros(h.entier(48, 210))],
      ],
      texte: `Facture établie le ${jour(h)}.`,
    }),
  },
  attestation_hebergement: {
    fichier: 'attestation-hebergement',
    ecrire: (h, nom) => ({
      emetteur: 'Écrite par la personne qui héberge',
      titre: 'Attestation d’hébergement',
      faits: [
        ['Personne hébergée', nom],
        ['Hébergée par', h.choisir(['Mme Solène Exemple', 'M. Idriss Modèle', 'Mme Ayşe Modèle'])],
        ['À', `${adresse(h)}, 76000 Vaucreux`],
        ['Depuis le', jour(h)],
      ],
      texte:
        'J’atteste sur l’honneur héberger cette personne à mon domicile. Fait pour servir et valoir ce que de droit.',
    }),
  },
  justificatif_urgence: {
    fichier: 'attestation-besoin-de-soins',
    ecrire: (h, nom) => ({
      emetteur: 'Centre de soins du Port (fictif)',
      titre: 'Attestation de besoin de soins',
      faits: [
        ['Concerne', nom],
        ['Établie le', jour(h)],
        ['Par', h.choisir(['Dr A. Modèle', 'Dr P. Exemple'])],
      ],
      texte: 'Des soins sont nécessaires sans attendre. L’ouverture des droits est demandée en urgence.',
    }),
  },
  convention: {
    fichier: 'convention',
    ecrire: (_h, nom) => ({
      emetteur: 'Convention de partenariat',
      titre: 'Accès aux droits et aux soins',
      faits: [
        ['Entre', nom],
        ['Et', 'les caisses signataires'],
        ['Durée', '1\u00A0an, par tacite reconduction'],
        ['Préavis', '3\u00A0mois'],
      ],
      texte: 'Document de démonstration, sans aucune valeur.',
    }),
  },
  bibliotheque: {
    fichier: 'document',
    ecrire: (h, nom) => ({
      emetteur: 'Espace Partenaires (fictif)',
      titre: nom,
      faits: [['Référence', `DOC-${h.chiffres(4)}`]],
      texte: 'Document de démonstration, à la place de celui que la caisse met à disposition.',
    }),
  },
  autre: {
    fichier: 'document',
    ecrire: (h, nom) => ({
      emetteur: h.choisir(['Mairie de Vaucreux (fictive)', 'Association Le Relais (fictive)']),
      titre: 'Attestation',
      faits: [
        ['Concerne', nom],
        ['Référence', `SPEC-${h.chiffres(5)}`],
        ['Établie le', jour(h)],
      ],
      texte: 'Attestation délivrée à la demande de la personne, pour ses démarches.',
    }),
  },
}

/** Other names of the same documents, and those that an ordinary attestation stands for. */
export const memePiece: Record<string, { modele: string; titre?: string; fichier?: string }> = {
  impots: { modele: 'avis_imposition' },
  domicile: { modele: 'justificatif_domicile' },
  hebergement: { modele: 'attestation_hebergement' },
  certificat_medical: { modele: 'justificatif_urgence' },
  avenant: { modele: 'convention', titre: 'Avenant', fichier: 'avenant' },
  photo: { modele: 'identite', titre: 'Photo d’identité', fichier: 'photo-identite' },
  justificatif_residence: { modele: 'justificatif_domicile', titre: 'Quittance de loyer', fichier: 'quittance-loyer' },
  justificatif_presence: { modele: 'autre', titre: 'Attestation de présence', fichier: 'attestation-presence' },
  acte_naissance: { modele: 'autre', titre: 'Acte de naissance (extrait)', fichier: 'acte-naissance' },
  charges: { modele: 'justificatif_domicile', titre: 'Charges du foyer', fichier: 'charges' },
  devis: { modele: 'autre', titre: 'Devis', fichier: 'devis' },
  jugement: { modele: 'autre', titre: 'Jugement de mesure de protection', fichier: 'jugement' },
  medecin_traitant: { modele: 'autre', titre: 'Choix du médecin traitant', fichier: 'medecin-traitant' },
  plainte: { modele: 'autre', titre: 'Récépissé de dépôt de plainte', fichier: 'recepisse-plainte' },
  courriers: { modele: 'autre', titre: 'Courrier déjà reçu', fichier: 'courrier' },
}
