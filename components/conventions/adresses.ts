import type { Acte } from '@/lib/conventions/regles'

/** Last part of the address of each act. */
export const cheminsActe = {
  modifier: 'modifier',
  signer: 'signer',
  abandonner: 'abandonner',
  denoncer: 'denoncer',
  retirer: 'retirer-la-denonciation',
  mettre_en_demeure: 'mettre-en-demeure',
  lever: 'lever-la-mise-en-demeure',
  resilier: 'resilier',
  avenant: 'avenant',
  document: 'document',
  habilitation: 'habilitation',
} satisfies Partial<Record<Acte, string>>

export type ActeAvecPage = keyof typeof cheminsActe

export const libellesActe: Record<ActeAvecPage, string> = {
  signer: 'Enregistrer les signatures',
  modifier: 'Modifier le projet',
  denoncer: 'Enregistrer une dénonciation',
  retirer: 'Retirer la dénonciation',
  mettre_en_demeure: 'Mettre en demeure',
  lever: 'Lever la mise en demeure',
  resilier: 'Résilier la convention',
  avenant: 'Ajouter un avenant',
  document: 'Ajouter un document',
  habilitation: 'Remise de documents dans le portail',
  abandonner: 'Abandonner ce brouillon',
}

export const acteDuChemin = (chemin: string): ActeAvecPage | null =>
  (Object.keys(cheminsActe) as ActeAvecPage[]).find((acte) => cheminsActe[acte] === chemin) ?? null

export const adresseConvention = (id: string) => `/caisse/conventions/${id}`

export const adresseActe = (id: string, acte: ActeAvecPage) => `${adresseConvention(id)}/${cheminsActe[acte]}`
