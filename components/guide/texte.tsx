import { Fragment, type ReactNode } from 'react'
import { typo } from '@/lib/socle/format'

const marques = /(«[^»]+»|\[[^\]]+\]\([^)]+\))/

/** A text of the guide: words of a screen stand out, links lead to their page; `liens` false leaves their words alone. */
export function TexteGuide({ texte, liens = true }: { texte: string; liens?: boolean }): ReactNode {
  return typo(texte)
    .split(marques)
    .map((morceau, rang) => {
      const cle = `${rang}-${morceau}`
      const [, mots, href] = /^\[(.+)\]\((.+)\)$/.exec(morceau) ?? []
      if (mots && liens)
        return (
          <a key={cle} href={href}>
            {mots}
          </a>
        )
      if (morceau.startsWith('«')) return <b key={cle}>{morceau}</b>
      return <Fragment key={cle}>{mots ?? morceau}</Fragment>
    })
}
