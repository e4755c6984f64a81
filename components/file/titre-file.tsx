import { adresseFile, requeteFile } from '@/components/file/requete'
import { vueEnCours } from '@/components/file/vues-file'
import type { Compteurs } from '@/lib/demandes/cadre-file'
import type { FiltresFile } from '@/lib/demandes/filtres-file'
import { aGarder, estTelleQuelle, type Vue } from '@/lib/file/filtres-de-vue'
import { heure, pluriel } from '@/lib/socle/format'

function Enregistrer({ filtres, enregistrees }: { filtres: FiltresFile; enregistrees: Vue[] }) {
  const courante = vueEnCours(enregistrees, filtres)
  // A tab as it stands needs no name of its own.
  if (courante ? estTelleQuelle(courante, filtres) : Object.values(aGarder(filtres)).filter(Boolean).length < 2)
    return null
  const depuis = courante ? `&depuis=${courante.id}` : ''
  return (
    <a href={`/caisse/file/vues/nouvelle${requeteFile(aGarder(filtres))}${depuis}`} className="inline-block min-h-6">
      Enregistrer cette vue
    </a>
  )
}

/** «214 ouvertes, 2 en retard, 41 à prendre», beside the title; at the other end, how many are listed and since when. */
export function TitreFile({
  compteurs: { toutes, en_retard, a_prendre, non_lus },
  filtres,
  enregistrees,
  liste,
  maintenant,
}: {
  compteurs: Compteurs
  filtres: FiltresFile
  enregistrees: Vue[]
  liste: string
  maintenant: Date
}) {
  return (
    <div className="flex flex-wrap items-baseline gap-x-5 px-5 pt-3 pb-1 max-tab:px-4">
      <h1 className="text-22! font-[650]! tracking-normal!">File des demandes</h1>
      <p className="text-encre-2 max-tab:hidden">
        {pluriel(toutes, 'ouverte')}
        {en_retard > 0 && (
          <>
            ,{' '}
            <a href={adresseFile({ vue: 'en_retard' })} className="text-brique-700">
              {en_retard} en retard
            </a>
          </>
        )}
        {a_prendre > 0 && (
          <>
            , <a href={adresseFile({ vue: 'a_prendre' })}>{a_prendre} à prendre</a>
          </>
        )}
      </p>
      {non_lus > 0 && (
        <p>
          <a href={adresseFile({ vue: 'mes_demandes', nonLus: 'oui' })} className="pastille">
            {non_lus > 1
              ? `${non_lus} de mes demandes ont un nouveau message`
              : '1 de mes demandes a un nouveau message'}
          </a>
        </p>
      )}
      <p className="ml-auto flex flex-wrap gap-x-5 gap-y-1 text-encre-2">
        <Enregistrer filtres={filtres} enregistrees={enregistrees} />
        <span className="max-tab:hidden">
          {liste}, à jour à {heure(maintenant)}
        </span>
        <a href={`/caisse/file/colonnes${requeteFile({ ...filtres, apres: undefined })}`} className="max-large:hidden">
          Colonnes
        </a>
      </p>
    </div>
  )
}
