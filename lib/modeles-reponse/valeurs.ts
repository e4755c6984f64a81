import { nomPersonne } from '@/lib/demandes/libelles'
import type { Valeurs } from '@/lib/modeles-reponse/variables'
import { nomComplet } from '@/lib/socle/acteur'
import { dateSansAnnee } from '@/lib/socle/format'
import { jourDe } from '@/lib/socle/jour'
import { dateAParis } from '@/lib/socle/temps'

type Personne = { prenom: string; nom: string }

type DemandeDite = Parameters<typeof nomPersonne>[0] & {
  reference: string
  objet: string
  urgent: boolean
  variante: string | null
  deposeeLe: Date
  echeanceLe: Date | null
  auteur: Personne
  partenaire: { nom: string }
  caisse: { nom: string }
  motif: { pieces: { code: string; libelle: string; exigence: string; variantes: string[]; actif: boolean }[] }
  pieces: { code: string; sens: string; etat: string }[]
}

/** Words of a demande for the variables of a template. */
export function valeursDe(demande: DemandeDite, agent: Personne, maintenant: Date): Valeurs {
  const aujourdhui = dateAParis(maintenant)
  const echeance = jourDe(demande.echeanceLe)
  const manquantes = piecesManquantes(demande)
  return {
    reference: demande.reference,
    objet: demande.objet,
    personne: nomPersonne(demande),
    prenom_du_technicien: demande.auteur.prenom,
    partenaire: demande.partenaire.nom,
    caisse: demande.caisse.nom,
    agent: nomComplet(agent),
    date: dateSansAnnee(aujourdhui),
    date_depot: dateSansAnnee(dateAParis(demande.deposeeLe), aujourdhui),
    echeance: echeance && dateSansAnnee(echeance, aujourdhui),
    pieces_manquantes: manquantes.length > 0 ? manquantes.map((libelle) => `– ${libelle}`).join('\n') : null,
  }
}

/** Required pieces of the list of which no file has come in, those the person does not have included: the caisse may need them. */
function piecesManquantes({ motif, pieces, urgent, variante }: DemandeDite): string[] {
  const recues = pieces.filter(({ sens, etat }) => sens === 'entrante' && etat !== 'infectee' && etat !== 'refusee')
  return motif.pieces
    .filter(({ exigence, actif }) => actif && (exigence === 'requise' || (exigence === 'urgence' && urgent)))
    .filter(({ variantes }) => variantes.length === 0 || (variante !== null && variantes.includes(variante)))
    .filter(({ code }) => !recues.some((piece) => piece.code === code))
    .map(({ libelle }) => libelle)
}

/** An invented demande, for the preview of a template. */
export const valeursInventees: Valeurs = {
  reference: '26-004702',
  objet: 'C2S, première demande',
  personne: 'Éloïse Brisset',
  prenom_du_technicien: 'Maëlle',
  partenaire: 'CCAS de Vaucreux',
  caisse: 'CPAM de Val-Fleuri',
  agent: 'Félix Aubertin',
  date: '12\u00A0mars',
  date_depot: '13\u00A0février',
  echeance: '15\u00A0mars',
  pieces_manquantes: '– Avis d’imposition\n– Justificatif de domicile',
}
