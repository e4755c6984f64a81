import { Search } from '@/components/ui/icones'

/** The search box of the header. Sent by POST: what is typed never stands in an address (see `app/recherche/route.ts`). */
export function RechercheEntete({ cote, className }: { cote: 'caisse' | 'partenaire'; className: string }) {
  return (
    <search className={className}>
      <form action="/recherche" method="post" className="entete__recherche">
        <input type="hidden" name="page" value={cote} />
        <label htmlFor="recherche-entete" className="sr-only">
          Rechercher une demande
        </label>
        <Search />
        <input
          type="search"
          id="recherche-entete"
          name="q"
          placeholder="Rechercher"
          maxLength={100}
          autoComplete="off"
          aria-keyshortcuts="/"
        />
        <kbd aria-hidden="true" className="touche">
          /
        </kbd>
      </form>
    </search>
  )
}
