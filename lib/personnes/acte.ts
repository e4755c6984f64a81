import type { EvenementPersonne } from '@/lib/personnes/libelles'
import type { Contexte } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import type { Prisma } from '@/lib/socle/prisma/client'
import { type DateIso, dateAParis } from '@/lib/socle/temps'

/** A request, locked until the end of the transaction. Refuses one that a colleague has changed, or that is answered. */
export async function verrouillerDroit({ tx }: Contexte, { id, version }: { id: string; version: number }) {
  const [verrou] = await tx.$queryRaw<
    { id: string }[]
  >`SELECT id FROM demande_personne WHERE id = ${id}::uuid FOR UPDATE`
  const demande = verrou && (await tx.demandePersonne.findUnique({ where: { id } }))
  if (!demande) throw new ErreurMetier('introuvable')
  if (demande.version !== version)
    throw new ErreurMetier(
      'etat_change',
      'Cette demande a changé entre-temps. Relisez-la\u00A0: votre saisie est gardée.',
    )
  return demande
}

export type DroitVerrouille = Awaited<ReturnType<typeof verrouillerDroit>>

export async function verrouillerDroitOuvert(contexte: Contexte, saisie: { id: string; version: number }) {
  const demande = await verrouillerDroit(contexte, saisie)
  if (demande.etat !== 'ouverte')
    throw new ErreurMetier('etat_change', 'Cette demande a reçu sa réponse. Rouvrez-la pour y revenir.')
  return demande
}

/** Refuses, at its field, each day that is still to come; null where it is not known. */
export function exigerPasses({ maintenant }: Contexte, jours: Record<string, DateIso | null>): void {
  const aujourdhui = dateAParis(maintenant)
  const aVenir = Object.entries(jours).filter(([, jour]) => jour !== null && jour > aujourdhui)
  if (aVenir.length > 0)
    throw new ErreurMetier(
      'saisie',
      undefined,
      Object.fromEntries(aVenir.map(([champ]) => [champ, 'Cette date est à venir'])),
    )
}

/** Changes a request and leaves a row in its history. `details`: references and codes, never what they held. */
export async function noterActe(
  { tx, acteur, maintenant }: Contexte,
  demande: { id: string; caisseId: string },
  type: EvenementPersonne,
  changements: Prisma.DemandePersonneUncheckedUpdateInput = {},
  details: Prisma.InputJsonObject = {},
): Promise<void> {
  await tx.demandePersonne.update({
    where: { id: demande.id },
    data: { ...changements, version: { increment: 1 } },
    select: { id: true },
  })
  await inscrireActe({ tx, acteur, maintenant }, demande, type, details)
}

export async function inscrireActe(
  { tx, acteur, maintenant }: Contexte,
  { id, caisseId }: { id: string; caisseId: string },
  type: EvenementPersonne,
  details: Prisma.InputJsonObject = {},
): Promise<void> {
  await tx.evenementPersonne.createMany({
    data: [{ demandePersonneId: id, caisseId, type, le: maintenant, auteurId: acteur.compteId, details }],
  })
}

/** The row of the journal of an act on a request. */
export const auJournal = (id: string, details: Record<string, string | number> = {}) => ({
  objetType: 'demande_personne',
  objetId: id,
  details,
})

export const pageDuDroit = (id: string, suite = '') => `/caisse/personnes/${id}${suite}`
