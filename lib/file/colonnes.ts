/** Columns of the queue that an agent may put aside, in their order; the deadline, the motif and the person always show. */
export const colonnesChoisies = ['partenaire', 'suivi', 'statut', 'reference', 'recue'] as const

export type Colonne = (typeof colonnesChoisies)[number]

export const libelleColonne: Record<Colonne, string> = {
  partenaire: 'Partenaire',
  suivi: 'Suivi par',
  statut: 'Statut',
  reference: 'Référence',
  recue: 'Reçue',
}
