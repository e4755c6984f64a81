/**
 * Makes the content of `ancien` that of `neuf`, and leaves in place all that is the same: the focus, what is ticked, what is
 * typed and which menu is open stay. A row of a table is kept whole or written anew.
 */
export function rapprocher(ancien: Element, neuf: ParentNode & Node): void {
  let ici: ChildNode | null = ancien.firstChild
  for (const voulu of [...neuf.childNodes]) {
    const meme = pareil(ici, voulu)
    if (meme) {
      while (ici && ici !== meme) ici = retirer(ici)
      ici = meme.nextSibling
    } else if (ici instanceof Element && voulu instanceof Element && seReprend(ici, voulu)) {
      attributs(ici, voulu)
      rapprocher(ici, voulu)
      ici = ici.nextSibling
    } else ancien.insertBefore(voulu, ici)
  }
  while (ici) ici = retirer(ici)
}

function retirer(noeud: ChildNode): ChildNode | null {
  const suivant = noeud.nextSibling
  noeud.remove()
  return suivant
}

/** From there on, the first node that is the same. */
function pareil(depuis: ChildNode | null, voulu: Node): ChildNode | null {
  for (let noeud = depuis; noeud; noeud = noeud.nextSibling) if (noeud.isEqualNode(voulu)) return noeud
  return null
}

const seReprend = (ancien: Element, voulu: Element) => ancien.tagName === voulu.tagName && ancien.tagName !== 'TR'

function attributs(ancien: Element, voulu: Element): void {
  // A menu opened by hand stays so.
  for (const { name } of [...ancien.attributes])
    if (name !== 'open' && !voulu.hasAttribute(name)) ancien.removeAttribute(name)
  for (const { name, value } of voulu.attributes)
    if (ancien.getAttribute(name) !== value) ancien.setAttribute(name, value)
}
