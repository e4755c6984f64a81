import { type FiltresFile, filtresFileSchema } from '@/lib/demandes/filtres-file'
import { fileDAttente } from '@/lib/demandes/queries-caisse'
import { appliquerVue, type Vue } from '@/lib/file/filtres-de-vue'
import { lireVue } from '@/lib/file/queries-vues'
import { avecMots } from '@/lib/recherche/mots-gardes'
import type { Acteur } from '@/lib/socle/acteur'
import { estId } from '@/lib/socle/identifiants'
import { MemoireBornee } from '@/lib/socle/memoire-bornee'

type FileLue = Awaited<ReturnType<typeof fileDAttente>>
type FiltresDeVue = Pick<Vue, 'id' | 'filtres'>

/** Filters of saved views, as last read. */
const connues = new MemoireBornee<string, FiltresDeVue>(500)

/**
 * The queue that an address asks for; its `vue` may be the id of a saved view, which the other filters narrow. The filters
 * of a view are read with its rows: these are asked for by the filters it had the last time, and asked for again when it has
 * others now, or is no longer for the acteur.
 */
export async function fileDeLAdresse(
  acteur: Acteur,
  lue: Record<string, unknown>,
  maintenant: Date,
): Promise<{ filtres: FiltresFile; file: FileLue }> {
  const adresse = await avecMots(acteur, lue)
  const id = typeof adresse.vue === 'string' && estId(adresse.vue) ? adresse.vue : null
  const lire = async (vue: FiltresDeVue | null) => {
    const filtres = vue ? appliquerVue(vue, adresse) : filtresFileSchema.parse(adresse)
    return { filtres, file: await fileDAttente(acteur, filtres, maintenant) }
  }
  if (!id) return lire(null)
  const supposee = connues.get(id) ?? (await lireVue(acteur, id))
  const lus = await lire(supposee)
  const vraie = lus.file.vues.find((vue) => vue.id === id) ?? null
  if (vraie) connues.set(id, vraie)
  return memesFiltres(supposee, vraie) ? lus : lire(vraie)
}

const memesFiltres = (une: FiltresDeVue | null, autre: FiltresDeVue | null) =>
  JSON.stringify(une?.filtres) === JSON.stringify(autre?.filtres)
