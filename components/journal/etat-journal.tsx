import type { EtatDuJournal } from '@/lib/journal/queries'
import { dateAvecAnnee, pluriel, relatif } from '@/lib/socle/format'
import { dateAParis } from '@/lib/socle/temps'

/** Since when the journal goes back, and whether its chain was found whole. */
export function EtatJournal({ etat, maintenant }: { etat: EtatDuJournal; maintenant: Date }) {
  const { depuisLe, ancreLe, verifieLe, defauts, mois } = etat
  return (
    <section
      className="mt-10 max-w-180 border-t border-filet-2 pt-4 text-15 text-encre-2"
      aria-labelledby="etat-journal"
    >
      <h2 id="etat-journal" className="mb-1 text-17">
        État du journal
      </h2>
      <p>
        {depuisLe && `Il remonte au ${dateAvecAnnee(dateAParis(depuisLe))}. `}
        {`Chaque ligne est gardée ${mois}\u00A0mois, puis effacée la nuit. `}
        {verifieLe
          ? defauts
            ? `Dernière vérification ${relatif(verifieLe, maintenant)}\u00A0: ${pluriel(defauts, 'écart', 'écarts')}, à voir avec le support national. `
            : `Vérifié en entier ${relatif(verifieLe, maintenant)}\u00A0: rien n’y a été changé. `
          : 'Il sera vérifié en entier la nuit prochaine. '}
        {ancreLe && `Sa dernière empreinte est gardée hors de la base depuis ${relatif(ancreLe, maintenant)}.`}
      </p>
    </section>
  )
}
