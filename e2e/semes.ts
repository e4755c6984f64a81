import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import type { Request } from '@playwright/test'

/** Values that a journey typed or followed, and that nothing may keep: one by line, in a file that all processes of the journeys share. */
type Seme = { genre: 'mot de passe' | 'jeton'; valeur: string }

/** Shorter ones would be found by chance. */
const LONGUEUR_MIN = 8

const champMotDePasse = /motDePasse|mot_de_passe|password/i
const champJeton = /^(?:\d+_)*(?:jeton|secours\w*)$/i
const lienSecret = /\/(?:activation|mot-de-passe\/nouveau)\/([\w-]{20,})/

export function semer(seme: Seme): void {
  const fichier = process.env.E2E_SEMES
  if (fichier && seme.valeur.length >= LONGUEUR_MIN) appendFileSync(fichier, `${JSON.stringify(seme)}\n`)
}

/** Plants every password and token that a browser sends. */
export function semerRequete(requete: Request): void {
  const jeton = lienSecret.exec(requete.url())?.[1]
  if (jeton) semer({ genre: 'jeton', valeur: jeton })
  if (requete.method() !== 'POST') return
  for (const [nom, valeur] of champsDe(requete.postData() ?? ''))
    if (champMotDePasse.test(nom)) semer({ genre: 'mot de passe', valeur })
    else if (champJeton.test(nom)) semer({ genre: 'jeton', valeur })
}

/** Fields of a form, as a script sends them or as a page without script does. */
function champsDe(corps: string): Iterable<[string, string]> {
  if (!corps.includes('Content-Disposition: form-data')) return new URLSearchParams(corps)
  return [...corps.matchAll(/form-data; name="([^"]+)"\r\n\r\n([\s\S]*?)\r\n--/g)].map(([, nom, valeur]) => [
    nom ?? '',
    valeur ?? '',
  ])
}

export function lireSemes(fichier: string): Seme[] {
  if (!existsSync(fichier)) return []
  const lignes = new Set(readFileSync(fichier, 'utf8').split('\n').filter(Boolean))
  return [...lignes].map((ligne) => JSON.parse(ligne) as Seme)
}
