import { adresseDuCopil, periodeDuCopil } from '@/lib/copil/regles'
import { coteDe } from '@/lib/socle/acteur'
import type { Contexte } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { jourDe } from '@/lib/socle/jour'
import type { Copil } from '@/lib/socle/prisma/client'

/** A COPIL within one's reach. */
export async function lireCopil({ tx }: Pick<Contexte, 'tx'>, id: string, caisseId?: string): Promise<Copil> {
  const copil = await tx.copil.findUnique({ where: { id, caisseId } })
  if (!copil) throw new ErreurMetier('introuvable')
  return copil
}

/** One of the caisse of a référent. */
export const lireSonCopil = (contexte: Contexte, id: string): Promise<Copil> =>
  lireCopil(contexte, id, contexte.acteur.caisse?.id ?? '')

/** The same while it is prepared. */
export async function lireEnPreparation(contexte: Contexte, id: string): Promise<Copil> {
  const copil = await lireSonCopil(contexte, id)
  if (copil.etat === 'tenu')
    throw new ErreurMetier(
      'etat_change',
      'Ce COPIL est tenu : rouvrez-le, en disant pourquoi, pour changer quelque chose.',
    )
  if (copil.etat === 'annule')
    throw new ErreurMetier('etat_change', 'Ce COPIL est annulé : fixez une nouvelle date pour le reprendre.')
  return copil
}

export const periodeDe = ({ du, au, periode, libelle }: Copil) =>
  periodeDuCopil({ du: jourDe(du), au: jourDe(au), periode, libelle })

/** Page of the COPIL, on the side of who acts. */
export const pageDe = ({ acteur }: Contexte, copil: Copil, fait?: string): string =>
  adresseDuCopil(coteDe(acteur), copil, periodeDe(copil), fait)

/** Row of the journal: references only. */
export const auJournal = ({ id, caisseId }: Copil) => ({ objetType: 'copil', objetId: id, caisseId })

/**
 * Somebody else has saved since the page was read: refused at `champ`, which tells what is kept; what was typed stays where it is.
 * `vu` is that message given back by who, having read it, replaces it.
 */
export function refuserSiChange(change: boolean, champ: string, message: string, vu: string | undefined): void {
  if (change && vu?.replace(/\r\n?/g, '\n').trim() !== message.trim())
    throw new ErreurMetier('saisie', undefined, { [champ]: message })
}
