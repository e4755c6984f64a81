import type { z } from 'zod'
import { compteursApresMessage, ecrireMessage } from '@/lib/demandes/ecrire-message'
import type { Service } from '@/lib/demandes/modele'
import { prevenirAuteur } from '@/lib/demandes/prevenir'
import { definitionDe } from '@/lib/demandes/registre'
import { joursAttendus } from '@/lib/demandes/regles'
import type { annulerSchema, cloreSchema } from '@/lib/demandes/schema-actes'
import { appliquerTransition, exigerActe, exigerVersion, verrouillerDemande } from '@/lib/demandes/transition'
import { avantActe } from '@/lib/messages/avant-acte'
import { annonce } from '@/lib/messages/envoi'
import { conclure, suiteDe } from '@/lib/messages/suite-reponse'
import { trancherRendezVous } from '@/lib/rendez-vous/annuler-rendez-vous'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { dateAParis } from '@/lib/socle/temps'

/** «Répondre et clore»: an answer and an outcome from the list of the service. */
export async function cloreDemande(contexte: Contexte, saisie: z.output<typeof cloreSchema>): Promise<Suite> {
  const { acteur, maintenant } = contexte
  const demande = await verrouillerDemande(contexte, saisie.id)
  await exigerActe(contexte, demande, 'clore')
  exigerVersion(demande, saisie.version)
  const issues = definitionDe(demande.service as Service).issues
  if (!issues.some(({ code }) => code === saisie.issue))
    throw new ErreurMetier('saisie', undefined, { issue: 'Choisissez le résultat' })
  await trancherRendezVous(contexte, demande, saisie)
  const message = await ecrireMessage(contexte, demande, {
    texte: saisie.texte,
    santeGardee: saisie.texte__sante === 'gardee',
  })
  await appliquerTransition(
    contexte,
    demande,
    'traitee',
    {
      etat: 'traitee',
      ouverte: false,
      issue: saisie.issue,
      closeLe: maintenant,
      suspendueLe: null,
      joursSuspendus: joursAttendus(demande, dateAParis(maintenant)),
      agentId: demande.agentId ?? acteur.compteId,
      priseEnChargeLe: demande.priseEnChargeLe ?? maintenant,
      ...compteursApresMessage('caisse'),
    },
    { issue: saisie.issue, message, avant: avantActe(demande) },
  )
  await prevenirAuteur(contexte, demande, 'demande_traitee', annonce(message, demande, maintenant))
  await conclure(contexte, demande, saisie)
  return { vers: suiteDe(demande, saisie), journal: { objetType: 'demande', objetId: demande.id } }
}

/** The partenaire takes its demande back, while no agent has taken it. */
export async function annulerDemande(contexte: Contexte, saisie: z.output<typeof annulerSchema>): Promise<Suite> {
  const demande = await verrouillerDemande(contexte, saisie.id)
  await exigerActe(contexte, demande, 'annuler')
  await appliquerTransition(
    contexte,
    demande,
    'annulee',
    { etat: 'annulee', ouverte: false, closeLe: contexte.maintenant },
    saisie.raison ? { raison: saisie.raison } : {},
  )
  return { vers: `/demandes/${demande.reference}`, journal: { objetType: 'demande', objetId: demande.id } }
}
