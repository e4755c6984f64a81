import { normaliser } from '@/lib/demandes/regles'

export type Morceau = { texte: string; trouve: boolean }

/** Signs that PostgreSQL puts around the words of an extract: of no writing, so never typed. */
export const DEBUT = '\uE000'
export const FIN = '\uE001'

/** An extract of PostgreSQL, cut at its signs. */
export function morceauxExtrait(extrait: string): Morceau[] {
  return extrait
    .split(DEBUT)
    .flatMap((partie, rang) => {
      const fin = rang === 0 ? -1 : partie.indexOf(FIN)
      const suite = partie.slice(fin + 1).replaceAll(FIN, '')
      return [
        { texte: fin === -1 ? '' : partie.slice(0, fin), trouve: true },
        { texte: suite, trouve: false },
      ]
    })
    .filter(({ texte }) => texte !== '')
}

/** A name with the words that answer set apart; `trouves`: words without accents, as `=lefevre`. */
export function morceauxNom(nom: string, trouves: string[]): Morceau[] {
  const cles = trouves.filter((lexeme) => lexeme.startsWith('=')).map((lexeme) => lexeme.slice(1))
  const repond = (mot: string) => {
    const plat = normaliser(mot).replaceAll(' ', '')
    // «legall» answers for «Le Gall»: two words joined.
    return (
      plat !== '' &&
      cles.some((cle) => cle === plat || (plat.length > 1 && cle.length > plat.length && cle.includes(plat)))
    )
  }
  const morceaux: Morceau[] = []
  for (const texte of nom.split(/([^\p{L}\p{M}\p{N}]+)/u)) {
    const trouve = repond(texte)
    const dernier = morceaux.at(-1)
    if (dernier && dernier.trouve === trouve) dernier.texte += texte
    else if (texte) morceaux.push({ texte, trouve })
  }
  return morceaux
}
