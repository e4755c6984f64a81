import { modeleImport } from '@/lib/habilitations/exporter-equipe'
import { lireFormatTableur, reponseTableur } from '@/lib/socle/reponse-tableur'
import { defineRoute } from '@/lib/socle/route'

/** The model of an import, to fill in: `?format=xlsx`, `ods` or `csv`. It shows nothing of a person. */
export const GET = defineRoute({ droit: 'equipe.gerer', journal: null }, async ({ requete }) => {
  const format = lireFormatTableur(new URL(requete.url).searchParams.get('format'))
  return { reponse: reponseTableur(format, modeleImport, 'modele-techniciens') }
})
