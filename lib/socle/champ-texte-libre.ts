import { z } from 'zod'
import { messageNir, trouverNir } from '@/lib/socle/texte-libre'

type Options = {
  /** Characters, counted after trimming. */
  max: number
  /** The message when nothing is written; without it, an empty text is accepted. */
  requis?: string
}

// Line feeds and tabs are text; the other control signs, and those that reverse the direction of writing, are not.
const CONTROLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/
const CONTROLE_OU_LIGNE = /[\u0000-\u001F\u007F-\u009F\u2028-\u202E\u2066-\u2069]/

const tropLong = (max: number, longueur: number) =>
  `Ce texte est trop long\u00A0: ${longueur} caractères, pour ${max} au plus.`

function champ({ max, requis }: Options, controle: RegExp, nettoyer: (texte: string) => string) {
  return z
    .string({ error: requis ?? 'Écrivez un texte.' })
    .overwrite(nettoyer)
    .superRefine((texte, contexte) => {
      const refuser = (message: string) => contexte.addIssue({ code: 'custom', message })
      if (texte === '') return requis === undefined ? undefined : refuser(requis)
      if (texte.length > max) return refuser(tropLong(max, texte.length))
      if (controle.test(texte)) return refuser('Ce texte contient des signes invisibles\u00A0: écrivez-le à nouveau.')
      const [nir] = trouverNir(texte)
      if (nir) refuser(messageNir(nir, texte))
    })
}

/** A free text of several lines: trimmed, bounded, without control signs, without NIR (règles du domaine, §6). */
export function texteLibre(options: Options) {
  return champ(options, CONTROLE, (texte) => texte.replace(/\r\n?/g, '\n').trim())
}

/** A name, a title or a file name: one line, in the form NFC, under the same rules. */
export function texteCourt(options: Options) {
  return champ(options, CONTROLE_OU_LIGNE, (texte) => texte.normalize('NFC').trim())
}
