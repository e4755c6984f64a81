import type { z } from 'zod'
import { repartirDeZero } from '@/lib/demandes/completer-demande'
import { compteursApresMessage, ecrireMessage } from '@/lib/demandes/ecrire-message'
import { inscrireEvenement } from '@/lib/demandes/evenements'
import { prevenirAgent, prevenirAuteur } from '@/lib/demandes/prevenir'
import { reouverturePossible } from '@/lib/demandes/regles'
import type { messageSchema } from '@/lib/demandes/schema-actes'
import {
  appliquerTransition,
  type DemandeVerrouillee,
  exigerVersion,
  verrouillerDemande,
} from '@/lib/demandes/transition'
import { avantActe } from '@/lib/messages/avant-acte'
import { annonce } from '@/lib/messages/envoi'
import { conclure, suiteDe } from '@/lib/messages/suite-reponse'
import { coteDe } from '@/lib/socle/acteur'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'

type Saisie = z.output<typeof messageSchema>

/** A message of either side. On a closed demande it opens it again, within the days set by the caisse. */
export async function envoyerMessage(contexte: Contexte, saisie: Saisie): Promise<Suite> {
  const cote = coteDe(contexte.acteur)
  const demande = await verrouillerDemande(contexte, saisie.id)
  if (demande.etat === 'annulee')
    throw new ErreurMetier(
      'etat_change',
      'Cette demande est annulée : elle ne reçoit plus de message. Faites une nouvelle demande.',
    )
  if (cote === 'caisse') exigerVersion(demande, saisie.version)
  const rouverte = demande.etat === 'traitee' ? await rouvrir(contexte, demande) : {}
  const message = await ecrireMessage(contexte, demande, {
    texte: saisie.texte,
    santeGardee: saisie.texte__sante === 'gardee',
  })
  const reprise = cote === 'caisse' && demande.etat === 'complement_recu' ? { etat: 'prise_en_charge' } : {}
  const changements = { ...reprise, ...rouverte }
  await appliquerTransition(
    contexte,
    demande,
    demande.etat === 'traitee' ? 'rouverte' : 'message',
    { ...changements, ...compteursApresMessage(cote) },
    // A message that moved nothing is withdrawn alone, whatever came after it.
    { message, avant: Object.keys(changements).length > 0 ? avantActe(demande) : null },
  )
  const avis = annonce(message, demande, contexte.maintenant)
  if (cote === 'caisse') await prevenirAuteur(contexte, demande, 'message_recu', avis)
  else await prevenirAgent(contexte, demande, 'message_partenaire', avis)
  if (cote === 'caisse') await conclure(contexte, demande, saisie)
  return {
    vers: cote === 'caisse' ? suiteDe(demande, saisie, '#echanges') : `/demandes/${demande.reference}#echanges`,
    journal: {
      objetType: 'demande',
      objetId: demande.id,
      ...(demande.etat === 'traitee' && { action: 'demande.rouverte' as const }),
    },
  }
}

async function rouvrir(contexte: Contexte, demande: DemandeVerrouillee) {
  const reglages = await contexte.tx.reglagesCaisse.findUniqueOrThrow({ where: { caisseId: demande.caisseId } })
  const jours = reglages.delaiReouvertureJours
  if (!reouverturePossible(demande.etat, demande.closeLe, jours, contexte.maintenant))
    throw new ErreurMetier(
      'etat_change',
      `Cette demande est close depuis plus de ${jours} jours : elle ne peut plus être rouverte. Faites une nouvelle demande, votre texte est gardé.`,
    )
  return {
    etat: demande.agentId ? 'prise_en_charge' : 'transmise',
    ouverte: true,
    issue: null,
    closeLe: null,
    ...repartirDeZero(contexte, demande),
  }
}

/** A note that the caisse alone sees. It changes nothing for the partenaire. */
export async function ajouterNote(contexte: Contexte, saisie: Saisie): Promise<Suite> {
  const demande = await verrouillerDemande(contexte, saisie.id)
  await ecrireMessage(contexte, demande, {
    texte: saisie.texte,
    interne: true,
    santeGardee: saisie.texte__sante === 'gardee',
  })
  await inscrireEvenement(contexte, demande, 'note', {}, false)
  return {
    vers: `/caisse/demandes/${demande.reference}#echanges`,
    journal: { action: 'note.ajoutee', objetType: 'demande', objetId: demande.id },
  }
}
