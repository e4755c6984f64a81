import type { z } from 'zod'
import { compteursApresMessage, ecrireMessage } from '@/lib/demandes/ecrire-message'
import { prevenirAuteur } from '@/lib/demandes/prevenir'
import { cleDeTri, suspendreHorloge } from '@/lib/demandes/regles'
import type { complementSchema } from '@/lib/demandes/schema-actes'
import { appliquerTransition, exigerActe, exigerVersion, verrouillerDemande } from '@/lib/demandes/transition'
import { avantActe } from '@/lib/messages/avant-acte'
import { annonce } from '@/lib/messages/envoi'
import { conclure, suiteDe } from '@/lib/messages/suite-reponse'
import type { Contexte, Suite } from '@/lib/socle/action'

/** Asks the partenaire for what is missing: the clock stops until the dossier is complete. */
export async function demanderComplement(
  contexte: Contexte,
  saisie: z.output<typeof complementSchema>,
): Promise<Suite> {
  const { acteur, maintenant } = contexte
  const demande = await verrouillerDemande(contexte, saisie.id)
  await exigerActe(contexte, demande, 'demander_complement')
  exigerVersion(demande, saisie.version)
  const message = await ecrireMessage(contexte, demande, {
    texte: saisie.texte,
    santeGardee: saisie.texte__sante === 'gardee',
  })
  const horloge = suspendreHorloge({ ...demande, echeanceLe: null }, maintenant)
  await appliquerTransition(
    contexte,
    demande,
    'complement_demande',
    {
      etat: 'attente_complement',
      agentId: demande.agentId ?? acteur.compteId,
      priseEnChargeLe: demande.priseEnChargeLe ?? maintenant,
      suspendueLe: maintenant,
      echeanceLe: null,
      triLe: cleDeTri(horloge, demande.deposeeLe),
      ...compteursApresMessage('caisse'),
    },
    { message, avant: avantActe(demande) },
  )
  await prevenirAuteur(contexte, demande, 'complement_demande', annonce(message, demande, maintenant))
  await conclure(contexte, demande, saisie)
  return { vers: suiteDe(demande, saisie), journal: { objetType: 'demande', objetId: demande.id } }
}
