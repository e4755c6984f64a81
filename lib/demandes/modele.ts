/** Words of the domain, shared by rules, screens and tests. */
export const services = ['dossier', 'signalement', 'rendez_vous', 'document', 'contact'] as const
export type Service = (typeof services)[number]

export function estService(texte: string): texte is Service {
  return (services as readonly string[]).includes(texte)
}

export const etats = [
  'transmise',
  'prise_en_charge',
  'attente_complement',
  'complement_recu',
  'traitee',
  'annulee',
] as const
export type Etat = (typeof etats)[number]

export const etatsOuverts: readonly Etat[] = ['transmise', 'prise_en_charge', 'attente_complement', 'complement_recu']

export type Prestation = 'puma' | 'c2s' | 'ame' | 'aide_financiere' | 'autre'

/** Steps of a filing, in their order; a motif about the partnership has no `personne`. */
export const etapes = ['motif', 'personne', 'besoin', 'pieces', 'verifier'] as const
export type Etape = (typeof etapes)[number]

export function estEtape(texte: string): texte is Etape {
  return (etapes as readonly string[]).includes(texte)
}
