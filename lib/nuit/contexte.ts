import type { Noms } from '@/lib/nuit/libelles'
import type { Transaction } from '@/lib/socle/base'

/** One partenaire, in one transaction of the night. */
export type ContexteNuit = {
  tx: Transaction
  partenaireId: string
  noms: Noms
  /** Real ids of the revues that this night opens, by the key of their act. */
  revues: Map<string, string>
}
