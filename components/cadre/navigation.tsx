import { entreeCourante, type LienCadre } from '@/components/cadre/liens'
import { Compteur } from '@/components/ui/pastille'

/** Entries of the header, or of the menu on a phone. */
export function Navigation({ liens, chemin, className }: { liens: LienCadre[]; chemin: string; className: string }) {
  const courante = entreeCourante(liens, chemin)
  return (
    <nav aria-label="Navigation principale" className={className}>
      <ul>
        {liens.map(({ href, libelle, compte, chaud, motsCompte }) => (
          <li key={href}>
            <a href={href} aria-current={href === courante ? (href === chemin ? 'page' : 'true') : undefined}>
              {libelle}
              {compte !== undefined && <Compteur nombre={compte} chaud={chaud} />}
              {compte !== undefined && motsCompte && <span className="sr-only"> {motsCompte}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
