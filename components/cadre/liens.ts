export type LienCadre = {
  href: string
  libelle: string
  compte?: number
  /** What is counted, for those who do not see where the number stands. */
  motsCompte?: string
  chaud?: boolean
}

/** The entry a path belongs to: the longest address that begins it. «/» answers for itself only. */
export function entreeCourante(liens: LienCadre[], chemin: string): string | undefined {
  const candidats = liens.filter(
    ({ href }) => chemin === href || (href !== '/' && chemin.startsWith(href.endsWith('/') ? href : `${href}/`)),
  )
  return candidats.sort((a, b) => b.href.length - a.href.length)[0]?.href
}
