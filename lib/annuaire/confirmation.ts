import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { confirmationDue, empreinteDe, enRetard } from '@/lib/annuaire/regles'
import type { confirmerAnnuaireSchema } from '@/lib/annuaire/schema'
import { etatsEnVigueur } from '@/lib/conventions/regles'
import { type Acteur, aDroit, perimetre } from '@/lib/socle/acteur'
import type { Contexte, Suite } from '@/lib/socle/action'
import { avecPerimetre, type Transaction } from '@/lib/socle/base'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { type DateIso, dateAParis } from '@/lib/socle/temps'

/** One side of the directory. */
type Cote = { caisseId: string } | { partenaireId: string }

const coteDe = ({ caisse, partenaire }: Acteur): Cote =>
  partenaire ? { partenaireId: partenaire.id } : { caisseId: caisse?.id ?? '' }

/** Interval that a caisse sets; a partenaire follows the shortest of its own. */
async function intervalleDe(tx: Transaction, cote: Cote): Promise<number | null> {
  const caisses = 'caisseId' in cote ? [cote.caisseId] : await caissesDe(tx, cote.partenaireId)
  const { _min } = await tx.reglagesCaisse.aggregate({
    where: { caisseId: { in: caisses } },
    _min: { intervalleAnnuaireMois: true },
  })
  return _min.intervalleAnnuaireMois
}

async function caissesDe(tx: Transaction, partenaireId: string): Promise<string[]> {
  const parts = await tx.conventionCaisse.findMany({
    where: { partenaireId, etat: { in: etatsEnVigueur } },
    select: { caisseId: true },
  })
  return parts.map(({ caisseId }) => caisseId)
}

/** Where a side stands, as the other reads it; null when nothing was ever asked of it. */
export type Confirmation = { depuis: DateIso; confirmee: boolean; retard: boolean } | null

type Ligne = { depuis: Date; confirmeeLe: Date | null }

export const situationConfirmation = (
  ligne: Ligne | null | undefined,
  intervalleMois: number | null | undefined,
  maintenant: Date,
): Confirmation =>
  ligne && intervalleMois
    ? {
        depuis: dateAParis(ligne.depuis),
        confirmee: ligne.confirmeeLe !== null,
        retard: enRetard(ligne.depuis, intervalleMois, dateAParis(maintenant)),
      }
    : null

const contactsDuCote = (tx: Transaction, cote: Cote) =>
  'caisseId' in cote
    ? tx.contactCaisse.findMany({ where: cote, orderBy: [{ ordre: 'asc' }, { type: 'asc' }, { id: 'asc' }] })
    : tx.contactPartenaire.findMany({ where: cote, orderBy: [{ type: 'asc' }, { nom: 'asc' }, { id: 'asc' }] })

/** The contacts one's side gives, to be read again, and since when they were not. */
export function annuaireAConfirmer(acteur: Acteur, maintenant = new Date()) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const cote = coteDe(acteur)
    const contacts = await contactsDuCote(tx, cote)
    const ligne = await tx.confirmationAnnuaire.findFirst({ where: cote })
    const intervalle = await intervalleDe(tx, cote)
    return {
      contacts,
      empreinte: empreinteDe(contacts),
      intervalle,
      confirmation: situationConfirmation(ligne, intervalle, maintenant),
      prochaine: ligne && intervalle ? confirmationDue(ligne.depuis, intervalle) : null,
    }
  })
}

/** Whether the acteur is one of those who are asked to confirm, and since when they are; null when there is nothing to ask. */
export async function confirmationAttendue(acteur: Acteur, maintenant: Date): Promise<DateIso | null> {
  if (!aDroit(acteur, 'annuaire.confirmer')) return null
  const { confirmation } = await annuaireAConfirmer(acteur, maintenant)
  return confirmation?.retard ? confirmation.depuis : null
}

/** «Tout est exact»: of what was read, and of nothing that has changed meanwhile. */
export async function confirmerAnnuaire(
  { tx, acteur, maintenant }: Contexte,
  { cote: lu, empreinte }: z.output<typeof confirmerAnnuaireSchema>,
): Promise<Suite> {
  const cote = coteDe(acteur)
  const [objetType, objetId] = 'caisseId' in cote ? ['caisse', cote.caisseId] : ['partenaire', cote.partenaireId]
  if (objetId !== lu) throw new ErreurMetier('introuvable')
  const contacts = await contactsDuCote(tx, cote)
  if (empreinteDe(contacts) !== empreinte)
    throw new ErreurMetier(
      'etat_change',
      'L’annuaire a changé pendant que vous le relisiez. Rechargez la page, puis relisez ce qui a changé.',
    )
  if (contacts.length === 0)
    throw new ErreurMetier('etat_change', 'Il n’y a aucun contact à confirmer : ajoutez d’abord qui joindre.')
  const confirmee = { depuis: maintenant, confirmeeLe: maintenant, relanceeLe: null }
  await tx.confirmationAnnuaire.createMany({
    data: [{ id: randomUUID(), ...cote, ...confirmee }],
    skipDuplicates: true,
  })
  await tx.confirmationAnnuaire.updateMany({ where: cote, data: confirmee })
  return {
    vers: '/annuaire?confirme=oui',
    journal: { objetType, objetId, details: { contacts: contacts.length } },
  }
}
