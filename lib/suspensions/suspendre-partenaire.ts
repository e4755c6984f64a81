import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { partFinie } from '@/lib/conventions/acces'
import { partsDuPartenaire } from '@/lib/conventions/queries-parts'
import { prevenirGestionnaires } from '@/lib/notifications/destinataires'
import type { Contexte, Suite } from '@/lib/socle/action'
import type { Transaction } from '@/lib/socle/base'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { dateAParis } from '@/lib/socle/temps'
import type { leverSchema, suspendreSchema } from '@/lib/suspensions/schema'

const page = (partenaireId: string) => `/caisse/partenaires/${partenaireId}`

/**
 * Closes at once the access of a partenaire to one caisse, with the reason told to it (règles du domaine, §2). Its accounts and
 * its accesses to other caisses stay.
 */
export async function suspendrePartenaire(
  { tx, acteur, maintenant }: Contexte,
  { partenaireId, motif }: z.output<typeof suspendreSchema>,
): Promise<Suite> {
  const caisse = caisseDe(acteur)
  const jour = dateAParis(maintenant)
  const parts = (await partsDuPartenaire(tx, partenaireId)).filter(({ caisseId }) => caisseId === caisse.id)
  if (parts.length === 0) throw new ErreurMetier('introuvable')
  if (parts.every((part) => partFinie(part, jour)))
    throw new ErreurMetier(
      'etat_change',
      'La convention de votre caisse avec ce partenaire a pris fin\u00a0: il n’a plus d’accès à suspendre.',
    )
  const suspension = { id: randomUUID(), caisseId: caisse.id, partenaireId, motif, debutLe: maintenant }
  // Two référents at once: a unique index lets one through.
  const { count } = await tx.suspension.createMany({
    data: [{ ...suspension, decideeParId: acteur.compteId }],
    skipDuplicates: true,
  })
  if (count === 0)
    throw new ErreurMetier('etat_change', 'Ce partenaire est déjà suspendu par votre caisse. Relisez sa fiche.')
  await prevenir(tx, partenaireId, 'acces_suspendu', { caisse: caisse.nom, jour, motif })
  return {
    vers: page(partenaireId),
    journal: { objetType: 'partenaire', objetId: partenaireId, details: { suspensionId: suspension.id } },
  }
}

/** Opens the access again, at once, and tells everybody who was told of the suspension. */
export async function leverSuspension(
  { tx, acteur, maintenant }: Contexte,
  { id, motif }: z.output<typeof leverSchema>,
): Promise<Suite> {
  const caisse = caisseDe(acteur)
  const suspension = await tx.suspension.findFirst({ where: { id, caisseId: caisse.id } })
  if (!suspension) throw new ErreurMetier('introuvable')
  const { partenaireId } = suspension
  const { count } = await tx.suspension.updateMany({
    where: { id, finLe: null },
    data: { finLe: maintenant, motifLevee: motif, leveeParId: acteur.compteId },
  })
  if (count === 0) throw new ErreurMetier('etat_change', 'Cette suspension est déjà levée. Relisez la fiche.')
  await prevenir(tx, partenaireId, 'acces_retabli', { caisse: caisse.nom, jour: dateAParis(maintenant), motif })
  return {
    vers: page(partenaireId),
    journal: { objetType: 'partenaire', objetId: partenaireId, details: { suspensionId: id } },
  }
}

function caisseDe(acteur: Contexte['acteur']): { id: string; nom: string } {
  if (!acteur.caisse) throw new ErreurMetier('introuvable')
  return acteur.caisse
}

async function prevenir(
  tx: Transaction,
  partenaireId: string,
  modele: 'acces_suspendu' | 'acces_retabli',
  faits: { caisse: string; jour: string; motif: string },
): Promise<void> {
  const { nom } = await tx.partenaire.findUniqueOrThrow({ where: { id: partenaireId }, select: { nom: true } })
  await prevenirGestionnaires(tx, { partenaireId, contacts: true }, modele, { ...faits, partenaire: nom })
}
