import { z } from 'zod'
import { nombre } from '@/lib/socle/format'

type Bornes = {
  min: number
  max: number
  /** Asks for the value: «Indiquez le délai». */
  requis: string
  /** «jours», «mois»…; none for a rank. */
  unite?: string
  /** Stands before each message where several fields of one form would say the same. */
  nom?: string
}

const bornesEnMots = ({ min, max, unite }: Bornes) =>
  `entre ${nombre(min)} et ${nombre(max)}${unite ? `\u00A0${unite}` : ''}`

const nommer = (nom: string | undefined, message: string) =>
  nom ? `${nom}\u00A0: ${message.charAt(0).toLowerCase()}${message.slice(1)}` : message

function lire(texte: string, bornes: Bornes, contexte: z.RefinementCtx): number {
  const refuser = (message: string) => {
    contexte.addIssue({ code: 'custom', message: nommer(bornes.nom, message) })
    return z.NEVER
  }
  if (/^[-−]/.test(texte)) return refuser(`Écrivez un nombre qui n’est pas négatif, ${bornesEnMots(bornes)}`)
  if (!/^\d{1,9}$/.test(texte)) return refuser(`Écrivez un nombre entier, ${bornesEnMots(bornes)}`)
  const valeur = Number(texte)
  if (valeur < bornes.min || valeur > bornes.max) return refuser(`Écrivez un nombre ${bornesEnMots(bornes)}`)
  return valeur
}

/** A whole number within bounds, as typed. */
export function entier(bornes: Bornes) {
  const requis = nommer(bornes.nom, bornes.requis)
  return z
    .string({ error: requis })
    .trim()
    .min(1, requis)
    .transform((texte, contexte) => lire(texte, bornes, contexte))
}

/** The same; nothing written is null. */
export function entierOuRien(bornes: Omit<Bornes, 'requis'>) {
  return z
    .string()
    .trim()
    .default('')
    .transform((texte, contexte) => (texte === '' ? null : lire(texte, { ...bornes, requis: '' }, contexte)))
}

export const ouiNon = (requis: string) =>
  z.enum(['oui', 'non'], { error: requis }).transform((choix) => choix === 'oui')

export const enOuiNon = (valeur: boolean) => (valeur ? 'oui' : 'non')
export const enTexte = (valeur: number | null) => (valeur === null ? '' : String(valeur))
