import { inscrireEvenement } from '@/lib/demandes/evenements'
import { type OptionsCourriel, prevenirAgent, prevenirAuteur } from '@/lib/demandes/prevenir'
import { type DemandeVerrouillee, exigerActe, verrouillerDemande } from '@/lib/demandes/transition'
import { nomComplet } from '@/lib/socle/acteur'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import type { Prisma } from '@/lib/socle/prisma/client'

/** `personne`: to be taken again in its team; `commune`: to be taken by anybody, in no team. */
export type Destinataire = `agent:${string}` | `equipe:${string}` | 'personne' | 'commune'

type Saisie = { id: string; version?: number; a: Destinataire }

/**
 * «Attribuer»: an open demande goes to an agent of the caisse, to a team (it is then to be taken there) or back to the queue.
 * The partenaire is told when it is taken for the first time, and not of what goes on between colleagues. Giving it to who
 * has it already changes nothing. `version`: as it was read, to refuse what was decided on an old page.
 */
export async function attribuerDemande(
  contexte: Contexte,
  { id, version, a }: Saisie,
  courriel: OptionsCourriel = {},
): Promise<Suite> {
  const demande = await verrouillerDemande(contexte, id)
  await exigerActe(contexte, demande, 'passer')
  if (version !== undefined && version !== demande.version) throw new ErreurMetier('etat_change', dejaChangee(demande))
  if (a.startsWith('agent:')) await aUnAgent(contexte, demande, a.slice('agent:'.length), courriel)
  else await aLaFile(contexte, demande, a)
  return { vers: `/caisse/demandes/${demande.reference}`, journal: { objetType: 'demande', objetId: id } }
}

function dejaChangee({ agent }: DemandeVerrouillee): string {
  const suivie = agent ? `${nomComplet(agent)} la suit` : 'personne ne la suit'
  return `La demande a changé depuis que vous l’avez ouverte\u00A0: à présent, ${suivie}. Relisez-la avant de l’attribuer.`
}

async function aUnAgent(
  contexte: Contexte,
  demande: DemandeVerrouillee,
  agentId: string,
  courriel: OptionsCourriel,
): Promise<void> {
  const { tx, acteur, maintenant } = contexte
  if (demande.agentId === agentId) return
  const agent = await tx.compte.findFirst({
    where: { id: agentId, caisseId: demande.caisseId, etat: 'actif', roles: { has: 'agent' } },
  })
  if (!agent) throw new ErreurMetier('saisie', undefined, { a: 'Choisissez un agent en activité.' })
  const premiere = demande.etat === 'transmise'
  const changements = {
    agentId,
    etat: premiere ? 'prise_en_charge' : demande.etat,
    priseEnChargeLe: demande.priseEnChargeLe ?? maintenant,
  }
  await changer(contexte, demande, changements, { a: nomComplet(agent), vers: 'agent' }, premiere)
  if (premiere) await prevenirAuteur(contexte, demande, 'demande_prise_en_charge', courriel)
  if (agentId !== acteur.compteId) await prevenirAgent(contexte, { ...demande, agent }, 'demande_attribuee')
}

/** The agent leaves; the state stays, since the partenaire is not told of it. */
async function aLaFile(contexte: Contexte, demande: DemandeVerrouillee, a: Destinataire): Promise<void> {
  const [vers = '', id] = a.split(':')
  const equipeId = vers === 'equipe' ? (id ?? '') : vers === 'commune' ? null : demande.equipeId
  if (demande.agentId === null && demande.equipeId === equipeId) return
  const equipe =
    equipeId && (await contexte.tx.equipe.findFirst({ where: { id: equipeId, caisseId: demande.caisseId } }))
  if (vers === 'equipe' && !(equipe && equipe.actif))
    throw new ErreurMetier('saisie', undefined, { a: 'Cette équipe n’existe plus. Choisissez-en une autre.' })
  const details = { vers, ...(equipe && { a: equipe.nom }) }
  await changer(contexte, demande, { agentId: null, equipeId }, details, false)
}

async function changer(
  contexte: Contexte,
  demande: DemandeVerrouillee,
  changements: Prisma.DemandeUncheckedUpdateInput,
  details: Prisma.InputJsonObject,
  premiere: boolean,
): Promise<void> {
  await contexte.tx.demande.update({
    where: { id: demande.id },
    data: { ...changements, version: { increment: 1 }, majLe: contexte.maintenant },
    select: { id: true },
  })
  await inscrireEvenement(contexte, demande, premiere ? 'prise_en_charge' : 'attribuee', details, premiere)
}
