import { normaliser } from '@/lib/demandes/regles'

type Variante = { code: string; libelle: string }

/** «carte_vitale»: a code that no other of the list has, from the words of a label. It never changes afterwards. */
export function codeDepuis(libelle: string, pris: readonly string[]): string {
  const base =
    normaliser(libelle)
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^_+|_+$/g, '')
      .slice(0, 40) || 'motif'
  let code = base
  for (let suite = 2; pris.includes(code); suite += 1) code = `${base}_${suite}`
  return code
}

/** Known variantes keep their code, whatever their words become; new ones get theirs. */
export function coderVariantes(tapees: readonly Variante[], connues: readonly Variante[]): Variante[] {
  const codes = connues.map(({ code }) => code)
  return tapees.map(({ code, libelle }) => {
    if (codes.includes(code)) return { code, libelle }
    const nouveau = codeDepuis(libelle, codes)
    codes.push(nouveau)
    return { code: nouveau, libelle }
  })
}

/** Pieces asked for by nothing but variantes that go: without them, they would be asked for everything. */
export function piecesOrphelines(
  pieces: readonly { libelle: string; variantes: string[]; actif: boolean }[],
  restantes: readonly Variante[],
): string[] {
  const codes = new Set(restantes.map(({ code }) => code))
  return pieces
    .filter(({ actif, variantes }) => actif && variantes.length > 0 && !variantes.some((code) => codes.has(code)))
    .map(({ libelle }) => libelle)
}
