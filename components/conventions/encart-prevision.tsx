import { PrevisionEnMots } from '@/components/conventions/prevision'
import { ChampDate } from '@/components/formulaire/champ-date'
import { Bouton } from '@/components/ui/bouton'
import { Encart } from '@/components/ui/encart'
import type { Prevision } from '@/lib/conventions/prevision'
import type { DateIso } from '@/lib/socle/temps'

/** «Que se passera-t-il le…»: a GET form, so that the answer has an address. */
export function EncartPrevision({
  prevision,
  refus,
  parties,
  jour,
}: {
  prevision: Prevision | null
  refus?: string
  parties: { jour?: string; mois?: string; annee?: string }
  jour: DateIso
}) {
  return (
    <Encart titre="Que se passera-t-il le…" id="prevision">
      <form method="get" action="#prevision" className="flex flex-wrap items-end gap-3">
        <ChampDate
          name="le"
          label={<span className="sr-only">Jour à regarder</span>}
          aide=""
          valeur={parties}
          className="mb-0"
        />
        <Bouton type="submit" aspect="secondaire">
          Voir
        </Bouton>
      </form>
      <div role="status" className="mt-4 border-t border-filet-2 pt-4 empty:hidden">
        {refus && <p className="text-15 font-semibold text-brique-700">{refus}</p>}
        {prevision && <PrevisionEnMots prevision={prevision} jour={jour} />}
      </div>
    </Encart>
  )
}
