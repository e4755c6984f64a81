import { remplacantDe } from '@/lib/absences/remplacant'
import type { Service } from '@/lib/demandes/modele'
import { definitionDe } from '@/lib/demandes/registre'
import type { DemandeVerrouillee } from '@/lib/demandes/transition'
import { ajouterCourriel } from '@/lib/notifications/ajouter-courriel'
import type { ModeleCaisse, ModelePartenaire } from '@/lib/notifications/modeles'
import type { Invitation } from '@/lib/rendez-vous/schema-invitation'
import type { Contexte } from '@/lib/socle/action'
import type { Transaction } from '@/lib/socle/base'
import { dateAParis } from '@/lib/socle/temps'

/** Colleagues told at most when the author is no longer there and the structure has no mailbox of its own. */
const RELAIS_MAX = 20

/** `porteSurId`: the message it announces, which may be withdrawn; `pasAvantLe`: until then. `rendezVous`: what calendars are told. */
export type OptionsCourriel = { porteSurId?: string; pasAvantLe?: Date; rendezVous?: Invitation }

type Lecteur = { id?: string; courriel: string; prenom?: string }

type DemandeDite = Pick<DemandeVerrouillee, 'id' | 'reference' | 'caisseId' | 'structureId' | 'service'>

/**
 * Tells the author of the demande and the shared mailbox of its structure, by e-mails that leave only if the transaction does.
 * When its account is closed and there is no mailbox, the techniciens who take over.
 */
export function prevenirAuteur(
  { tx }: Contexte,
  demande: DemandeVerrouillee,
  modele: ModelePartenaire,
  options: OptionsCourriel = {},
): Promise<void> {
  return prevenirPartenaire(tx, demande, modele, options)
}

/** The same for a demande that nobody has locked: one just filed, or read by the worker. */
export async function prevenirPartenaire(
  tx: Transaction,
  demande: DemandeDite & { auteur: Lecteur & { etat: string } },
  modele: ModelePartenaire,
  options: OptionsCourriel = {},
): Promise<void> {
  const { auteur, structureId } = demande
  const structure = await tx.structure.findUnique({ where: { id: structureId }, select: { courriel: true } })
  const boite: Lecteur[] = structure?.courriel ? [{ courriel: structure.courriel }] : []
  const lecteurs =
    auteur.etat === 'actif' ? [auteur, ...boite] : boite.length > 0 ? boite : await relais(tx, structureId)
  await prevenir(tx, demande, modele, lecteurs, options)
}

function relais(tx: Transaction, structureId: string): Promise<Lecteur[]> {
  return tx.compte.findMany({
    where: { structureId, profil: 'technicien', etat: 'actif', supprimeLe: null },
    orderBy: { connecteLe: { sort: 'desc', nulls: 'last' } },
    take: RELAIS_MAX,
    select: { id: true, courriel: true, prenom: true },
  })
}

/** Tells the agent in charge, and the colleague who stands in while it is away; while nobody is, the queue itself tells. */
export async function prevenirAgent(
  { tx, maintenant }: Contexte,
  demande: DemandeVerrouillee,
  modele: ModeleCaisse,
  options: OptionsCourriel = {},
): Promise<void> {
  const { agent } = demande
  if (!agent) return
  const remplacant = await remplacantDe(tx, agent.id, dateAParis(maintenant))
  const lecteurs = [...(agent.etat === 'actif' ? [agent] : []), ...(remplacant ? [remplacant] : [])]
  await prevenir(tx, demande, modele, lecteurs, options)
}

/** One mail by address. */
async function prevenir(
  tx: Transaction,
  demande: DemandeDite,
  modele: ModelePartenaire | ModeleCaisse,
  lecteurs: Lecteur[],
  { rendezVous, ...options }: OptionsCourriel,
): Promise<void> {
  if (lecteurs.length === 0) return
  const { id, caisseId, reference, service } = demande
  const caisse = await tx.caisse.findUniqueOrThrow({ where: { id: caisseId }, select: { nom: true } })
  const dits = new Set<string>()
  for (const { id: compteId, courriel, prenom } of lecteurs) {
    const adresse = courriel.toLowerCase()
    if (dits.has(adresse)) continue
    dits.add(adresse)
    await ajouterCourriel(tx, {
      modele,
      destinataire: courriel,
      compteId,
      demandeId: id,
      caisseId,
      ...options,
      donnees: {
        reference,
        caisse: caisse.nom,
        prenom,
        service: definitionDe(service as Service).libelleCourt,
        rendezVous,
      },
    })
  }
}
