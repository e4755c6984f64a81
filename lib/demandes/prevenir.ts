import type { Service } from '@/lib/demandes/modele'
import { definitionDe } from '@/lib/demandes/registre'
import type { DemandeVerrouillee } from '@/lib/demandes/transition'
import { ajouterCourriel } from '@/lib/notifications/ajouter-courriel'
import type { Contexte } from '@/lib/socle/action'

type ModelePartenaire = 'demande_prise_en_charge' | 'complement_demande' | 'message_recu' | 'demande_traitee'
type ModeleAgent = 'complement_recu' | 'message_partenaire'

/** Colleagues told at most when the author is no longer there and the structure has no mailbox of its own. */
const RELAIS_MAX = 20

/**
 * Tells the author of the demande, by an e-mail that leaves only if the transaction does. When its account is closed, those
 * who take over: the shared mailbox of the structure, or else its techniciens.
 */
export async function prevenirAuteur(
  contexte: Contexte,
  demande: DemandeVerrouillee,
  modele: ModelePartenaire,
): Promise<void> {
  if (demande.auteur.etat === 'actif') return prevenir(contexte, demande, modele, demande.auteur)
  for (const lecteur of await relais(contexte, demande)) await prevenir(contexte, demande, modele, lecteur)
}

async function relais({ tx }: Contexte, { structureId }: DemandeVerrouillee): Promise<Lecteur[]> {
  const structure = await tx.structure.findUnique({ where: { id: structureId }, select: { courriel: true } })
  if (structure?.courriel) return [{ courriel: structure.courriel }]
  return tx.compte.findMany({
    where: { structureId, profil: 'technicien', etat: 'actif', supprimeLe: null },
    orderBy: { connecteLe: { sort: 'desc', nulls: 'last' } },
    take: RELAIS_MAX,
    select: { id: true, courriel: true, prenom: true },
  })
}

type Lecteur = { id?: string; courriel: string; prenom?: string }

/** Tells the agent in charge; while nobody is, the queue itself tells. */
export async function prevenirAgent(
  contexte: Contexte,
  demande: DemandeVerrouillee,
  modele: ModeleAgent,
): Promise<void> {
  if (demande.agent?.etat === 'actif') await prevenir(contexte, demande, modele, demande.agent)
}

async function prevenir(
  { tx }: Contexte,
  demande: DemandeVerrouillee,
  modele: ModelePartenaire | ModeleAgent,
  lecteur: Lecteur,
): Promise<void> {
  const caisse = await tx.caisse.findUniqueOrThrow({ where: { id: demande.caisseId }, select: { nom: true } })
  await ajouterCourriel(tx, {
    modele,
    destinataire: lecteur.courriel,
    compteId: lecteur.id,
    demandeId: demande.id,
    donnees: {
      reference: demande.reference,
      caisse: caisse.nom,
      prenom: lecteur.prenom,
      service: definitionDe(demande.service as Service).libelleCourt,
    },
  })
}
