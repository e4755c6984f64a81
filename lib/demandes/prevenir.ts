import type { Service } from '@/lib/demandes/modele'
import { definitionDe } from '@/lib/demandes/registre'
import type { DemandeVerrouillee } from '@/lib/demandes/transition'
import { ajouterCourriel } from '@/lib/notifications/ajouter-courriel'
import type { Contexte } from '@/lib/socle/action'

type ModelePartenaire = 'demande_prise_en_charge' | 'complement_demande' | 'message_recu' | 'demande_traitee'
type ModeleAgent = 'complement_recu' | 'message_partenaire'

/** Tells the author of the demande, by an e-mail that leaves only if the transaction does. */
export function prevenirAuteur(
  contexte: Contexte,
  demande: DemandeVerrouillee,
  modele: ModelePartenaire,
): Promise<void> {
  return prevenir(contexte, demande, modele, demande.auteur)
}

/** Tells the agent in charge; while nobody is, the queue itself tells. */
export async function prevenirAgent(
  contexte: Contexte,
  demande: DemandeVerrouillee,
  modele: ModeleAgent,
): Promise<void> {
  if (demande.agent) await prevenir(contexte, demande, modele, demande.agent)
}

async function prevenir(
  { tx }: Contexte,
  demande: DemandeVerrouillee,
  modele: ModelePartenaire | ModeleAgent,
  lecteur: DemandeVerrouillee['auteur'],
): Promise<void> {
  if (lecteur.etat !== 'actif') return
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
