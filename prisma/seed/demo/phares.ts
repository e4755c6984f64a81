import type { Personne } from '@/lib/demandes/schema'
import type { Compte } from '@/lib/socle/prisma/client'
import { ajouterJours, dateAParis, debutDuJour } from '@/lib/socle/temps'
import type { Atelier } from '../fabriques/atelier'
import { formerDepot, type ValeursDepot } from '../fabriques/demande'
import { Recit } from '../fabriques/recit'
import type { Comptes } from './comptes'
import { cadreDe, type DemandeContee } from './demandes'
import type { Numeros } from './numeros'
import type { Structures } from './structures'

const personne = (
  civilite: Personne['civilite'],
  prenom: string,
  nomNaissance: string,
  dateNaissance: string,
  nomUsage = '',
): Personne => ({ civilite, prenom, nomNaissance, nomUsage, dateNaissance, departement: '14' })

const brisset = personne('madame', 'Éloïse', 'Brisset', '1987-07-14', 'Marchand')

/** The demandes told by hand, between the CCAS de Vaucreux and its caisse: those that a visit should meet first. */
export function conterPhares(
  { maintenant, hasard: racine }: Atelier,
  structures: Structures,
  comptes: Comptes,
  numeros: Numeros,
): DemandeContee[] {
  const hasard = racine.branche('phares')
  const structure = structures.vaucreux
  const [part] = structure.parts
  const [maelle, idriss, anneSophie] = comptes.techniciens.vaucreux
  const [felix, ines, thibaud] = comptes.agents.deuxVallees
  if (!part || !maelle || !idriss || !anneSophie || !felix || !ines || !thibaud) throw new Error('Il manque un compte.')
  const le = (joursAvant: number, heures: number, minutes = 0) =>
    new Date(
      debutDuJour(ajouterJours(dateAParis(maintenant), -joursAvant)).getTime() + (heures * 60 + minutes) * 60_000,
    )
  const contees: { recit: Recit; depot: DemandeContee['depot']; auteur: Compte }[] = []
  const deposer = (auteur: Compte, valeurs: Omit<ValeursDepot, 'numero'>) => {
    const numero = numeros.prendre(valeurs.deposeeLe)
    const depot = formerDepot(hasard, cadreDe(structure, part, auteur), { ...valeurs, numero })
    const recit = new Recit(hasard, depot)
    contees.push({ recit, depot, auteur })
    return recit
  }

  deposer(anneSophie, {
    motif: 'dossier_complexe',
    variante: 'rupture_droits',
    personne: brisset,
    deposeeLe: le(31, 9, 12),
  })
    .prendre(thibaud, le(29, 10, 5))
    .noter(thibaud, 'L’ancienne caisse n’a pas transféré le dossier. Bordereau envoyé.', le(29, 10, 20))
    .consulter(anneSophie, 'partenaire', le(28, 9))
  deposer(idriss, {
    motif: 'c2s',
    variante: 'renouvellement',
    personne: personne('madame', 'Gülsen', 'Aktaş', '1969-02-03'),
    deposeeLe: le(32, 15, 40),
  })
    .prendre(felix, le(27, 9, 2))
    .ecrire(
      idriss,
      'partenaire',
      'Bonjour, les droits de Mme Aktaş se terminent à la fin du mois. Où en est le dossier ?',
      le(1, 16, 41),
    )
  deposer(maelle, {
    motif: 'c2s',
    variante: 'premiere',
    personne: brisset,
    deposeeLe: le(27, 14, 21),
    details: {
      situation:
        'Madame est sans droits ouverts depuis son changement d’adresse en janvier. Deux courriers envoyés, restés sans réponse.',
      urgent: 'non',
    },
    piecesAbsentes: [
      {
        code: 'attestation_hebergement',
        libelle: 'Attestation d’hébergement',
        raison: 'L’hébergeur refuse de la signer.',
      },
    ],
  })
    .ecrire(
      maelle,
      'partenaire',
      'Bonjour, Mme Brisset a un rendez-vous important à la fin du mois. Pouvez-vous me dire s’il manque quelque chose au dossier ? Merci d’avance.',
      le(4, 16, 2),
    )
    .prendre(felix, le(3, 9, 31))
    .ecrire(
      felix,
      'caisse',
      'Bonjour, le dossier est complet à nos yeux. Je vérifie la période de ressources et je reviens vers vous cette semaine.',
      le(3, 9, 40),
    )
    .consulter(maelle, 'partenaire', le(3, 10, 12))
    .noter(
      ines,
      'L’ancien organisme n’a pas transféré les droits. Demandé par bordereau, réponse attendue sous 48 h.',
      le(3, 11, 5),
    )
    .ecrire(
      maelle,
      'partenaire',
      'Bonjour, Mme Brisset a reçu un nouvel avis ce matin. Faut-il vous l’envoyer ?',
      le(1, 11, 26),
    )
  deposer(anneSophie, {
    motif: 'situation_urgence',
    personne: personne('madame', 'Zoé', 'Chrétien-Faÿ', '1994-11-30'),
    deposeeLe: le(9, 11, 18),
  })
    .prendre(felix, le(8, 9, 15))
    .ecrire(
      felix,
      'caisse',
      'Bonjour, j’ai demandé l’ouverture des droits en priorité. Je vous confirme demain.',
      le(1, 15, 10),
    )
  deposer(maelle, {
    motif: 'c2s',
    variante: 'premiere',
    personne: personne('monsieur', 'Moussa', 'Traoré-Lefèvre', '1959-05-22'),
    deposeeLe: le(12, 10, 47),
  })
    .prendre(felix, le(11, 9, 33))
    .demanderComplement(
      felix,
      'Bonjour, il manque le dernier avis d’imposition et le justificatif de domicile. Pouvez-vous les ajouter ici même ? Le délai reprendra à leur arrivée.',
      le(4, 10, 2),
    )
  deposer(idriss, {
    motif: 'ame',
    variante: 'renouvellement',
    personne: personne('madame', 'Aïssatou', 'Diédhiou', '1981-09-08'),
    deposeeLe: le(28, 9, 50),
  })
    .prendre(felix, le(26, 14, 10))
    .demanderComplement(felix, 'Bonjour, il manque les ressources de septembre. Merci de les ajouter.', le(20, 14, 30))
    .envoyerComplement(idriss, 'Bonjour, voici les ressources de septembre. Merci de votre patience.', le(2, 9, 25))
  deposer(maelle, {
    motif: 'puma',
    personne: personne('monsieur', 'Kévin', 'Lœuillet', '2003-01-17'),
    deposeeLe: le(2, 17, 3),
  })
  deposer(anneSophie, {
    motif: 'mission_accompagnement',
    personne: personne('madame', 'Françoise', 'Guérin-Hoël', '1948-12-02'),
    deposeeLe: le(24, 16, 35),
  })
    .prendre(ines, le(22, 9, 5))
    .clore(
      ines,
      'mission_accompagnement',
      'Bonjour, Mme Guérin-Hoël a été appelée : une conseillère l’accompagne désormais.',
      le(3, 11, 20),
    )
    .consulter(anneSophie, 'partenaire', le(2, 9, 40))
  deposer(maelle, {
    motif: 'attestation_droits',
    personne: personne('monsieur', 'Benoît', 'd’Arcueil-Sénac', '1976-03-25'),
    deposeeLe: le(9, 9, 5),
  })
    .prendre(thibaud, le(8, 14, 2))
    .clore(
      thibaud,
      'envoye_courrier',
      'Bonjour, l’attestation part aujourd’hui à l’adresse connue de M. d’Arcueil-Sénac.',
      le(7, 9, 48),
    )

  return contees.map(({ recit, ...reste }) => ({ ...recit.lignes(), ...reste, phare: true }))
}
