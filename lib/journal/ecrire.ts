import type { EvenementJournal } from '@/lib/journal/evenements'
import type { Transaction } from '@/lib/socle/base'

/** Who acts: the acteur of the session, or the account that has just proved who it is. */
export type AuteurJournal = {
  compteId: string
  profil: string
  caisse?: { id: string } | null
  partenaire?: { id: string } | null
}

export type LigneJournal = {
  action: EvenementJournal
  acteur?: AuteurJournal | null
  adresse?: string
  objetType?: string
  objetId?: string
  caisseId?: string | null
  /** References and codes only, never what was written about a person. */
  details?: Record<string, string | number | boolean | null>
}

/** Adds a row to the journal, in the transaction of the act. The web process may insert there, and nothing else. */
export async function journaliser(tx: Transaction, ligne: LigneJournal): Promise<void> {
  await tx.journal.createMany({
    data: [
      {
        action: ligne.action,
        compteId: ligne.acteur?.compteId,
        profil: ligne.acteur?.profil,
        caisseId: ligne.caisseId ?? ligne.acteur?.caisse?.id,
        partenaireId: ligne.acteur?.partenaire?.id,
        adresse: ligne.adresse,
        objetType: ligne.objetType,
        objetId: ligne.objetId,
        details: ligne.details ?? {},
      },
    ],
  })
}
