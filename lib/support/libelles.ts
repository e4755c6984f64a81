import { pageEnMots } from '@/lib/journal/pages'
import type { EtatSupport, Gene, SuiteSupport } from '@/lib/support/modele'

export const libellesGene: Record<Gene, string> = {
  gene: 'Cela me gêne, mais je peux continuer',
  bloque: 'Cela me bloque',
  bloque_plusieurs: 'Cela bloque plusieurs personnes',
}

export const libellesGeneCourts: Record<Gene, string> = {
  gene: 'Gêne',
  bloque: 'Bloque',
  bloque_plusieurs: 'Bloque plusieurs personnes',
}

export const libellesEtatSupport: Record<EtatSupport, string> = {
  nouveau: 'Nouveau',
  en_cours: 'En cours',
  transmis: 'À l’appui national',
  resolu: 'Résolu',
}

export const libellesSuite: Record<SuiteSupport, string> = {
  repondre: 'Répondre seulement',
  prendre: 'Je m’en occupe',
  resoudre: 'C’est résolu',
  transmettre: 'Transmettre à l’appui national',
  rendre: 'Rendre à la caisse',
}

/** The page it was met on, in words. */
export const pageDuTicket = (page: string | null): string => (page && pageEnMots(page)) || 'Page non connue'

/** Enough of its id to speak of it on the telephone. */
export const referenceTicket = (id: string): string => `S-${id.slice(-8).toUpperCase()}`
