import type { TypeAccepte } from '@/lib/pieces-jointes/formats'
import type { CodeRefus } from '@/lib/pieces-jointes/refus'

export type Conclusion = { type: TypeAccepte } | { refus: CodeRefus }

/** What is kept of a file once it has gone by. */
export type Souvenir = {
  /** First bytes, 64 KiB at most. */
  debut: Buffer
  /** Last bytes, 1 MiB at most; the whole file when it is smaller. */
  fin: Buffer
  /** Total length, in bytes. */
  taille: number
}

/** Looks at one format while the file goes by, in bounded memory. Each byte is given once, in order. */
export type Examen = {
  ajouter(morceau: Buffer): void
  conclure(souvenir: Souvenir): Conclusion
}

export const abime: Conclusion = { refus: 'abime' }
