import type { Agir } from '@/components/traitement/adresses'

const prefixes: Record<Agir, string> = {
  repondre: '',
  clore: 'Répondre et clore, ',
  complement: 'Demander un complément, ',
  complet: 'Dossier complet, ',
  attribuer: 'Attribuer, ',
  poster: 'Document envoyé par courrier, ',
}

/** Title of the page: the reference, never the name of a person, since titles stay in the history of the browser. */
export function titreDemande(reference: string, agir: Agir): string {
  return `${prefixes[agir]}${agir === 'repondre' ? 'Demande' : 'demande'} ${reference}`
}
