import { type FiltresFile, filtresFileSchema } from '@/lib/demandes/filtres-file'
import { appliquerVue } from '@/lib/file/filtres-de-vue'
import { lireVue } from '@/lib/file/queries-vues'
import { avecMots } from '@/lib/recherche/mots-gardes'
import type { Acteur } from '@/lib/socle/acteur'
import { estId } from '@/lib/socle/identifiants'

/** Filters of an address of the queue; `vue` may be the id of a saved view, which the other ones narrow. */
export async function filtresDeLAdresse(acteur: Acteur, lue: Record<string, unknown>): Promise<FiltresFile> {
  const adresse = await avecMots(acteur, lue)
  const { vue } = adresse
  const enregistree = typeof vue === 'string' && estId(vue) ? await lireVue(acteur, vue) : null
  return enregistree ? appliquerVue(enregistree, adresse) : filtresFileSchema.parse(adresse)
}
