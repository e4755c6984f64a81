import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { fermetureSchema, retirerFermetureSchema } from '@/lib/rendez-vous/schema-plages'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { dateSansAnnee } from '@/lib/socle/format'
import { enDate, jourDe } from '@/lib/socle/jour'
import { dateAParis } from '@/lib/socle/temps'

const PAGE = '/caisse/parametres/fermetures'

/** Days on which the caisse is closed: the database closes their slots. What is fixed on them is left to be moved, and listed. */
export async function enregistrerFermeture(
  { tx, acteur, maintenant }: Contexte,
  { libelle, du, au }: z.output<typeof fermetureSchema>,
): Promise<Suite> {
  const caisseId = acteur.caisse?.id ?? ''
  if (au < dateAParis(maintenant))
    throw new ErreurMetier('saisie', undefined, { du: 'Ces jours sont passés : indiquez une fermeture à venir' })
  const deja = await tx.fermeture.findFirst({
    where: { caisseId, debutLe: { lte: enDate(au) }, finLe: { gte: enDate(du) } },
  })
  if (deja)
    throw new ErreurMetier('saisie', undefined, {
      du: `Une fermeture est déjà enregistrée du ${dateSansAnnee(jourDe(deja.debutLe), du)} au ${dateSansAnnee(jourDe(deja.finLe), du)} (${deja.libelle}). Retirez-la d’abord pour en changer les dates.`,
    })
  const id = randomUUID()
  await tx.fermeture.createMany({ data: [{ id, caisseId, debutLe: enDate(du), finLe: enDate(au), libelle }] })
  return { vers: `${PAGE}?enregistree=${id}`, journal: { objetType: 'fermeture', objetId: id, details: { du, au } } }
}

/** The days open again, with the slots they had. */
export async function retirerFermeture(
  { tx, acteur }: Contexte,
  { id }: z.output<typeof retirerFermetureSchema>,
): Promise<Suite> {
  const { count } = await tx.fermeture.deleteMany({ where: { id, caisseId: acteur.caisse?.id ?? '' } })
  if (count === 0) throw new ErreurMetier('introuvable')
  return { vers: `${PAGE}?retiree=1`, journal: { objetType: 'fermeture', objetId: id } }
}
