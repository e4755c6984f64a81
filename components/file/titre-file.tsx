import { adresseFile } from '@/components/file/requete'
import type { Compteurs } from '@/lib/demandes/cadre-file'
import { heure, pluriel } from '@/lib/socle/format'

/** «214 ouvertes, 2 en retard, 41 à prendre», beside the title; at the other end, how many are listed and since when. */
export function TitreFile({
  compteurs: { toutes, en_retard, a_prendre },
  liste,
  maintenant,
}: {
  compteurs: Compteurs
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
      <p className="ml-auto text-encre-2 max-tab:hidden">
        {liste}, à jour à {heure(maintenant)}
      </p>
    </div>
  )
}
