import type { DureeReglable } from '@/lib/conservation/durees'

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

export const mission = 'Mission d’intérêt public de la caisse (RGPD, art. 6.1.e) ; convention de partenariat'
export const contrat = 'Exécution de la convention de partenariat (RGPD, art. 6.1.b et 6.1.e)'
export const obligation = 'Obligation légale de sécurité (RGPD, art. 6.1.c et 32)'
export const parties = 'Agents de la caisse qui traite ; techniciens de la structure qui a déposé'
