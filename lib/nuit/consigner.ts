import { journaliser } from '@/lib/journal/ecrire'
import type { EvenementJournal } from '@/lib/journal/evenements'
import type { Transaction } from '@/lib/socle/base'
import type { DateIso } from '@/lib/socle/temps'

type Ligne = {
  action: EvenementJournal
  objetType: string
  objetId: string
  partenaireId?: string | null
  caisseId?: string | null
  /** The day the act was due. */
  jour: DateIso
  /** Why the portal did it. */
  cause: string
}

/** A row of the journal for an act that nobody did: its cause stands in the place of an author. */
export async function journaliserAutomatique(tx: Transaction, ligne: Ligne): Promise<void> {
  const { action, objetType, objetId, partenaireId, caisseId, jour, cause } = ligne
  await journaliser(tx, {
    action,
    profil: 'automatique',
    objetType,
    objetId,
    partenaireId,
    caisseId,
    details: { jour, cause },
  })
}

type Fait = {
  cle: string
  type: string
  le: DateIso
  maintenant: Date
  partenaireId?: string
  compteId?: string
  caisseId?: string | null
  /** What the référents of the caisse are told of it. */
  mot?: string
}

/** Remembers that an act is done. False when it was already. */
export async function retenir(tx: Transaction, { le, maintenant, ...fait }: Fait): Promise<boolean> {
  const { count } = await tx.acteNuit.createMany({
    data: [{ ...fait, le: new Date(le), faitLe: maintenant }],
    skipDuplicates: true,
  })
  return count > 0
}
