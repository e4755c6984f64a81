import { normaliser } from '@/lib/demandes/regles'
import type { Transaction } from '@/lib/socle/base'

const lettres = (texte: string) =>
  normaliser(texte)
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replaceAll('ß', 'ss')
    .replace(/[^a-z0-9 ]/g, '')
    .replace(/ +/g, ' ')
    .trim()

/** «mlegall»: the initial of the prénom and the beginning of the nom, plain letters. Empty for names in another alphabet. */
export function formeCourte(prenom: string, nom: string): string {
  const mots = lettres(nom).split(' ')
  const debut = mots.findIndex((mot) => mot.length > 2)
  return lettres(prenom).slice(0, 1) + mots.slice(0, Math.max(debut, 0) + 1).join('')
}

const PREFIXE_MAX = 18

/** «saint-etienne»: a town or an organisation in plain letters, cut between two words. */
export function prefixeDe(nom: string): string {
  let prefixe = ''
  for (const mot of lettres(nom).split(' ')) {
    const suite = prefixe ? `${prefixe}-${mot}` : mot
    if (suite.length > PREFIXE_MAX) break
    prefixe = suite
  }
  return prefixe || lettres(nom).replaceAll(' ', '').slice(0, PREFIXE_MAX) || 'partenaire'
}

/** The identifiant wanted for a person, before it is known to be free. */
export function identifiantVoulu({ prefixe, prenom, nom }: { prefixe: string; prenom: string; nom: string }): string {
  return `${prefixe}-${formeCourte(prenom, nom).slice(0, 30) || 'compte'}`
}

/** An identifiant nobody has in the whole portal, kept for this transaction: «vaucreux-mlegall», then «vaucreux-mlegall2». */
export async function nouvelIdentifiant(
  tx: Transaction,
  personne: { prefixe: string; prenom: string; nom: string },
): Promise<string> {
  const voulu = identifiantVoulu(personne)
  const [rang] = await tx.$queryRaw<{ identifiant: string }[]>`SELECT ep_identifiant_libre(${voulu}) AS identifiant`
  if (!rang) throw new Error(`Aucun identifiant pour ${voulu}`)
  return rang.identifiant
}
