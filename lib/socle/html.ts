declare const sur: unique symbol

/** HTML that is safe to put in a page: only this file makes it. */
export type Html = { readonly html: string; readonly [sur]: true }

/** HTML that stands in the code: never a value from elsewhere. */
export const htmlDuCode = (texte: string): Html => ({ html: texte }) as Html

type Valeur = string | number | false | null | undefined | Html

const caracteres: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const dangereux = /[&<>"']|[^\0-\xFF]/u
const tousDangereux = new RegExp(dangereux, 'gu')
// One such letter would make two bytes of each of the others, of a page that has a hundred thousand.
const horsLatin1 = /[^\0-\xFF]/gu
const reference = (caractere: string) => caracteres[caractere] ?? `&#${caractere.codePointAt(0)};`

/** A value as it stands between tags, or in a quoted attribute. Letters out of Latin-1, as «’», are written by their number. */
export const echapper = (texte: string) => (dangereux.test(texte) ? texte.replace(tousDangereux, reference) : texte)

const ecrits = new WeakMap<TemplateStringsArray, string[]>()

/** What stands in the code between the values. */
function enLatin1(bouts: TemplateStringsArray): string[] {
  const ecrit = ecrits.get(bouts) ?? bouts.map((bout) => bout.replace(horsLatin1, reference))
  ecrits.set(bouts, ecrit)
  return ecrit
}

/**
 * HTML written by hand, for what a page repeats so often that elements would cost more than all the rest. Each value is
 * escaped, be it between tags or in a quoted attribute; `false`, null and undefined are nothing; what `html` made goes in as
 * it is.
 */
export function html(gabarit: TemplateStringsArray, ...valeurs: Valeur[]): Html {
  const bouts = enLatin1(gabarit)
  let texte = bouts[0] ?? ''
  for (let rang = 0; rang < valeurs.length; rang += 1) {
    const valeur = valeurs[rang]
    if (typeof valeur === 'string') texte += echapper(valeur)
    else if (typeof valeur === 'number') texte += valeur
    else if (valeur) texte += valeur.html
    texte += bouts[rang + 1]
  }
  return htmlDuCode(texte)
}

/** The same, one after the other. */
export const joindre = (parties: Html[]): Html => htmlDuCode(parties.map(({ html }) => html).join(''))

/** The content of an element, as its attributes: `<tr {...contenuHtml(cellules)} />`. */
export const contenuHtml = ({ html }: Html) => ({ dangerouslySetInnerHTML: { __html: html } })
