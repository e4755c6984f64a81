import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { prevenirAuteur } from '@/lib/demandes/prevenir'
import { appliquerTransition, type DemandeVerrouillee, verrouillerDemande } from '@/lib/demandes/transition'
import { enCours, exigerPossible, rendezVousDe } from '@/lib/rendez-vous/lire'
import { choisissable } from '@/lib/rendez-vous/regles'
import type { proposerSchema } from '@/lib/rendez-vous/schema'
import { placePrise, priseEnCharge } from '@/lib/rendez-vous/tenir'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { pluriel } from '@/lib/socle/format'

/**
 * Offers slots to choose from, in place of those offered before. They are not held: the first who chooses has it. A rendez-vous
 * already fixed stays so until another slot is chosen.
 */
export async function proposerCreneaux(contexte: Contexte, saisie: z.output<typeof proposerSchema>): Promise<Suite> {
  const { tx } = contexte
  const demande = await verrouillerDemande(contexte, saisie.id)
  const avant = enCours(await rendezVousDe(tx, demande.id))
  exigerPossible(contexte, 'proposer', demande, avant)
  const creneaux = await creneauxOuverts(contexte, demande, saisie.creneaux)
  const id = avant?.id ?? (await creerRendezVous(contexte, demande, creneaux[0]?.mode ?? 'sur_place'))
  await tx.propositionCreneau.deleteMany({ where: { rendezVousId: id } })
  await tx.propositionCreneau.createMany({
    data: creneaux.map((creneau) => ({
      rendezVousId: id,
      creneauId: creneau.id,
      caisseId: demande.caisseId,
      structureId: demande.structureId,
    })),
  })
  if (avant)
    await tx.rendezVous.update({
      where: { id },
      data: { autreDemandeLe: null, version: { increment: 1 } },
      select: { id: true },
    })
  await appliquerTransition(contexte, demande, 'rendez_vous_propose', priseEnCharge(contexte, demande), {
    combien: creneaux.length,
  })
  await prevenirAuteur(contexte, demande, 'rendez_vous_propose')
  return {
    vers: `/caisse/demandes/${demande.reference}#rendez-vous`,
    journal: { objetType: 'demande', objetId: demande.id, details: { creneaux: creneaux.length } },
  }
}

/** The slots ticked, all of them still open; otherwise none is offered, and the form says how many are gone. */
async function creneauxOuverts({ tx, maintenant }: Contexte, { caisseId }: DemandeVerrouillee, ids: string[]) {
  const trouves = await tx.creneau.findMany({ where: { id: { in: ids }, caisseId }, orderBy: { debutLe: 'asc' } })
  const ouverts = trouves.filter((creneau) => choisissable(creneau, maintenant))
  const perdus = new Set(ids).size - ouverts.length
  if (perdus === 0) return ouverts
  throw new ErreurMetier('saisie', undefined, {
    creneaux: `${pluriel(perdus, 'créneau n’est plus libre', 'créneaux ne sont plus libres')} depuis que la page est ouverte. Rechargez-la : vous verrez ceux qui restent.`,
  })
}

async function creerRendezVous(contexte: Contexte, demande: DemandeVerrouillee, mode: string): Promise<string> {
  const id = randomUUID()
  const { caisseId, structureId } = demande
  await placePrise(() =>
    contexte.tx.rendezVous.createMany({
      data: [{ id, demandeId: demande.id, caisseId, structureId, mode, etat: 'propose', creeLe: contexte.maintenant }],
    }),
  )
  return id
}
