import { Compteur } from '@/components/ui/pastille'

export type Onglet = { href: string; libelle: string; compte?: number; chaud?: boolean; courant?: boolean }

/** Views of a list: links, with their counters. */
export function Onglets({ nom, onglets }: { nom: string; onglets: Onglet[] }) {
  return (
    <nav aria-label={nom} className="onglets">
      <ul>
        {onglets.map(({ href, libelle, compte, chaud, courant }) => (
          <li key={href}>
            <a href={href} aria-current={courant ? 'page' : undefined}>
              {libelle}
              {compte !== undefined && <Compteur nombre={compte} chaud={chaud} />}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
