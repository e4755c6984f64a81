import type { ReactNode } from 'react'
import type { TermeDeDossier } from '@/lib/personnes/termes'
import { dateAvecAnnee } from '@/lib/socle/format'
import { type DateIso, dateAParis } from '@/lib/socle/temps'

/** What can be answered to a request of erasure: what the law lets the caisse keep, and when each dossier goes by itself. */
export function Effacement({ id, termes, maintenant }: { id: string; termes: TermeDeDossier[]; maintenant: Date }) {
  return (
    <section aria-labelledby="effacement" className="mt-10">
      <h2 id="effacement" className="mb-2">
        Ce que vous pouvez répondre
      </h2>
      <p className="lecture">
        La caisse garde ces dossiers pour sa mission d’intérêt public, le temps qu’elle a fixé. Jusque-là, elle peut
        refuser de les effacer (RGPD, article 17-3){'\u00A0'}: la réponse dit pourquoi, quand ils s’effaceront
        d’eux-mêmes, et que la personne peut saisir la CNIL ou un juge.
      </p>
      {termes.length > 0 && (
        <ul className="mt-4 divide-y divide-filet border-y border-filet-2">
          {termes.map((terme) => (
            <li key={terme.id} className="flex flex-wrap gap-x-6 py-2.5">
              <span className="reference">{terme.reference}</span>
              <span>{quand(terme, id, dateAParis(maintenant))}</span>
            </li>
          ))}
        </ul>
      )}
      {termes.length > 0 && (
        <p className="lecture mt-4">
          Sans attendre, une donnée fausse <a href={`/caisse/personnes/${id}/dossier/corriger`}>se corrige</a>, et des
          dossiers contestés <a href={`/caisse/personnes/${id}/dossier/limiter`}>se limitent</a>.
        </p>
      )}
    </section>
  )
}

function quand({ termeLe, retenue, effaceLe }: TermeDeDossier, id: string, aujourdhui: DateIso): ReactNode {
  if (effaceLe) return `Déjà effacé, le ${dateAvecAnnee(dateAParis(effaceLe))}.`
  if (retenue === 'limitee')
    return (
      <>
        Gardé tant que sa limitation n’est pas <a href={`/caisse/personnes/${id}/dossier/lever`}>levée</a>.
      </>
    )
  if (retenue === 'retenue')
    return (
      <>
        <a href="/caisse/conservation?genre=retenue">Retenu par la caisse</a>, avec une raison et un terme.
      </>
    )
  if (termeLe === null) return 'Encore en cours : sa durée commence à sa clôture.'
  return termeLe <= aujourdhui
    ? 'Sa durée est passée : il s’efface la nuit qui suit votre réponse.'
    : `S’efface de lui-même à partir du ${dateAvecAnnee(termeLe)}.`
}
