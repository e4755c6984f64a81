import { createHash } from 'node:crypto'
import type { Canal } from '@/lib/maintenance/canaux'
import type { CanauxCaisse } from '@/lib/maintenance/copie-des-canaux'
import { entetesCommuns } from '@/lib/socle/entetes'
import { telephoneEspace } from '@/lib/socle/format'
import { type Html, html, htmlDuCode, joindre } from '@/lib/socle/html'

const styles =
  'body{margin:0;border-top:4px solid #0c419a;background:#fff;color:#152238;font:1.0625rem/1.5 "Segoe UI",system-ui,sans-serif}main{max-width:44rem;margin:0 auto;padding:2.5rem 1.25rem 4rem}h1{margin:0 0 1rem;font-size:1.75rem;line-height:1.2}h2{margin:2.5rem 0 .75rem;font-size:1.3125rem;line-height:1.3}h3{margin:1.5rem 0 0;padding-bottom:.375rem;border-bottom:1px solid #8b98a9;font-size:1.0625rem}p{margin:0 0 1rem}dl{margin:0}dt{margin-top:.75rem;color:#4c5a6e}dd{margin:0;overflow-wrap:anywhere}a{display:inline-block;min-height:24px;color:#0c419a}'

const empreinte = createHash('sha256').update(styles).digest('base64')

const INSECABLE = '\u00a0'

/**
 * What any page answers while the database can't be reached: what happens, what is safe, and where to write or call instead.
 * Nothing runs in it, nothing is loaded by it.
 * @param adresse where it was asked for, to try again
 */
export function pageIndisponible(caisses: CanauxCaisse[], adresse: string): Response {
  const { html: corps } =
    html`<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Le portail ne répond pas - Espace Partenaires</title><style>${htmlDuCode(styles)}</style></head><body><main><h1>Le portail ne répond pas pour le moment</h1><p>Ses données ne peuvent pas être lues. Ce que vous aviez enregistré ou envoyé est en sécurité. Si vous veniez d’envoyer un formulaire, revenez à la page précédente${INSECABLE}: votre navigateur garde le plus souvent ce que vous y aviez tapé.</p><p>Réessayez dans quelques minutes.</p><p><a href="${adresse}">Réessayer maintenant</a></p><h2>Si vous ne pouvez pas attendre</h2><p>Écrivez à votre caisse ou appelez-la. N’écrivez ni le nom d’un assuré ni son numéro de sécurité sociale dans un courriel.</p>${caisses.length > 0 ? joindre(caisses.map(caisseEnHtml)) : html`<p>Ses coordonnées sont dans votre convention.</p>`}</main></body></html>`
  const entetes = new Headers(entetesCommuns.map(({ key, value }): [string, string] => [key, value]))
  entetes.set('content-type', 'text/html; charset=utf-8')
  entetes.set('cache-control', 'private, no-store')
  entetes.set('retry-after', '60')
  entetes.set(
    'content-security-policy',
    `default-src 'none'; style-src 'sha256-${empreinte}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  )
  return new Response(corps, { status: 503, headers: entetes })
}

const caisseEnHtml = ({ nom, canaux }: CanauxCaisse): Html =>
  html`<h3>${nom}</h3><dl>${joindre(canaux.map(canalEnHtml))}</dl>`

const titres: Record<string, string> = { support: 'En cas de dysfonctionnement', partenariat: 'Boîte du partenariat' }

function canalEnHtml({ type, theme, nom, telephone, courriel, adresse }: Canal): Html {
  const titre = theme ?? titres[type] ?? 'Contact'
  return html`<dt>${titre}</dt>${nom && nom !== titre && html`<dd>${nom}</dd>`}${
    telephone && html`<dd><a href="tel:${telephone.replace(/[^+\d]/g, '')}">${telephoneEspace(telephone)}</a></dd>`
  }${courriel && html`<dd><a href="mailto:${courriel}">${courriel}</a></dd>`}${adresse && html`<dd>${adresse}</dd>`}`
}
