/** Digits of a SIRET as typed: «123 456 789 00012», «123.456.789-00012». */
export function normaliserSiret(texte: string): string {
  return texte.replace(/[\s.\u00A0\u202F-]/g, '')
}

/** La Poste numbers its thousands of offices under one SIREN, with a key of its own. */
const SIREN_LA_POSTE = '356000000'

/** Fourteen digits whose key is right: Luhn; for the offices of La Poste, a sum of digits that is a multiple of 5. */
export function siretValide(siret: string): boolean {
  if (!/^\d{14}$/.test(siret) || /^0+$/.test(siret)) return false
  const chiffres = [...siret].map(Number)
  if (cleDeLuhn(chiffres)) return true
  return siret.startsWith(SIREN_LA_POSTE) && chiffres.reduce((somme, chiffre) => somme + chiffre, 0) % 5 === 0
}

/** From the right, one digit in two is doubled; the sum is a multiple of 10. */
function cleDeLuhn(chiffres: number[]): boolean {
  const somme = chiffres.reduce((total, chiffre, rang) => {
    const double = (chiffres.length - rang) % 2 === 0 ? chiffre * 2 : chiffre
    return total + (double > 9 ? double - 9 : double)
  }, 0)
  return somme % 10 === 0
}

/** «123 456 789 00012», for reading. */
export function ecrireSiret(siret: string): string {
  return siret.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, '$1\u00A0$2\u00A0$3\u00A0$4')
}

/** Domains as typed in one field, separated by commas, spaces or line feeds: «@CCAS-Vaucreux.fr, mairie.fr», each once. */
export function lireDomaines(texte: string): string[] {
  const lus = texte
    .split(/[\s,;]+/)
    .map((domaine) => normaliserDomaine(domaine))
    .filter((domaine) => domaine !== '')
  return [...new Set(lus)]
}

/** Lower case, without what people add around a domain: an address, an «@», the site it was copied from. */
function normaliserDomaine(texte: string): string {
  return texte
    .normalize('NFC')
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^.*@/, '')
    .replace(/^www\./, '')
    .replace(/[/?#].*$/, '')
    .replace(/\.+$/, '')
}

/** Letters, digits and hyphens between dots, with an extension: what follows the «@» of an address. */
export function domaineLisible(domaine: string): boolean {
  return (
    domaine.length <= 253 && /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/.test(domaine)
  )
}

export type Ouverture = { ouvreLe: string | null }

/** An opening date that has come, or none, lets the accounts of the structure in (règles du domaine, §2). */
export function structureOuverte({ ouvreLe }: Ouverture, jour: string): boolean {
  return ouvreLe === null || ouvreLe <= jour
}

/** Whether moving the opening date takes away an access that exists today. */
export function fermeLaStructure(avant: Ouverture, apres: Ouverture, jour: string): boolean {
  return structureOuverte(avant, jour) && !structureOuverte(apres, jour)
}
