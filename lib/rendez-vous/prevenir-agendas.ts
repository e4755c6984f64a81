import { prevenirAgent, prevenirAuteur } from '@/lib/demandes/prevenir'
import type { DemandeVerrouillee } from '@/lib/demandes/transition'
import { ouSeTient } from '@/lib/rendez-vous/libelles'
import type { ModeRendezVous } from '@/lib/rendez-vous/modele'
import type { Invitation } from '@/lib/rendez-vous/schema-invitation'
import type { Contexte } from '@/lib/socle/action'

type Fixe = {
  id: string
  sequence: number
  agentId: string | null
  mode: ModeRendezVous
  lieu: string | null
  debutLe: Date | null
  finLe: Date | null
}

export function invitationDe(
  { id, sequence, mode, lieu, debutLe, finLe }: Fixe,
  methode: Invitation['methode'],
  caisse: { nom: string; adresse: string; codePostal: string; ville: string },
  maintenant: Date,
): Invitation | undefined {
  if (!debutLe || !finLe) return undefined
  const adresse = `${caisse.nom}, ${caisse.adresse}, ${caisse.codePostal} ${caisse.ville}`
  return {
    id,
    sequence,
    methode,
    debutLe: debutLe.toISOString(),
    finLe: finLe.toISOString(),
    le: maintenant.toISOString(),
    mode,
    lieu: ouSeTient({ mode, lieu: lieu ?? (mode === 'sur_place' ? adresse : null) }).slice(0, 400),
  }
}

/**
 * Tells both sides, with what their calendars need: the author of the demande, and whoever holds the rendez-vous. `avant`: how it stood, so
 * that an agent who no longer holds it sees it leave its calendar.
 */
export async function prevenirAgenda(
  contexte: Contexte,
  demande: DemandeVerrouillee,
  rendezVous: Fixe,
  quoi: 'fixe' | 'deplace' | 'annule',
  avant: Fixe | null = null,
): Promise<void> {
  const { tx, maintenant } = contexte
  const caisse = await tx.caisse.findUniqueOrThrow({
    where: { id: demande.caisseId },
    select: { nom: true, adresse: true, codePostal: true, ville: true },
  })
  const methode = quoi === 'annule' ? 'CANCEL' : 'REQUEST'
  const invitation = invitationDe(rendezVous, methode, caisse, maintenant)
  await prevenirAuteur(contexte, demande, `rendez_vous_${quoi}`, { rendezVous: invitation })
  const titulaire = await compteDe(contexte, rendezVous.agentId)
  const ancien = avant && avant.agentId !== rendezVous.agentId ? await compteDe(contexte, avant.agentId) : null
  const agent = titulaire ?? demande.agent
  await prevenirAgent(contexte, { ...demande, agent }, `rendez_vous_${quoi}_caisse`, { rendezVous: invitation })
  if (avant && ancien && ancien.id !== agent?.id)
    await prevenirAgent(contexte, { ...demande, agent: ancien }, 'rendez_vous_annule_caisse', {
      rendezVous: invitationDe({ ...avant, sequence: rendezVous.sequence }, 'CANCEL', caisse, maintenant),
    })
}

type Agent = DemandeVerrouillee['agent']

function compteDe({ tx }: Contexte, id: string | null): Promise<Agent> | null {
  return id ? tx.compte.findUnique({ where: { id } }) : null
}
