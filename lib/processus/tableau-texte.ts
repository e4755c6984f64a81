/** Columns aligned with spaces, two spaces in front: what a terminal shows. The last column may be of any length. */
export function tableau(lignes: string[][]): string {
  const largeurs: number[] = []
  for (const ligne of lignes) {
    for (const [rang, cellule] of ligne.entries()) largeurs[rang] = Math.max(largeurs[rang] ?? 0, cellule.length)
  }
  return lignes
    .map((ligne) => `  ${ligne.map((cellule, rang) => cellule.padEnd(largeurs[rang] ?? 0)).join('  ')}`.trimEnd())
    .join('\n')
}
