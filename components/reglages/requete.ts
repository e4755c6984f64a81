/** What was typed, as the end of an address. */
export function requete(valeurs: Record<string, string | string[]>): string {
  const parametres = new URLSearchParams()
  for (const [nom, valeur] of Object.entries(valeurs))
    for (const element of [valeur].flat()) parametres.append(nom, element)
  return parametres.toString()
}
