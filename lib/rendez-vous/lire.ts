import type { DemandeVerrouillee } from '@/lib/demandes/transition'
import { quand } from '@/lib/rendez-vous/libelles'
import type { EtatRendezVous, ModeRendezVous } from '@/lib/rendez-vous/modele'
import { type ActeRendezVous, possible } from '@/lib/rendez-vous/regles'
import { coteDe } from '@/lib/socle/acteur'
import type { Contexte } from '@/lib/socle/action'
import type { Transaction } from '@/lib/socle/base'
import { ErreurMetier } from '@/lib/socle/erreurs'

/** The rendez-vous in progress of a demande, or else its last one. The lock of the demande is that of its rendez-vous. */
export async function rendezVousDe(tx: Transaction, demandeId: string) {
  const tous = await tx.rendezVous.findMany({
    where: { demandeId },
    orderBy: [{ creeLe: 'desc' }, { id: 'desc' }],
    include: { propositions: { include: { creneau: true } } },
  })
  const choisi = tous.find(({ etat }) => etat === 'propose' || etat === 'fixe') ?? tous[0]
  return choisi ? { ...choisi, etat: choisi.etat as EtatRendezVous, mode: choisi.mode as ModeRendezVous } : null
}

export type RendezVousLu = NonNullable<Awaited<ReturnType<typeof rendezVousDe>>>

/** The same when one is proposed or fixed: what a new proposal replaces. */
export function enCours(rendezVous: RendezVousLu | null): RendezVousLu | null {
  return rendezVous && ['propose', 'fixe'].includes(rendezVous.etat) ? rendezVous : null
}

/** Refuses in words what the state does not allow: how it stands now, and what to do. */
export function exigerPossible(
  { acteur, maintenant }: Contexte,
  acte: ActeRendezVous,
  demande: DemandeVerrouillee,
  rendezVous: RendezVousLu | null,
): void {
  const etat = rendezVous?.etat ?? null
  const debutLe = rendezVous?.debutLe ?? null
  if (possible(acte, coteDe(acteur), { etat, debutLe, ouverte: demande.ouverte }, maintenant)) return
  throw new ErreurMetier('etat_change', refus(acte, demande, rendezVous, maintenant))
}

function refus(acte: ActeRendezVous, demande: DemandeVerrouillee, rendezVous: RendezVousLu | null, maintenant: Date) {
  const { etat, debutLe, finLe } = rendezVous ?? {}
  if (acte === 'honorer' || acte === 'manquer') {
    if (etat === 'fixe' && debutLe && debutLe > maintenant)
      return 'Ce rendez-vous n’a pas encore commencé : dites ensuite s’il a été honoré.'
    return 'Ce rendez-vous n’est plus fixé : relisez la demande.'
  }
  if (etat === 'annule') return 'Ce rendez-vous vient d’être annulé : relisez la demande avant d’agir.'
  if (etat === 'honore' || etat === 'manque') return 'Ce rendez-vous est passé : la caisse l’a déjà noté.'
  if (etat === 'fixe' && debutLe && finLe) {
    const fixe = `Le rendez-vous est fixé au ${quand({ debutLe, finLe })}.`
    return debutLe <= maintenant
      ? `${fixe} Il a commencé : écrivez à la caisse.`
      : `${fixe} Pour en changer, déplacez-le.`
  }
  if (!demande.ouverte) return 'Cette demande est close. Pour un autre rendez-vous, rouvrez-la par un message.'
  return 'Aucun rendez-vous n’est en cours sur cette demande : rechargez la page.'
}
