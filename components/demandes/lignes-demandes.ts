import { echeancePourPartenaire, type TonEcheance } from '@/lib/demandes/echeance'
import { nomPersonne } from '@/lib/demandes/libelles'
import type { LigneListe } from '@/lib/demandes/liste-partenaire'
import type { Etat } from '@/lib/demandes/modele'
import { nomComplet } from '@/lib/socle/acteur'
import { dateSansAnnee } from '@/lib/socle/format'
import { jourDe } from '@/lib/socle/jour'
import { type DateIso, dateAParis, joursEntre } from '@/lib/socle/temps'

export type LigneDemande = {
  reference: string
  /** Null for a demande about the partnership. */
  personne: string | null
  objet: string
  urgent: boolean
  etat: Etat
  nonLus: number
  echeance: { mots: string; ton: TonEcheance }
  /** Null for the reader. */
  auteur: string | null
}

/** Rows of the list as they are read: dates and names in words. `moi`: account of the reader. */
export function enLignes(lignes: LigneListe[], moi: string, aujourdhui: DateIso): LigneDemande[] {
  return lignes.map((ligne) => ({
    reference: ligne.reference,
    personne: nomPersonne(ligne),
    objet: ligne.objet,
    urgent: ligne.urgent,
    etat: ligne.etat,
    nonLus: ligne.nonLusPartenaire,
    echeance: echeanceDe(ligne, aujourdhui),
    auteur: ligne.auteurId === moi ? null : nomComplet(ligne.auteur),
  }))
}

/** What the partenaire must do, when it is its turn; else the deadline of the caisse, or the day of the end. */
function echeanceDe(ligne: LigneListe, aujourdhui: DateIso): { mots: string; ton: TonEcheance } {
  if (ligne.closeLe) return { mots: `le ${dateSansAnnee(dateAParis(ligne.closeLe), aujourdhui)}`, ton: 'loin' }
  if (ligne.etat === 'attente_complement' && ligne.suspendueLe) {
    const jours = joursEntre(dateAParis(ligne.suspendueLe), aujourdhui)
    return {
      mots: jours > 0 ? `à compléter depuis ${jours}\u00A0${jours > 1 ? 'jours' : 'jour'}` : 'à compléter',
      ton: 'bientot',
    }
  }
  const dite = echeancePourPartenaire(
    {
      echeanceLe: jourDe(ligne.echeanceLe),
      suspendue: false,
      seuilAlerteJours: ligne.seuilAlerteJours,
    },
    aujourdhui,
  )
  return dite.mots ? dite : { mots: 'sans délai annoncé', ton: 'loin' }
}
