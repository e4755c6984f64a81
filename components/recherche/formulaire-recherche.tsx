import { MessageChamp } from '@/components/formulaire/message-champ'
import type { Cote } from '@/components/ui/badge-statut'
import { Bouton } from '@/components/ui/bouton'
import { FiltreListe } from '@/components/ui/filtres'
import { Search } from '@/components/ui/icones'
import { services } from '@/lib/demandes/modele'
import { definitionDe } from '@/lib/demandes/registre'
import type { Criteres } from '@/lib/recherche/schema'

const REFUS =
  'Un numéro de sécurité sociale était écrit ici\u00a0: il a été retiré, et n’est gardé nulle part. Le nom et la date de naissance suffisent.'

const PERDUE = 'Cette recherche n’est plus gardée, ou a été faite par un autre compte\u00a0: tapez-la de nouveau.'

/** Sent by POST: what is typed never stands in an address (see `app/recherche/route.ts`). */
export function FormulaireRecherche({ cote, criteres }: { cote: Cote; criteres: Criteres }) {
  const { q, service, statut } = criteres
  const message = criteres.refus ? REFUS : criteres.perdue && PERDUE
  return (
    <search>
      <form action="/recherche" method="post" className="mb-5">
        <input type="hidden" name="page" value={cote} />
        <div className={message ? 'champ champ--erreur mb-3!' : 'mb-3'}>
          <label htmlFor="q" className="mb-1 block font-semibold">
            Nom, référence, motif{cote === 'caisse' && ', partenaire'} ou mots des échanges
          </label>
          <MessageChamp id="q-erreur" message={message} />
          <span className="recherche__saisie">
            <Search />
            <input
              type="search"
              id="q"
              name="q"
              defaultValue={q}
              maxLength={100}
              autoComplete="off"
              aria-keyshortcuts="/"
              aria-invalid={message ? true : undefined}
              aria-describedby={message ? 'q-erreur' : undefined}
            />
            <Bouton type="submit" dense>
              Rechercher
            </Bouton>
          </span>
        </div>
        <div className="flex flex-wrap items-end gap-3">
          <FiltreListe
            nom="statut"
            libelle="Statut"
            valeur={statut ?? ''}
            options={[
              { valeur: '', libelle: 'Ouvertes et closes' },
              { valeur: 'ouvertes', libelle: 'Ouvertes' },
              { valeur: 'closes', libelle: 'Closes' },
            ]}
          />
          <FiltreListe
            nom="service"
            libelle="Service"
            valeur={service ?? ''}
            options={[
              { valeur: '', libelle: 'Tous' },
              ...services.map((valeur) => ({ valeur, libelle: definitionDe(valeur).libelleCourt })),
            ]}
          />
        </div>
      </form>
    </search>
  )
}
