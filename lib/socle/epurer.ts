const LONGUEUR_MAX = 2_000
/** Read further than what is kept, so that nothing is cut in its middle; no further, as these rules look ahead. */
const LUE_MAX = 8_000

/**
 * Takes out of a technical text what a person may have typed: addresses, long numbers, values quoted by the database or by Prisma.
 * The kind of each is left in its place.
 */
export function epurer(texte: string): string {
  return (
    texte
      .slice(0, LUE_MAX)
      // Prisma quotes the whole call, values included, above its message.
      .replace(/Invalid `[\s\S]*?invocation[^\n]*\n[\s\S]*?\n\n/g, '')
      .replace(/\)=\([^)]*\)/g, ')=([valeur])')
      .replace(/[^\s@<>"()]+@[^\s@<>"'(),;:]+\.[^\s@<>"'(),;:]+/g, '[courriel]')
      .replace(/((?:input syntax|invalid input|value)[^:\n]*: )"[^"]*"/gi, '$1[valeur]')
      .replace(/(postgres(?:ql)?|smtps?|https?):\/\/[^\s/@]+@/gi, '$1://[secret]@')
      .replace(/(\/(?:activation|mot-de-passe\/nouveau)\/)[^\s?#"']+/g, '$1[jeton]')
      .replace(/(\/[^\s?"']*)\?[^\s"']*/g, '$1')
      // A NIR of Corsica has a letter.
      .replace(/\d(?:[ .\u00a0\u202f]?\d){4,6}[ .\u00a0\u202f]?[AB](?:[ .\u00a0\u202f]?\d){6,}/gi, '[nombre]')
      .replace(/\d(?:[ .\u00a0\u202f]?\d){8,}/g, '[nombre]')
      .slice(0, LONGUEUR_MAX)
  )
}
