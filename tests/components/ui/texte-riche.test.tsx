import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { TexteRiche } from '@/components/ui/texte-riche'
import { debutDe, texteBrut, tropImbrique } from '@/lib/publications/texte'

const rendre = (texte: string, niveau: 2 | 3 = 2) => renderToStaticMarkup(<TexteRiche texte={texte} niveau={niveau} />)
const titres = (texte: string, niveau?: 2 | 3) =>
  [...rendre(texte, niveau).matchAll(/<h(\d)/g)].map(([, n]) => Number(n))

describe('what is written', () => {
  it('is shown with its emphasis, its lists, and headings that skip no level under those of the page', () => {
    expect(rendre('Un **mot** important.\n\n- un\n- deux')).toContain('<strong>mot</strong>')
    expect(titres('# A\n\n### B\n\n## C\n\n###### D\n\n# E')).toEqual([2, 3, 3, 4, 2])
    expect(titres('### A\n\n## B', 3)).toEqual([3, 3])
  })

  it('says which links leave the portal, and leaves its own as they are', () => {
    expect(rendre('[Le texte](https://www.legifrance.gouv.fr/loi)')).toContain('(site www.legifrance.gouv.fr)')
    expect(rendre('[aide](/aide) [nous](mailto:a@b.fr) [appel](tel:+33123456789)').match(/<a href/g)).toHaveLength(3)
    expect(rendre('[aide](/aide)')).not.toContain('(site')
  })
})

describe('what is hostile', () => {
  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<iframe src="https://ailleurs.example"></iframe>',
    '<div onclick="x()"><b style="color:red">gras</b></div>',
    '<a href="javascript:alert(1)">clic</a>',
    '![suivi](https://ailleurs.example/pixel.png)',
    '![x](data:image/svg+xml;base64,PHN2Zz4=)',
    '<svg/onload=alert(1)>',
    '<style>*{display:none}</style>',
    '<!-- --><scr<script>ipt>alert(1)</script>',
  ])('leaves neither element nor attribute of %j', (texte) => {
    expect(rendre(texte)).not.toMatch(
      /<(script|img|iframe|svg|style|a|b|div class="(?!texte-riche))\b|<[^>]+\s(on\w+|style|src)=/i,
    )
  })

  it('keeps the words of a line that begins with a tag: nothing of what was typed vanishes', () => {
    expect(rendre('<p>Fermé vendredi</p>\n\n> <div>Ouvert samedi</div>')).toMatch(
      /<p>Fermé vendredi<\/p>[^]*<p>Ouvert samedi<\/p>/,
    )
    const piege = rendre('<script>alert(1)</script> [clic](javascript:alert(2)) <img src=x onerror=alert(3)> **gras**')
    expect(piege).toContain('gras')
    expect(piege).not.toMatch(/<(?!\/?(div|p)\b)/)
  })

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java&#10;script:alert(1)',
    '&#106;avascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'http://clair.example',
    '//ailleurs.example',
    '/\\ailleurs.example',
    '\\\\ailleurs.example',
    'file:///etc/passwd',
    'blob:https://x.example/1',
    'https://moi:secret@ailleurs.example',
    '#ancre',
  ])('keeps the words of a link to %s, and not the link', (adresse) => {
    for (const lien of [`[clic](<${adresse}>)`, `[clic](${adresse})`, `[clic][r]\n\n[r]: ${adresse}`])
      expect(rendre(lien)).not.toContain('<a')
    expect(rendre(`[clic](<${adresse}>)`)).toContain('clic')
  })

  it('stands deep nesting and huge texts, in little time', () => {
    const lourds = [
      `${'>'.repeat(10_000)} fond`,
      `${'- '.repeat(5_000)}fond`,
      Array.from({ length: 140 }, (_, rang) => `${' '.repeat(rang)}- a`).join('\n'),
      `${'*a **b '.repeat(1_400)}${'c** d* '.repeat(300)}`,
      '['.repeat(10_000),
      `${'['.repeat(5_000)}a${'](/b)'.repeat(1_000)}`,
      '![a'.repeat(3_000),
      '`'.repeat(9_999),
      '<'.repeat(10_000),
      '# '.repeat(5_000),
      'a'.repeat(200_000),
      '_'.repeat(10_000),
      '\\'.repeat(10_000),
    ]
    for (const texte of lourds) {
      const debut = performance.now()
      expect(rendre(texte).length).toBeGreaterThan(0)
      expect(performance.now() - debut, texte.slice(0, 20)).toBeLessThan(4_000)
    }
  })

  it('never makes anything but what is allowed, whatever is typed', () => {
    const bouts = [
      '<',
      '>',
      '[',
      ']',
      '(',
      ')',
      '*',
      '_',
      '#',
      '!',
      '`',
      '&',
      ';',
      '\n',
      ' ',
      '"',
      'javascript:',
      'https://a.fr',
      '<script>',
      ' onerror=',
      '&#x6a;',
      '- ',
      '> ',
      'mot',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...bouts), { maxLength: 40 }), (morceaux) => {
        const html = rendre(morceaux.join(''))
        for (const [, balise, attributs] of html.matchAll(/<(\w+)((?:\s[^>]*)?)>/g)) {
          expect([
            'div',
            'p',
            'br',
            'hr',
            'strong',
            'em',
            'a',
            'span',
            'ul',
            'ol',
            'li',
            'blockquote',
            'code',
            'pre',
            'h2',
            'h3',
            'h4',
            'h5',
            'h6',
          ]).toContain(balise)
          const noms = [...(attributs ?? '').matchAll(/([\w-]+)=/g)].map(([, nom]) => nom)
          if (balise !== 'a') expect(['class', 'start', undefined]).toContain(noms[0])
        }
        for (const [, href] of html.matchAll(/href="([^"]*)"/g))
          expect(href).toMatch(/^(https:\/\/|mailto:|tel:|\/(?![/\\]))/)
      }),
      { numRuns: 300 },
    )
  })
})

it('is refused when lists or quotations stand too deep one inside another', () => {
  expect(tropImbrique('> > - a\n  1. b')).toBe(false)
  expect(tropImbrique('> > > > > > > a')).toBe(true)
  expect(tropImbrique(`${' '.repeat(40)}- a`)).toBe(true)
})

it('is plain words where there is no formatting', () => {
  expect(texteBrut('# Titre\n\nUn **mot**, [un lien](https://a.fr).\n\n- un\n> deux <b>gras</b>')).toBe(
    'Titre\u00A0: Un mot, un lien. un ; deux gras',
  )
  expect(debutDe('mot '.repeat(100), 20)).toBe('mot mot mot mot mot…')
  expect(debutDe('Une urgence de soins ? Cochez « urgent ».', 26)).toBe('Une urgence de soins…')
})
