import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { retenueMaxJours } from '@/lib/conservation/regles'
import type { leverSchema, retenirSchema } from '@/lib/conservation/schema'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { dateAvecAnnee } from '@/lib/socle/format'
import { enDate, jourDe } from '@/lib/socle/jour'
import { ajouterJours, dateAParis } from '@/lib/socle/temps'

const refuser = (champ: string, message: string) => new ErreurMetier('saisie', undefined, { [champ]: message })

/** Holds a demande back from the purge until a day, with the reason: a dispute, a control, a complaint. */
export async function retenirDemande(
  { tx, acteur, maintenant }: Contexte,
  { reference, raison, jusquau }: z.output<typeof retenirSchema>,
): Promise<Suite> {
  const jour = dateAParis(maintenant)
  const auPlusTard = ajouterJours(jour, retenueMaxJours)
  if (jusquau <= jour) throw refuser('jusquau', 'Choisissez un jour à venir')
  if (jusquau > auPlusTard)
    throw refuser(
      'jusquau',
      `Choisissez un jour avant le ${dateAvecAnnee(auPlusTard)} : une demande se retient cinq ans au plus, et peut l’être de nouveau`,
    )
  const [demande] = await tx.$queryRaw<{ id: string; reference: string; caisseId: string }[]>`
    SELECT id, reference, "caisseId" FROM ep_conservation_demande(${reference})`
  if (!demande)
    throw refuser(
      'reference',
      'Aucune demande de votre caisse ne porte cette référence, ou son contenu est déjà effacé',
    )
  const deja = await tx.retenue.findFirst({
    where: { demandeId: demande.id, leveeLe: null, jusquau: { gte: enDate(jour) } },
    select: { jusquau: true },
  })
  if (deja)
    throw refuser(
      'reference',
      `Cette demande est déjà retenue jusqu’au ${dateAvecAnnee(jourDe(deja.jusquau))}. Levez cette retenue d’abord`,
    )
  await tx.retenue.createMany({
    data: [
      {
        id: randomUUID(),
        demandeId: demande.id,
        caisseId: demande.caisseId,
        raison,
        jusquau: enDate(jusquau),
        poseeLe: maintenant,
        poseeParId: acteur.compteId,
      },
    ],
  })
  return {
    vers: '/caisse/conservation?genre=retenue&fait=retenue',
    journal: { objetType: 'demande', objetId: demande.id, caisseId: demande.caisseId, details: { jusquau } },
  }
}

/** Takes the hold away: the next night may remove the demande. */
export async function leverRetenue(
  { tx, acteur, maintenant }: Contexte,
  { id }: z.output<typeof leverSchema>,
): Promise<Suite> {
  const retenue = await tx.retenue.findUnique({ where: { id } })
  if (!retenue) throw new ErreurMetier('introuvable')
  // Two at once: the second finds it lifted, and nothing more to do.
  await tx.retenue.updateMany({
    where: { id, leveeLe: null },
    data: { leveeLe: maintenant, leveeParId: acteur.compteId },
  })
  return {
    vers: '/caisse/conservation?genre=retenue&fait=levee',
    journal: { objetType: 'demande', objetId: retenue.demandeId, caisseId: retenue.caisseId },
  }
}
