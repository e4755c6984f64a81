import { fermerFile } from '@/lib/travaux/file'
import { fermerConnexions, oterConnexions } from '@/tests/connexions-gardees'
import type { BasePretee } from '@/tests/modele-de-test'

/** Points the connections of the product to another database; `null` only closes them. */
export async function changerDeBase(base: BasePretee | null): Promise<void> {
  await fermerFile()
  await fermerConnexions(oterConnexions())
  if (base) Object.assign(process.env, { DATABASE_URL: base.web, DATABASE_URL_TRAVAUX: base.travaux })
}
