import { inscrireEvenement } from '@/lib/demandes/evenements'
import { appliquerTransition, type DemandeVerrouillee } from '@/lib/demandes/transition'
import { quand } from '@/lib/rendez-vous/libelles'
import type { RendezVousLu } from '@/lib/rendez-vous/lire'
import type { Tenue } from '@/lib/rendez-vous/modele'
import { prevenirAgenda } from '@/lib/rendez-vous/prevenir-agendas'
import type { Contexte } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'

type Creneau = { id: string; agentId: string | null; mode: string; lieu: string | null; debutLe: Date; finLe: Date }

export function tenueDe({ id, agentId, mode, lieu, debutLe, finLe }: Creneau): Tenue {
  return { creneauId: id, agentId, mode: mode as Tenue['mode'], lieu, debutLe, finLe }
}

/**
 * What an act of the caisse on a rendez-vous does to its demande: someone takes it in charge. Its clock is left as it is: waiting for a
 * choice among slots is not an incomplete dossier, and only the request for a missing piece stops a delay (règles du domaine, §5).
 */
export function priseEnCharge(contexte: Contexte, demande: DemandeVerrouillee) {
  return ['transmise', 'complement_recu'].includes(demande.etat)
    ? {
        etat: 'prise_en_charge',
        agentId: demande.agentId ?? contexte.acteur.compteId,
        priseEnChargeLe: demande.priseEnChargeLe ?? contexte.maintenant,
      }
    : {}
}

/** Fixes a rendez-vous there, or moves it there: the row, the history, both calendars. Another may have taken the place first: `placePrise` tells. */
export async function tenir(
  contexte: Contexte,
  demande: DemandeVerrouillee,
  rendezVous: RendezVousLu,
  tenue: Tenue,
): Promise<void> {
  const { tx } = contexte
  const deplace = rendezVous.etat === 'fixe'
  const sequence = rendezVous.sequence + 1
  const apres = { ...tenue, etat: 'fixe' as const, sequence }
  await placePrise(() =>
    tx.rendezVous.update({
      where: { id: rendezVous.id },
      data: { ...apres, autreDemandeLe: null, rappeleLe: null, version: { increment: 1 } },
      select: { id: true },
    }),
  )
  await inscrireTenue(contexte, demande, deplace, tenue)
  await prevenirAgenda(
    contexte,
    demande,
    { ...rendezVous, ...apres },
    deplace ? 'deplace' : 'fixe',
    deplace ? rendezVous : null,
  )
}

export async function inscrireTenue(
  contexte: Contexte,
  demande: DemandeVerrouillee,
  deplace: boolean,
  tenue: Pick<Tenue, 'debutLe' | 'finLe'>,
): Promise<void> {
  const type = deplace ? 'rendez_vous_deplace' : 'rendez_vous_fixe'
  const details = { quand: quand(tenue) }
  if (contexte.acteur.partenaire) {
    await contexte.tx.demande.update({
      where: { id: demande.id },
      data: { majLe: contexte.maintenant, version: { increment: 1 } },
      select: { id: true },
    })
    return inscrireEvenement(contexte, demande, type, details)
  }
  return appliquerTransition(contexte, demande, type, priseEnCharge(contexte, demande), details)
}

/** Turns the refusals of the database, when someone was quicker, into words. The transaction is lost: nothing of it stays. */
export async function placePrise<T>(ecrire: () => Promise<T>): Promise<T> {
  try {
    return await ecrire()
  } catch (erreur) {
    const texte = erreur instanceof Error ? `${erreur.message} ${JSON.stringify(erreur)}` : ''
    if (texte.includes('creneau_complet')) throw new CreneauPris('Ce créneau vient d’être pris.')
    if (texte.includes('creneau_ferme'))
      throw new CreneauPris('La caisse est maintenant fermée ce jour-là : ce créneau n’est plus ouvert.')
    if (texte.includes('rendez_vous_en_cours'))
      throw new ErreurMetier(
        'etat_change',
        'Un rendez-vous vient d’être proposé ou fixé pour cette demande : relisez-la.',
      )
    throw erreur
  }
}

/** Someone was quicker: `message` says so, who catches it says what is left. */
export class CreneauPris extends ErreurMetier {
  constructor(message: string) {
    super('etat_change', message)
  }
}
