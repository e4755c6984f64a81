import type { z } from 'zod'

export type Saisie = { [cle: string]: Saisie | string | string[] | undefined }

// Below the first name a key may be an id or a code of the catalogue: `variante.<uuid>`.
const cleSure = /^[A-Za-z][A-Za-z0-9_]*(\.[A-Za-z0-9_-]+)*(\[\])?$/

/** Text fields of a form as an object: `dateNaissance.jour` nests, `obstacles[]` is always a list. Files and technical fields are left out. */
export function lireSaisie(donnees: FormData): Saisie {
  const saisie: Saisie = Object.create(null)
  for (const [cle, valeur] of donnees) {
    if (typeof valeur !== 'string' || !cleSure.test(cle) || cle.includes('__proto__')) continue
    const liste = cle.endsWith('[]')
    const chemin = (liste ? cle.slice(0, -2) : cle).split('.')
    const feuille = chemin.pop() as string
    let noeud = saisie
    for (const nom of chemin) {
      const suivant = noeud[nom]
      noeud[nom] = typeof suivant === 'object' && !Array.isArray(suivant) ? suivant : (Object.create(null) as Saisie)
      noeud = noeud[nom] as Saisie
    }
    const existant = noeud[feuille]
    // Added in place: a form of many thousand boxes is not copied at each of them.
    if (!liste) noeud[feuille] = valeur
    else if (Array.isArray(existant)) existant.push(valeur)
    else noeud[feuille] = [valeur]
  }
  return saisie
}

/** First message of each field, in the order of the fields. */
export function erreursParChamp(erreur: z.ZodError): Record<string, string> {
  const erreurs: Record<string, string> = {}
  for (const { path, message } of erreur.issues) erreurs[path.join('.')] ??= message
  return erreurs
}

/**
 * What was typed, to render the form again without JavaScript. Passwords are never given back. A plain object: React refuses to
 * write any other into the form, which could then be sent no second time.
 */
export function valeursTapees(donnees: FormData): Record<string, string | string[]> {
  const valeurs = new Map<string, string | string[]>()
  for (const [cle, valeur] of donnees) {
    if (typeof valeur !== 'string' || !cleSure.test(cle) || cle.includes('__proto__') || /motDePasse/i.test(cle))
      continue
    const existant = valeurs.get(cle)
    if (!cle.endsWith('[]')) valeurs.set(cle, valeur)
    else if (Array.isArray(existant)) existant.push(valeur)
    else valeurs.set(cle, [valeur])
  }
  return Object.fromEntries(valeurs)
}
