import type { Schema } from '@/lib/guide/visites'

const teintes = {
  encre: 'fill-encre-2',
  gris: 'fill-filet-2',
  clair: 'fill-blanc',
  bleu: 'fill-bleu-700',
  pale: 'fill-bleu-100',
  cyan: 'fill-cyan-500',
  brique: 'fill-brique-600',
} as const

type Trait = [x: number, y: number, largeur: number, hauteur: number, teinte: keyof typeof teintes]

const lignes = (nombre: number, ligne: (y: number, rang: number) => Trait[]) =>
  Array.from({ length: nombre }, (_, rang) => ligne(44 + rang * 25, rang)).flat()

/** What each step speaks of, in outline: shapes of the screens, without any word to read nor any person. */
const traits: Record<Schema, Trait[]> = {
  attente: lignes(4, (y, rang) => [
    [14, y, 34, 8, rang < 2 ? 'brique' : 'gris'],
    [60, y, 86, 6, 'bleu'],
    [60, y + 9, 110, 4, 'gris'],
    [190, y, 36, 11, 'pale'],
  ]),
  etapes: [
    ...[14, 58, 102, 146, 190].map((x, rang): Trait => [x, 40, 36, 6, rang < 3 ? 'bleu' : 'gris']),
    [14, 62, 60, 5, 'encre'],
    [14, 71, 130, 14, 'clair'],
    [14, 94, 44, 5, 'encre'],
    [14, 103, 180, 14, 'clair'],
    [14, 125, 54, 13, 'bleu'],
  ],
  file: lignes(5, (y, rang) => [
    [14, y - rang * 4, 6, 6, 'clair'],
    [26, y - rang * 4, 30, 6, rang === 0 ? 'brique' : 'gris'],
    [66, y - rang * 4, 70, 6, 'encre'],
    [146, y - rang * 4, 36, 6, 'pale'],
    [194, y - rang * 4, 32, 6, 'cyan'],
  ]),
  echange: [
    [14, 42, 120, 26, 'clair'],
    [22, 49, 80, 4, 'encre'],
    [22, 57, 96, 4, 'gris'],
    [106, 76, 120, 26, 'pale'],
    [114, 83, 90, 4, 'encre'],
    [114, 91, 60, 4, 'gris'],
    [14, 110, 120, 26, 'clair'],
    [22, 117, 70, 4, 'encre'],
    [22, 125, 40, 5, 'bleu'],
  ],
  equipe: lignes(4, (y, rang) => [
    [14, y - 2, 14, 14, rang === 3 ? 'gris' : 'cyan'],
    [38, y, 70, 6, 'encre'],
    [38, y + 8, 50, 4, 'gris'],
    [176, y, 50, 9, rang === 2 ? 'brique' : 'pale'],
  ]),
  registre: lignes(4, (y, rang) => [
    [14, y, 40, 5, 'gris'],
    [66, y - 2, 9, 9, rang === 0 ? 'cyan' : 'bleu'],
    [90, y, 96, 5, 'encre'],
    [90, y + 8, 120, 4, 'gris'],
  ]),
  aide: [
    [150, 12, 30, 11, 'cyan'],
    [14, 46, 110, 9, 'encre'],
    [14, 64, 190, 5, 'gris'],
    [14, 76, 170, 5, 'gris'],
    [14, 88, 180, 5, 'gris'],
    [14, 106, 60, 5, 'bleu'],
    [14, 118, 84, 5, 'bleu'],
  ],
}

const ecran: Trait[] = [
  [0, 0, 240, 32, 'clair'],
  [0, 0, 240, 3, 'bleu'],
  [14, 14, 46, 7, 'bleu'],
  [190, 14, 36, 7, 'gris'],
]

export function SchemaVisite({ schema }: { schema: Schema }) {
  return (
    <svg viewBox="0 0 240 150" className="guide__schema" aria-hidden="true">
      {[...ecran, ...traits[schema]].map(([x, y, largeur, hauteur, teinte]) => (
        <rect
          key={`${x}-${y}-${largeur}-${hauteur}`}
          x={x}
          y={y}
          width={largeur}
          height={hauteur}
          rx="2"
          className={teintes[teinte]}
        />
      ))}
    </svg>
  )
}
