/** A piece of the list of a motif. `exigence`: `urgence` is required when the dossier is marked urgent. */
export type PieceNationale = {
  code: string
  libelle: string
  aide?: string
  exigence: 'requise' | 'suggeree' | 'urgence'
  /** Only for these variantes of the motif. */
  variantes?: string[]
}

type Piece = Pick<PieceNationale, 'code' | 'libelle' | 'aide'>

const pieces = {
  identite: {
    code: 'identite',
    libelle: 'Pièce d’identité',
    aide: 'Carte d’identité recto et verso, passeport ou titre de séjour. Un titre expiré est accepté.',
  },
  identiteAme: {
    code: 'identite',
    libelle: 'Document d’identité',
    aide: 'Passeport, carte d’identité, acte de naissance, ou tout document qui dit qui est la personne.',
  },
  avisImposition: {
    code: 'avis_imposition',
    libelle: 'Dernier avis d’imposition',
    aide: 'Toutes les pages. À défaut, l’avis de situation déclarative.',
  },
  ressources: {
    code: 'ressources',
    libelle: 'Ressources des 12 derniers mois',
    aide: 'Bulletins de salaire, attestations de paiement de la Caf ou de France Travail, pensions… de tout le foyer.',
  },
  rib: { code: 'rib', libelle: 'RIB', aide: 'Au nom de la personne.' },
  domicile: {
    code: 'justificatif_domicile',
    libelle: 'Justificatif de domicile',
    aide: 'Facture ou quittance de moins de 3 mois, ou attestation d’élection de domicile.',
  },
  hebergement: {
    code: 'attestation_hebergement',
    libelle: 'Attestation d’hébergement',
    aide: 'Si la personne est hébergée : signée par l’hébergeur, avec sa pièce d’identité.',
  },
  residence: {
    code: 'justificatif_residence',
    libelle: 'Justificatif de résidence en France depuis plus de 3 mois',
    aide: 'Quittances, factures, certificat de scolarité, attestation d’un organisme…',
  },
  presence: {
    code: 'justificatif_presence',
    libelle: 'Justificatif de présence en France depuis plus de 3 mois',
    aide: 'Tampon d’entrée, facture d’hôtel, attestation d’une association ou d’un professionnel…',
  },
  naissance: {
    code: 'acte_naissance',
    libelle: 'Acte de naissance',
    aide: 'Copie intégrale, ou extrait avec la filiation. Utile pour une première immatriculation.',
  },
  photo: { code: 'photo', libelle: 'Photo d’identité', aide: 'Récente, de face, sur fond clair.' },
  urgence: {
    code: 'justificatif_urgence',
    libelle: 'Justificatif de l’urgence',
    aide: 'Certificat, bulletin d’hospitalisation, prescription ou attestation de besoin de soins.',
  },
  charges: { code: 'charges', libelle: 'Charges du foyer', aide: 'Loyer, énergie, assurances, crédits.' },
  devis: { code: 'devis', libelle: 'Devis ou facture', aide: 'De la dépense pour laquelle une aide est demandée.' },
  jugement: {
    code: 'jugement',
    libelle: 'Jugement de la mesure de protection',
    aide: 'Ou l’ordonnance. Toutes les pages.',
  },
  medecin: { code: 'medecin_traitant', libelle: 'Déclaration de choix du médecin traitant', aide: 'Signée des deux.' },
  plainte: { code: 'plainte', libelle: 'Récépissé du dépôt de plainte', aide: 'Si la carte a été volée.' },
  courriers: {
    code: 'courriers',
    libelle: 'Courriers déjà reçus',
    aide: 'Notifications, relances ou refus : ils font gagner du temps à la caisse.',
  },
} satisfies Record<string, Piece>

export type NomPiece = keyof typeof pieces

const avec =
  (exigence: PieceNationale['exigence']) =>
  (nom: NomPiece, variantes?: string[]): PieceNationale => ({ ...pieces[nom], exigence, variantes })

export const requise = avec('requise')
export const suggeree = avec('suggeree')
export const siUrgent = avec('urgence')
