import { naturesEnMots } from '@/lib/violations/faits'
import { libellesDonnee, referenceViolation } from '@/lib/violations/libelles'
import type { ViolationLue } from '@/lib/violations/queries'

/** The file of a breach for a machine: the same facts as the PDF, dates in ISO 8601 (UTC), codes as the portal keeps them. */
export function donneesDeViolation(violation: ViolationLue, maintenant: Date) {
  const { cote, parts, suivis, natures, donnees } = violation
  return {
    version: 1,
    faitLe: maintenant,
    reference: referenceViolation(violation.id),
    declaration: {
      cote,
      par: violation.declareePar,
      partenaire: violation.partenaire,
      declareeLe: violation.declareeLe,
      constateeLe: violation.constateeLe,
      survenueLe: violation.survenueLe,
      natures: natures.map((code) => ({ code, mots: naturesEnMots([code]) })),
      description: violation.description,
      donnees: donnees.map((code) => ({ code, mots: libellesDonnee[code as keyof typeof libellesDonnee] ?? code })),
      personnes: violation.personnes,
      comptes: violation.comptes,
      references: violation.references,
      mesures: violation.mesures,
      contact: violation.contact,
    },
    caisses: parts.map((part) => ({
      caisse: part.caisse,
      connueLe: part.connueLe,
      etat: part.etat,
      risque: part.risque,
      qualifieeLe: part.qualifieeLe,
      autrePartie: { avant: part.autrePartieAvant, faitLe: part.autrePartieLe, sansObjet: part.autrePartieSansObjet },
      autorite: { avant: part.autoriteAvant, faitLe: part.autoriteLe, sansObjet: part.autoriteSansObjet },
      personnes: { faitLe: part.personnesLe, sansObjet: part.personnesSansObjet },
      closeLe: part.closeLe,
    })),
    historique: suivis.map(({ le, type, texte, auteur, caisse }) => ({ le, type, texte, auteur, caisse })),
  }
}
