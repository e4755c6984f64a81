import Markdown, { type Components, type Options } from 'react-markdown'
import { tropImbrique } from '@/lib/publications/texte'
import './texte-riche.css'

type Noeud = { type: string; depth?: number; value?: string; alt?: string | null; children?: Noeud[] }

/** Deeper, a text is kept and its formatting is not: what walks the tree calls itself at each level. */
const PROFONDEUR_MAX = 12

/** Beyond, it is not read as Markdown. No form of the portal takes as much. */
const LONGUEUR_MAX = 12_000

/** Its text, whatever its depth. */
function motsDe(racine: Noeud): string {
  const mots: string[] = []
  for (const pile = [racine]; pile.length > 0; ) {
    const noeud = pile.pop() as Noeud
    mots.push(noeud.value ?? noeud.alt ?? '')
    pile.push(...(noeud.children ?? []).toReversed())
  }
  return mots.join('')
}

/** Lines that begin with a tag are one piece of HTML for Markdown, their words with them: the words stay, the tags go. */
function enParagraphe(noeud: Noeud): void {
  const mots = (noeud.value ?? '').replace(/<[^<>\n]{0,200}>/g, ' ').trim()
  noeud.type = 'paragraph'
  noeud.children = [{ type: 'text', value: mots }]
}

const deBloc = ['root', 'blockquote', 'listItem']

/** Cuts what is too deep, and puts the headings in order below those of the page: `niveau` for the first, none skipped. */
function ordonner(niveau: number) {
  return () => (arbre: Noeud) => {
    const titres: number[] = []
    const pile = [{ noeud: arbre, profondeur: 0 }]
    for (let lu = pile.pop(); lu; lu = pile.pop()) {
      const { noeud, profondeur } = lu
      if (noeud.type === 'heading') {
        const tape = noeud.depth ?? 1
        while ((titres.at(-1) ?? 0) >= tape) titres.pop()
        titres.push(tape)
        noeud.depth = Math.min(6, niveau + titres.length - 1)
      }
      if (noeud.children && profondeur >= PROFONDEUR_MAX) noeud.children = [{ type: 'text', value: motsDe(noeud) }]
      if (deBloc.includes(noeud.type))
        for (const enfant of noeud.children ?? []) if (enfant.type === 'html') enParagraphe(enfant)
      for (const enfant of (noeud.children ?? []).toReversed()) pile.push({ noeud: enfant, profondeur: profondeur + 1 })
    }
  }
}

/** Addresses a link may lead to: another site by https, a mail, a call, a page of the portal. Anything else is no link. */
function adresseSure(adresse: string): string {
  if (/^\/(?!\/|\\|%5c)[^\s\\]*$/i.test(adresse)) return adresse
  if (!URL.canParse(adresse)) return ''
  const { protocol, username, password } = new URL(adresse)
  return ['https:', 'mailto:', 'tel:'].includes(protocol) && !username && !password ? adresse : ''
}

const composants: Components = {
  a: ({ href, children }) => {
    if (!href) return <>{children}</>
    if (!href.startsWith('https:')) return <a href={href}>{children}</a>
    return (
      <>
        <a href={href} rel="noopener noreferrer">
          {children}
        </a>{' '}
        <span className="texte-riche__site">(site {new URL(href).hostname})</span>
      </>
    )
  },
}

const permis: Options['allowedElements'] = [
  ...[
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'p',
    'br',
    'hr',
    'strong',
    'em',
    'a',
    'ul',
    'ol',
    'li',
    'blockquote',
    'code',
    'pre',
  ],
]

/**
 * A text written in Markdown by a caisse or by the national support, rendered on the server. No HTML, no image, no style, no address but
 * those of `adresseSure`; `niveau`: of its first heading, below that of the page. A text past its bounds is shown as it was typed.
 */
export function TexteRiche({ texte, niveau = 2 }: { texte: string; niveau?: 2 | 3 }) {
  return (
    <div className="texte-riche lecture">
      {texte.length > LONGUEUR_MAX || tropImbrique(texte) ? (
        <p className="whitespace-pre-line">{texte}</p>
      ) : (
        <Markdown
          skipHtml
          unwrapDisallowed
          allowedElements={permis}
          components={composants}
          remarkPlugins={[ordonner(niveau)]}
          urlTransform={adresseSure}
        >
          {texte}
        </Markdown>
      )}
    </div>
  )
}
