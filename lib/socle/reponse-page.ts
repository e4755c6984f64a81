import { createHash } from 'node:crypto'
import { html, htmlDuCode, joindre } from '@/lib/socle/html'
import { sansCache } from '@/lib/socle/route'

const styles =
  'body{margin:0;background:#fff;color:#152238;font:1.0625rem/1.5 "Segoe UI",system-ui,sans-serif}main{max-width:40rem;margin:0 auto;padding:3rem 1.25rem}h1{margin:0 0 1rem;font-size:1.75rem;line-height:1.2}p{margin:0 0 1rem}a{color:#0c419a}'

const empreinte = createHash('sha256').update(styles).digest('base64')

type Contenu = { titre: string; textes: string[]; lien: { href: string; libelle: string } }

/** What a route answers when the browser waits for a page: a few words and a way back, without a script. */
export function reponsePage(
  { titre, textes, lien }: Contenu,
  status: number,
  entetes: Record<string, string> = {},
): Response {
  const paragraphes = joindre(textes.map((texte) => html`<p>${texte}</p>`))
  const page = html`<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${titre} - Espace Partenaires</title><style>${htmlDuCode(styles)}</style></head><body><main><h1>${titre}</h1>${paragraphes}<p><a href="${lien.href}">${lien.libelle}</a></p></main></body></html>`
  return new Response(page.html, {
    status,
    headers: {
      ...sansCache,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; style-src 'sha256-${empreinte}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      ...entetes,
    },
  })
}
