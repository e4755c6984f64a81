export const codesTypePartenaire = [
  'ccas',
  'cias',
  'udccas',
  'departement',
  'collectivite',
  'association',
  'etablissement_sante',
  'organisme_tutelaire',
  'ase',
  'depositaire',
  'autre',
] as const

type TypePartenaire = (typeof codesTypePartenaire)[number]

const types: Record<TypePartenaire, string> = {
  ccas: 'CCAS',
  cias: 'CIAS',
  udccas: 'UDCCAS',
  departement: 'Conseil départemental',
  collectivite: 'Autre collectivité',
  association: 'Association',
  etablissement_sante: 'Établissement de santé',
  organisme_tutelaire: 'Organisme tutélaire',
  ase: 'Gestionnaire de l’ASE',
  depositaire: 'Organisme dépositaire',
  autre: 'Autre organisme',
}

export const libelleType = (type: string): string => types[type as TypePartenaire] ?? type

export const optionsType = codesTypePartenaire.map((valeur) => ({ valeur, libelle: types[valeur] }))

export const libellesContact = {
  referent: 'Référent de la convention',
  dpo: 'Délégué à la protection des données',
} as const
