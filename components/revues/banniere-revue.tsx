import { LienBouton } from '@/components/ui/bouton'
import { ClipboardCheck } from '@/components/ui/icones'
import type { RevueEnCours } from '@/lib/revues/queries'
import { dateSansAnnee, pluriel } from '@/lib/socle/format'
import { type DateIso, joursEntre } from '@/lib/socle/temps'

/** «dans 19 jours au plus tard», «demain au plus tard», «en retard de 3 jours». */
export function delaiRevue(echeanceLe: DateIso, aujourdhui: DateIso): string {
  const reste = joursEntre(aujourdhui, echeanceLe)
  if (reste < 0) return `en retard ${reste === -1 ? 'd’un jour' : `de ${-reste}\u00A0jours`}`
  return `${reste === 0 ? 'aujourd’hui' : reste === 1 ? 'demain' : `dans ${reste}\u00A0jours`} au plus tard`
}

/** On the page of the team: what is left of the open revue, by when, and the way back to it. */
export function BanniereRevue({ revue, aujourdhui }: { revue: RevueEnCours; aujourdhui: DateIso }) {
  const { id, echeanceLe, total, confirmes } = revue
  const restent = total - confirmes
  const delai = delaiRevue(echeanceLe, aujourdhui)
  return (
    <section
      aria-labelledby="revue-en-cours"
      className="avis avis--chaud mb-8 items-center gap-x-6 gap-y-4 max-tab:flex-wrap"
    >
      <ClipboardCheck />
      <div className="min-w-0 flex-1">
        <h2 id="revue-en-cours" className="text-17! font-[650]">
          Revue des habilitations :{' '}
          {restent > 0
            ? `${pluriel(restent, 'compte reste', 'comptes restent')} à confirmer, ${delai}.`
            : `il ne manque que votre signature, ${delai}.`}
        </h2>
        <p className="text-15">
          {confirmes === 0
            ? 'Aucun compte n’est encore confirmé.'
            : `${pluriel(confirmes, 'compte', 'comptes')} sur ${total} ${confirmes > 1 ? 'sont confirmés' : 'est confirmé'}.`}{' '}
          Vous signez à la fin,{' '}
          {echeanceLe < aujourdhui ? 'dès que possible' : `avant la fin du ${jourSemaine(echeanceLe, aujourdhui)}`}.
        </p>
      </div>
      <LienBouton href={`/equipe/revue/${id}`} className="flex-none max-tab:w-full">
        {restent === 0 ? 'Signer la revue' : confirmes === 0 ? 'Commencer la revue' : 'Reprendre la revue'}
      </LienBouton>
    </section>
  )
}

const semaine = new Intl.DateTimeFormat('fr-FR', { weekday: 'long', timeZone: 'UTC' })
const jourSemaine = (jour: DateIso, aujourdhui: DateIso) =>
  `${semaine.format(new Date(`${jour}T12:00:00Z`))} ${dateSansAnnee(jour, aujourdhui)}`
