import type { z } from 'zod'
import { compteursApresMessage, ecrireMessage } from '@/lib/demandes/ecrire-message'
import { prevenirAgent } from '@/lib/demandes/prevenir'
import { cleDeTri, demarrerHorloge } from '@/lib/demandes/regles'
import type { complementSchema } from '@/lib/demandes/schema-actes'
import { appliquerTransition, type DemandeVerrouillee, exigerActe, verrouillerDemande } from '@/lib/demandes/transition'
import { avantActe } from '@/lib/messages/avant-acte'
import { annonce } from '@/lib/messages/envoi'
import type { Contexte, Suite } from '@/lib/socle/action'

/** The partenaire sends what was asked: the dossier is complete, the clock starts again at zero. */
export async function envoyerComplement(contexte: Contexte, saisie: z.output<typeof complementSchema>): Promise<Suite> {
  const demande = await verrouillerDemande(contexte, saisie.id)
  await exigerActe(contexte, demande, 'envoyer_complement')
  const message = await ecrireMessage(contexte, demande, {
    texte: saisie.texte,
    santeGardee: saisie.texte__sante === 'gardee',
  })
  await appliquerTransition(
    contexte,
    demande,
    'complement_envoye',
    { etat: 'complement_recu', ...repartirDeZero(contexte, demande), ...compteursApresMessage('partenaire') },
    { message, avant: avantActe(demande) },
  )
  await prevenirAgent(contexte, demande, 'complement_recu', annonce(message, demande, contexte.maintenant))
  return { vers: `/demandes/${demande.reference}`, journal: { objetType: 'demande', objetId: demande.id } }
}

/** The agent has what was missing by another way (post, telephone): the clock starts again at zero. */
export async function recevoirComplement(contexte: Contexte, { id }: { id: string }): Promise<Suite> {
  const demande = await verrouillerDemande(contexte, id)
  await exigerActe(contexte, demande, 'recevoir_complement')
  await appliquerTransition(contexte, demande, 'complement_recu', {
    etat: 'prise_en_charge',
    agentId: demande.agentId ?? contexte.acteur.compteId,
    ...repartirDeZero(contexte, demande),
  })
  return { vers: `/caisse/demandes/${demande.reference}`, journal: { objetType: 'demande', objetId: id } }
}

/** Clock columns of a demande whose dossier is complete now. */
export function repartirDeZero({ maintenant }: Contexte, demande: DemandeVerrouillee) {
  const horloge = demarrerHorloge(demande.delaiJours, maintenant, demande)
  return {
    ...horloge,
    echeanceLe: horloge.echeanceLe && new Date(horloge.echeanceLe),
    triLe: cleDeTri(horloge, demande.deposeeLe),
  }
}
