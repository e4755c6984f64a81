import { Fragment, isValidElement, type ReactNode } from 'react'
import { echapper, type Html, htmlDuCode } from '@/lib/socle/html'
import { MemoireBornee } from '@/lib/socle/memoire-bornee'

/** Names React gives to attributes. */
const noms: Record<string, string> = {
  className: 'class',
  htmlFor: 'for',
  tabIndex: 'tabindex',
  defaultValue: 'value',
  defaultChecked: 'checked',
  autoComplete: 'autocomplete',
  maxLength: 'maxlength',
  strokeWidth: 'stroke-width',
}

const sansFin = new Set(['br', 'hr', 'img', 'input'])

type Composant = (props: Record<string, unknown>) => ReactNode

/**
 * Writes elements as text, as React would. For what a page repeats or never changes: as elements, React reads each one three
 * times and sends it twice. Components of the server only, that neither wait nor listen.
 */
export const enHtml = (noeud: ReactNode): Html => htmlDuCode(ecrire(noeud))

const gardes = new WeakMap<object, MemoireBornee<string, Html>>()
const gardesMax = 500

/** The same, written once as long as `de` lives. `cle`: all else that `noeud` is made of. */
export function enHtmlGarde(de: object, cle: string, noeud: ReactNode): Html {
  const ecrits = gardes.get(de) ?? new MemoireBornee<string, Html>(gardesMax)
  gardes.set(de, ecrits)
  const ecrit = ecrits.get(cle) ?? enHtml(noeud)
  ecrits.set(cle, ecrit)
  return ecrit
}

function ecrire(noeud: ReactNode): string {
  if (typeof noeud === 'string') return echapper(noeud)
  if (typeof noeud === 'number') return String(noeud)
  if (noeud === null || noeud === undefined || typeof noeud === 'boolean') return ''
  if (Array.isArray(noeud)) {
    let texte = ''
    for (const enfant of noeud as ReactNode[]) texte += ecrire(enfant)
    return texte
  }
  if (!isValidElement<Record<string, unknown>>(noeud)) throw new Error('Un nœud qui ne s’écrit pas')
  const { type, props } = noeud
  if (type === Fragment) return ecrire(props.children as ReactNode)
  if (typeof type === 'function') return composant(type as Composant, props)
  return element(String(type), props)
}

const constants = new Map<Composant, string>()

/** One that takes nothing always says the same: an icon, most of the time. */
function composant(type: Composant, props: Record<string, unknown>): string {
  for (const _ in props) return ecrire(type(props))
  const ecrit = constants.get(type) ?? ecrire(type(props))
  constants.set(type, ecrit)
  return ecrit
}

function element(balise: string, props: Record<string, unknown>): string {
  let texte = `<${balise}`
  let contenu = ''
  for (const nom in props) {
    const valeur = props[nom]
    if (nom === 'children') contenu = ecrire(valeur as ReactNode)
    else if (nom === 'dangerouslySetInnerHTML') contenu = (valeur as { __html: string }).__html
    else texte += attribut(nom, valeur)
  }
  return sansFin.has(balise) ? `${texte}>` : `${texte}>${contenu}</${balise}>`
}

function attribut(nom: string, valeur: unknown): string {
  if (valeur === undefined || valeur === null) return ''
  const sien = noms[nom] ?? nom
  if (typeof valeur === 'boolean') {
    if (nom.startsWith('aria-') || nom.startsWith('data-')) return ` ${sien}="${valeur}"`
    return valeur ? ` ${sien}=""` : ''
  }
  if (typeof valeur !== 'string' && typeof valeur !== 'number') throw new Error(`« ${nom} » ne s’écrit pas`)
  return ` ${sien}="${echapper(String(valeur))}"`
}
