import type { Etat } from '@/lib/demandes/modele'

/** The same state, in the words of each side: a status says who must act. */
export const libelleEtatPartenaire: Record<Etat, string> = {
  transmise: 'Transmise',
  prise_en_charge: 'Prise en charge',
  attente_complement: 'Complément demandé',
  complement_recu: 'Prise en charge',
  traitee: 'Traitée',
  annulee: 'Annulée',
}

export const libelleEtatCaisse: Record<Etat, string> = {
  transmise: 'Transmise',
  prise_en_charge: 'Prise en charge',
  attente_complement: 'En attente du partenaire',
  complement_recu: 'Complément reçu',
  traitee: 'Traitée',
  annulee: 'Annulée par le partenaire',
}

export const libellesEtat = { partenaire: libelleEtatPartenaire, caisse: libelleEtatCaisse }

export const civiliteCourte: Record<string, string> = { madame: 'Mme', monsieur: 'M.' }

type Identite = { civilite: string | null; prenom: string | null; nomNaissance: string | null; nomUsage: string | null }

/** «Éloïse Brisset» ; null for a demande about the partnership. */
export function nomPersonne(personne: Identite): string | null {
  return personne.nomNaissance && `${personne.prenom} ${personne.nomNaissance}`
}

/** «Mme Éloïse Brisset, nom d’usage Marchand». */
export function identiteComplete(personne: Identite): string | null {
  const nom = nomPersonne(personne)
  if (!nom) return null
  const civilite = civiliteCourte[personne.civilite ?? ''] ?? ''
  const usage = personne.nomUsage ? `, nom d’usage ${personne.nomUsage}` : ''
  return `${civilite} ${nom}${usage}`.trim()
}
