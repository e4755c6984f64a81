import type { Personne } from '@/lib/demandes/schema'
import type { DateIso } from '@/lib/socle/temps'
import type { Hasard } from './hasard'
import { noms, prenoms } from './noms'

type Options = { departement?: string; civilite?: 'madame' | 'monsieur' }

/** An invented assuré, in the shape the filing gives. */
export function fabriquePersonne(hasard: Hasard, options: Options = {}): Personne {
  const civilite = options.civilite ?? (hasard.chance(0.55) ? 'madame' : 'monsieur')
  const nomNaissance = hasard.choisir(noms)
  const marie = hasard.chance(civilite === 'madame' ? 0.35 : 0.04)
  const nomUsage = marie ? hasard.choisir(noms) : ''
  return {
    civilite,
    nomNaissance,
    nomUsage: nomUsage === nomNaissance ? '' : nomUsage,
    prenom: hasard.choisir(prenoms[civilite]),
    dateNaissance: jourDeNaissance(hasard),
    departement: options.departement ?? hasard.choisir(['14', '59', '76', '83']),
  }
}

function jourDeNaissance(hasard: Hasard): DateIso {
  const annee = hasard.chance(0.12) ? hasard.entier(2007, 2024) : hasard.entier(1938, 2006)
  const deux = (n: number) => String(n).padStart(2, '0')
  return `${annee}-${deux(hasard.entier(1, 12))}-${deux(hasard.entier(1, 28))}`
}

/** The same person as typed in the form: three fields for the birth date. */
export function saisiePersonne(personne: Personne) {
  return { ...personne, dateNaissance: enTroisChamps(personne.dateNaissance) }
}

export function enTroisChamps(date: DateIso): { jour: string; mois: string; annee: string } {
  const [annee = '', mois = '', jour = ''] = date.split('-')
  return { jour: String(Number(jour)), mois: String(Number(mois)), annee }
}

/** A number of the range kept for works of fiction: it rings nowhere. */
export function telephoneFictif(hasard: Hasard, prefixe = '063998'): string {
  return prefixe + hasard.chiffres(10 - prefixe.length)
}
