import type { NomCaisse } from './caisses'

type Part = {
  caisse: NomCaisse
  etat?: string
  /** Days before today; negative: to come. */
  fin?: number
  motifFin?: string
  habilite?: boolean
  miseEnDemeure?: { le: number; echeance: number }
  suspendue?: { depuis: number; motif: string }
}

type StructureDeDemo = { cle: string; nom?: string; nombreMembres?: number; ouverture?: number }

export type PartenaireDeDemo = {
  nom: string
  type: string
  ville: string
  domaine: string
  membres: number
  /** Prefix of the identifiants. */
  sigle: string
  /** Effect of the convention, in days before today. */
  effet?: number
  /** Or: the months it will have lasted on an anniversary that falls in so many days. */
  anniversaire?: { dans: number; mois: number }
  /** 12 months, and tacit renewal unless it is over, otherwise. */
  dureeMois?: number
  sansReconduction?: boolean
  parts: Part[]
  structures: StructureDeDemo[]
  signataire?: string
}

/** A dozen invented partenaires, each showing one thing that a convention or a structure can be. */
export const partenairesDeDemo = [
  {
    nom: 'CCAS de Vaucreux',
    type: 'ccas',
    ville: 'Vaucreux',
    domaine: 'ccas-vaucreux.example',
    membres: 19,
    sigle: 'vaucreux',
    parts: [{ caisse: 'deuxVallees' }],
    structures: [{ cle: 'vaucreux' }],
  },
  {
    // One agreement with two caisses.
    nom: 'CIAS du Pays de Morvelle',
    type: 'cias',
    ville: 'Morvelle-la-Haute',
    domaine: 'cias-morvelle.example',
    membres: 31,
    sigle: 'morvelle',
    parts: [{ caisse: 'hautMorvelle' }, { caisse: 'basseMorvelle' }],
    structures: [{ cle: 'morvelle' }],
  },
  {
    // One of its two caisses has given notice: its access there closes in some days.
    nom: 'CCAS de Saint-Aubrac',
    type: 'ccas',
    ville: 'Saint-Aubrac',
    domaine: 'saint-aubrac.example',
    membres: 7,
    sigle: 'saintaubrac',
    anniversaire: { dans: 20, mois: 24 },
    parts: [
      { caisse: 'deuxVallees' },
      { caisse: 'hautMorvelle', etat: 'denoncee', fin: -19, motifFin: 'Réorganisation du territoire.' },
    ],
    structures: [{ cle: 'saintAubrac' }],
  },
  {
    // Split into territorial units that open one after the other.
    nom: 'Département de l’Ostrevalle',
    type: 'departement',
    ville: 'Ostreville',
    domaine: 'ostrevalle.example',
    membres: 140,
    sigle: 'ostrevalle',
    effet: 400,
    parts: [{ caisse: 'deuxVallees' }],
    structures: [
      { cle: 'ostrevalleNord', nom: 'Maison des solidarités Nord', nombreMembres: 42, ouverture: 340 },
      { cle: 'ostrevalleSud', nom: 'Maison des solidarités Sud', nombreMembres: 24, ouverture: 120 },
      { cle: 'ostrevalleLittoral', nom: 'Maison des solidarités du Littoral', nombreMembres: 18, ouverture: -45 },
    ],
  },
  {
    // Habilité: it receives documents in the portal.
    nom: 'Tutélaire du Val-d’Yssoire',
    type: 'organisme_tutelaire',
    ville: 'Yssoire-le-Bourg',
    domaine: 'tutelaire-yssoire.example',
    membres: 26,
    sigle: 'yssoire',
    parts: [{ caisse: 'deuxVallees', habilite: true }],
    structures: [{ cle: 'yssoire' }],
  },
  {
    // Under a mise en demeure that can still be cured.
    nom: 'Association Le Seuil',
    type: 'association',
    ville: 'Azelle',
    domaine: 'leseuil.example',
    membres: 12,
    sigle: 'leseuil',
    parts: [
      {
        caisse: 'azelle',
        etat: 'mise_en_demeure',
        motifFin: 'Revue des habilitations non signée.',
        miseEnDemeure: { le: 6, echeance: -9 },
      },
    ],
    structures: [{ cle: 'leSeuil' }],
    signataire: 'Caisse régionale de retraite du Pays d’Azelle',
  },
  {
    nom: 'Centre hospitalier de Brévalle',
    type: 'etablissement_sante',
    ville: 'Brévalle',
    domaine: 'ch-brevalle.example',
    membres: 9,
    // Not renewed by itself: it ends in some weeks, and the next one is to be signed.
    sigle: 'brevalle',
    anniversaire: { dans: 42, mois: 24 },
    dureeMois: 24,
    sansReconduction: true,
    parts: [{ caisse: 'azelle', fin: -41 }],
    structures: [{ cle: 'brevalle' }],
    signataire: 'Caisse régionale de retraite du Pays d’Azelle',
  },
  {
    nom: 'Maison de l’enfance d’Arbelle',
    type: 'ase',
    ville: 'Arbelle',
    domaine: 'enfance-arbelle.example',
    membres: 15,
    sigle: 'arbelle',
    parts: [{ caisse: 'azelle', habilite: true }],
    structures: [{ cle: 'arbelle' }],
    signataire: 'Caisse régionale de retraite du Pays d’Azelle',
  },
  {
    nom: 'UDCCAS de la Morvelle',
    type: 'udccas',
    ville: 'Morvelle-sur-Grève',
    domaine: 'udccas-morvelle.example',
    membres: 5,
    // Under a mise en demeure whose cure period has passed: the référent has to decide.
    sigle: 'udccas',
    parts: [
      {
        caisse: 'basseMorvelle',
        etat: 'mise_en_demeure',
        motifFin: 'Départs non signalés\u00a0: deux comptes de personnes qui ne travaillent plus à l’UDCCAS.',
        miseEnDemeure: { le: 25, echeance: 10 },
      },
    ],
    structures: [{ cle: 'udccas' }],
  },
  {
    nom: 'CHRS Les Tilleuls',
    type: 'association',
    ville: 'Roncelieu',
    domaine: 'lestilleuls.example',
    membres: 22,
    sigle: 'tilleuls',
    parts: [{ caisse: 'troisCanaux' }],
    structures: [{ cle: 'tilleuls' }],
  },
  {
    // Its convention has ended: its accounts are closed, the caisse still reads its demandes.
    nom: 'Association Passerelles',
    type: 'association',
    ville: 'Roncelieu',
    domaine: 'passerelles.example',
    membres: 6,
    sigle: 'passerelles',
    effet: 795,
    dureeMois: 24,
    parts: [{ caisse: 'troisCanaux', etat: 'echue', fin: 65, motifFin: 'Non renouvelée à l’échéance.' }],
    structures: [{ cle: 'passerelles' }],
  },
  {
    // Suspended by the caisse: the accounts open no caisse.
    nom: 'CCAS de Lormoy-sur-Yse',
    type: 'ccas',
    ville: 'Lormoy-sur-Yse',
    domaine: 'ccas-lormoy.example',
    membres: 4,
    sigle: 'lormoy',
    parts: [
      { caisse: 'troisCanaux', suspendue: { depuis: 12, motif: 'Un même compte servait à plusieurs personnes.' } },
    ],
    structures: [{ cle: 'lormoy' }],
  },
] as const satisfies PartenaireDeDemo[]

export type CleStructure = (typeof partenairesDeDemo)[number]['structures'][number]['cle']
