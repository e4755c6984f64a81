/** Proposed while a theme is typed: any other may be. */
export const themesProposes: readonly string[] = [
  'Accidents du travail et maladies professionnelles',
  'Action sanitaire et sociale',
  'Formation',
  'Frais de santé',
  'Fraude',
  'Indemnités journalières',
  'Invalidité',
  'Médiation',
  'Soins urgents',
]
