import type { Service } from '@/lib/demandes/modele'
import { prevenirPartenaire } from '@/lib/demandes/prevenir'
import { definitionDe } from '@/lib/demandes/registre'
import { ajouterCourriel } from '@/lib/notifications/ajouter-courriel'
import type { ModeRendezVous } from '@/lib/rendez-vous/modele'
import { invitationDe } from '@/lib/rendez-vous/prevenir-agendas'
import { avecTravaux, baseTravaux, type Transaction } from '@/lib/socle/base'
import { ajouterJoursOuvres, type CalendrierFerie, dateAParis } from '@/lib/socle/temps'

/** Longest run of days off before a rendez-vous, with room: nothing further is looked at. */
const HORIZON_JOURS = 12

/**
 * Reminds both sides, the working day before, of the rendez-vous that are fixed. Safe to run twice, and the day after a missed night:
 * each is marked in the transaction of its mails. Returns how many were reminded.
 */
export async function rappelerRendezVous(maintenant: Date): Promise<number> {
  const base = baseTravaux()
  const jour = dateAParis(maintenant)
  const aVenir = await base.rendezVous.findMany({
    where: {
      etat: 'fixe',
      rappeleLe: null,
      debutLe: { gt: maintenant, lt: new Date(maintenant.getTime() + HORIZON_JOURS * 86_400_000) },
    },
    select: { id: true, debutLe: true, demande: { select: { caisse: { select: { calendrier: true } } } } },
    orderBy: { debutLe: 'asc' },
  })
  let rappeles = 0
  for (const { id, debutLe, demande } of aVenir) {
    const tenu = debutLe && dateAParis(debutLe)
    // On the day itself it is no longer a reminder.
    if (!tenu || tenu <= jour) continue
    if (jour < ajouterJoursOuvres(tenu, -1, demande.caisse.calendrier as CalendrierFerie)) continue
    if (await avecTravaux((tx) => rappeler(tx, id, maintenant))) rappeles += 1
  }
  return rappeles
}

async function rappeler(tx: Transaction, id: string, maintenant: Date): Promise<boolean> {
  const { count } = await tx.rendezVous.updateMany({
    where: { id, etat: 'fixe', rappeleLe: null },
    data: { rappeleLe: maintenant },
  })
  if (count === 0) return false
  const { demande, mode, ...fixe } = await tx.rendezVous.findUniqueOrThrow({
    where: { id },
    include: { demande: { include: { auteur: true, agent: true, caisse: true } } },
  })
  const { caisse, reference, caisseId, service } = demande
  const rendezVous = invitationDe({ ...fixe, mode: mode as ModeRendezVous }, 'REQUEST', caisse, maintenant)
  await prevenirPartenaire(tx, demande, 'rendez_vous_rappel', { rendezVous })
  const titulaire = fixe.agentId ? await tx.compte.findUnique({ where: { id: fixe.agentId } }) : demande.agent
  if (titulaire?.etat === 'actif')
    await ajouterCourriel(tx, {
      modele: 'rendez_vous_rappel_caisse',
      destinataire: titulaire.courriel,
      compteId: titulaire.id,
      demandeId: demande.id,
      caisseId,
      donnees: {
        reference,
        caisse: caisse.nom,
        prenom: titulaire.prenom,
        service: definitionDe(service as Service).libelleCourt,
        rendezVous,
      },
    })
  return true
}
