import { z } from 'zod'
import { nombre } from '@/lib/socle/format'

type Bornes = {
  min: number
  max: number
  /** Asks for the value: «Indiquez le délai». */
  requis: string
  /** «jours», «mois»… */
  unite: string
}

const bornesEnMots = ({ min, max, unite }: Bornes) => `entre ${nombre(min)} et ${nombre(max)}\u00A0${unite}`

function lire(texte: string, bornes: Bornes, contexte: z.RefinementCtx): number {
  const refuser = (message: string) => {
    contexte.addIssue({ code: 'custom', message })
    return z.NEVER
  }
  if (/^[-−]/.test(texte)) return refuser(`Un nombre de ${bornes.unite} n’est pas négatif : ${bornesEnMots(bornes)}`)
  if (!/^\d{1,9}$/.test(texte)) return refuser(`Écrivez un nombre entier, ${bornesEnMots(bornes)}`)
  const valeur = Number(texte)
  if (valeur < bornes.min || valeur > bornes.max) return refuser(`Écrivez un nombre ${bornesEnMots(bornes)}`)
  return valeur
}

/** A whole number within bounds, as typed. */
export function entier(bornes: Bornes) {
  return z
    .string({ error: bornes.requis })
    .trim()
    .min(1, bornes.requis)
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
