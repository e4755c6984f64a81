import type { MotifDuCatalogue } from '@/lib/catalogue/queries'
import { pluriel } from '@/lib/socle/format'

/** What a change of a national motif touches, before it is saved. */
export function PorteeMotif({ portee }: { portee: MotifDuCatalogue['portee'] }) {
  const { ouvertes, brouillons, montrent, cachent, renomment } = portee
  return (
    <section aria-labelledby="portee" className="border-l border-filet-2 pl-4 text-15">
      <h2 id="portee" className="text-17">
        Ce que touche un changement
      </h2>
      <ul className="mt-2 flex flex-col gap-2">
        <li>
          {montrent.length === 0
            ? 'Aucune caisse ne montre ce motif.'
            : `${pluriel(montrent.length, 'caisse le montre', 'caisses le montrent')}${'\u00a0'}: ${montrent.join(', ')}.`}
        </li>
        {cachent.length > 0 && <li>{`Caché par ${cachent.join(', ')}${'\u00a0'}: rien n’y change.`}</li>}
        {renomment.length > 0 && <li>{`Renommé par ${renomment.join(', ')}${'\u00a0'}: ce nom reste.`}</li>}
        <li>
          {brouillons === 0
            ? 'Aucun brouillon ne l’utilise.'
            : `${pluriel(brouillons, 'brouillon l’utilise', 'brouillons l’utilisent')}${'\u00a0'}: les nouvelles règles y valent tout de suite.`}
        </li>
        <li>
          {`${pluriel(ouvertes, 'demande ouverte le porte', 'demandes ouvertes le portent')}${'\u00a0'}: leur objet, leurs pièces et leur échéance ne changent pas.`}
        </li>
      </ul>
    </section>
  )
}
