import type { Agir } from '@/components/traitement/adresses'

const prefixes: Record<Agir, string> = {
  repondre: '',
  clore: 'Répondre et clore, ',
  complement: 'Demander un complément, ',
  complet: 'Dossier complet, ',
  attribuer: 'Attribuer, ',
  urgence: 'Changer l’urgence, ',
  motif: 'Corriger le motif, ',
  transferer: 'Transférer, ',
  orienter: 'Clore avec une orientation, ',
  lier: 'Lier, ',
  procedure: 'Procédure ordinaire possible, ',
  poster: 'Document envoyé par courrier, ',
  proposer: 'Proposer des créneaux, ',
  fixer: 'Fixer le rendez-vous, ',
  annuler_rendez_vous: 'Annuler le rendez-vous, ',
}

/** Title of the page: the reference, never the name of a person, since titles stay in the history of the browser. */
export function titreDemande(reference: string, agir: Agir): string {
  return `${prefixes[agir]}${agir === 'repondre' ? 'Demande' : 'demande'} ${reference}`
}
