/** Kinds of documents a convention keeps. */
export const typesDocument = {
  convention: 'Convention',
  convention_utilisation: 'Convention d’utilisation du portail',
  annexe: 'Annexe',
  avenant: 'Avenant',
  courrier: 'Courrier',
} as const

export type TypeDocument = keyof typeof typesDocument
