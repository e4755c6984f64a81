import type { z } from 'zod'
import { objetDe } from '@/lib/caisses/catalogue'
import { cibleDuMotif, colonnesDeLaCible } from '@/lib/demandes/cible'
import { exigerVariante, libellesCorriges, type MotifPossible, urgenceApres } from '@/lib/demandes/corriger-motif'
import { destinationsDe, motifsDuTransfert } from '@/lib/demandes/destinations'
import type { Service } from '@/lib/demandes/modele'
import { prevenirAuteur } from '@/lib/demandes/prevenir'
import { detailsDeService } from '@/lib/demandes/registre'
import type { transfertSchema } from '@/lib/demandes/schema-corrections'
import { type DemandeVerrouillee, exigerActe, exigerVersion, verrouillerDemande } from '@/lib/demandes/transition'
import { rendezVousDe } from '@/lib/rendez-vous/lire'
import { prevenirAgenda } from '@/lib/rendez-vous/prevenir-agendas'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { jourDe } from '@/lib/socle/jour'

type Saisie = z.output<typeof transfertSchema>

/**
 * A demande filed at the wrong caisse goes to the right one, where the partenaire has access today: its number, its dates, its
 * files and its messages go with it, the internal notes stay. The delay is that of the other caisse, from the same receipt.
 */
export async function transfererDemande(contexte: Contexte, saisie: Saisie): Promise<Suite> {
  const { tx, acteur, maintenant } = contexte
  const demande = await verrouillerDemande(contexte, saisie.id)
  await exigerActe(contexte, demande, 'corriger')
  exigerVersion(demande, saisie.version)
  const destination = (await destinationsDe(contexte, demande)).ouvertes.find(({ id }) => id === saisie.caisse)
  if (!destination)
    throw new ErreurMetier('saisie', undefined, {
      caisse: 'Le partenaire n’a pas accès à cette caisse : choisissez-en une autre, ou orientez-le vers elle',
    })
  const { motif, variante } = await motifChoisi(contexte, demande, saisie)
  const urgent = await urgenceApres(tx, demande, motif)
  const cible = colonnesDeLaCible(demande, urgent, await cibleDuMotif(tx, destination.id, motif))
  const libellesPieces =
    motif.id === demande.motifId
      ? undefined
      : await libellesCorriges(tx, demande, { motifId: motif.id, variante, urgent })
  // Told before it leaves: afterwards, this caisse no longer sees it.
  await libererAgendas(contexte, demande)
  await prevenirAuteur(contexte, { ...demande, caisseId: destination.id }, 'demande_transferee')
  const colonnes = {
    motifId: motif.id,
    variante,
    objet: objetDe(motif, variante),
    urgent,
    details: detailsDeService(demande.service as Service, motif.service, demande.details),
    delaiJours: cible.delaiJours,
    delaiOrdinaireJours: cible.delaiOrdinaireJours,
    seuilAlerteJours: cible.seuilAlerteJours,
    echeanceLe: jourDe(cible.echeanceLe),
    triLe: cible.triLe,
    libellesPieces,
  }
  await tx.$executeRaw`SELECT ep_transferer_demande(${demande.id}::uuid, ${destination.id}::uuid, ${saisie.raison},
    ${maintenant}::timestamptz, ${JSON.stringify(colonnes)}::jsonb)`
  return {
    vers: `/caisse/demandes/${demande.reference}`,
    journal: {
      objetType: 'demande',
      objetId: demande.id,
      caisseId: acteur.caisse?.id,
      details: { reference: demande.reference, vers: destination.id },
    },
  }
}

/** A rendez-vous to come is cancelled by the move, and leaves both calendars. */
async function libererAgendas(contexte: Contexte, demande: DemandeVerrouillee): Promise<void> {
  const rendezVous = await rendezVousDe(contexte.tx, demande.id)
  if (rendezVous?.etat !== 'fixe' || !rendezVous.debutLe || rendezVous.debutLe <= contexte.maintenant) return
  await prevenirAgenda(contexte, demande, { ...rendezVous, sequence: rendezVous.sequence + 1 }, 'annule')
}

/** The motif it bears, when the other caisse offers it; another one of that caisse otherwise, or by choice. */
async function motifChoisi(contexte: Contexte, demande: DemandeVerrouillee, { caisse, motif: choisi }: Saisie) {
  const offerts: MotifPossible[] = await motifsDuTransfert(contexte.tx, demande, caisse)
  const { motifId, variante } = choisi ?? demande
  const motif = offerts.find(({ id }) => id === motifId)
  if (!motif)
    throw new ErreurMetier('saisie', undefined, {
      motif: choisi
        ? 'L’autre caisse ne propose pas ce motif : choisissez-en un autre'
        : 'L’autre caisse ne propose pas le motif de la demande : choisissez celui qui convient chez elle',
    })
  if (choisi) exigerVariante(motif, variante)
  return { motif, variante }
}
