import { dateAvecAnnee, dateEtHeure, nombre, typo } from '@/lib/socle/format'
import { dateAParis } from '@/lib/socle/temps'
import {
  type DonneeConcernee,
  libellesDonnee,
  libellesNature,
  type NatureViolation,
  referenceViolation,
} from '@/lib/violations/libelles'
import type { ViolationLue } from '@/lib/violations/queries'

const effectif = (valeur: number | null) => (valeur === null ? 'pas encore connu' : nombre(valeur, 0))

export const naturesEnMots = (natures: string[]) =>
  natures.map((nature) => libellesNature[nature as NatureViolation] ?? nature).join('. ')

export const donneesEnMots = (donnees: string[]) =>
  donnees.map((donnee) => libellesDonnee[donnee as DonneeConcernee] ?? donnee).join('. ')

/** What was declared, as pairs: the same on the page and in the file. */
export function faitsDe(violation: ViolationLue): { cle: string; valeur: string }[] {
  const organisation = violation.cote === 'partenaire' ? violation.partenaire : violation.parts[0]?.caisse
  return [
    { cle: 'Référence', valeur: referenceViolation(violation.id) },
    {
      cle: 'Déclarée',
      valeur: `${dateEtHeure(violation.declareeLe)}, par ${[violation.declareePar, organisation].filter(Boolean).join(', ')}`,
    },
    { cle: 'Constatée', valeur: dateEtHeure(violation.constateeLe) },
    {
      cle: 'Survenue',
      valeur: violation.survenueLe
        ? `à partir du ${dateAvecAnnee(dateAParis(violation.survenueLe))}`
        : 'date non connue',
    },
    { cle: 'Ce qui s’est passé', valeur: naturesEnMots(violation.natures) },
    { cle: 'En quelques mots', valeur: violation.description },
    { cle: 'Données concernées', valeur: donneesEnMots(violation.donnees) },
    { cle: 'Personnes', valeur: effectif(violation.personnes) },
    { cle: 'Comptes', valeur: effectif(violation.comptes) },
    { cle: 'Demandes ou comptes', valeur: violation.references },
    { cle: 'Déjà fait', valeur: violation.mesures || 'rien de noté' },
    { cle: 'À contacter', valeur: violation.contact },
    {
      cle: 'Partenaire',
      valeur: violation.cote === 'caisse' ? (violation.partenaire ?? 'aucun en particulier') : '',
    },
    { cle: 'Caisses', valeur: violation.parts.map(({ caisse }) => caisse).join(', ') },
  ]
    .filter(({ valeur }) => valeur !== '')
    .map(({ cle, valeur }) => ({ cle, valeur: typo(valeur) }))
}
