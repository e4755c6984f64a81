import type { z } from 'zod'
import { cloreDemande } from '@/lib/demandes/clore-demande'
import { inscrireEvenement } from '@/lib/demandes/evenements'
import { prevenirAuteur } from '@/lib/demandes/prevenir'
import { appliquerTransition, exigerVersion, verrouillerDemande } from '@/lib/demandes/transition'
import type { posterSchema } from '@/lib/documents/schema'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { dateAvecAnnee } from '@/lib/socle/format'
import { dateAParis } from '@/lib/socle/temps'

/**
 * «Document envoyé par courrier»: what was posted and when, never where to. The caisse sends it to the address it knows of the
 * person (règles du domaine, §4). With an outcome, the demande is closed at once, and its answer says the same.
 */
export async function posterDocument(contexte: Contexte, saisie: z.output<typeof posterSchema>): Promise<Suite> {
  const demande = await verrouillerDemande(contexte, saisie.id)
  if (demande.etat === 'annulee')
    throw new ErreurMetier('etat_change', 'Le partenaire a annulé cette demande : rien n’est à envoyer.')
  exigerVersion(demande, saisie.version)
  exigerJour(saisie.posteLe, dateAParis(demande.deposeeLe), dateAParis(contexte.maintenant))
  const { document, posteLe, issue } = saisie
  const journal = { objetType: 'demande', objetId: demande.id }
  if (!issue) {
    await appliquerTransition(contexte, demande, 'document_poste', {}, { document, posteLe })
    await prevenirAuteur(contexte, demande, 'document_poste')
    return { vers: `/caisse/demandes/${demande.reference}`, journal }
  }
  await inscrireEvenement(contexte, demande, 'document_poste', { document, posteLe })
  const texte = `Document envoyé par courrier le ${dateAvecAnnee(posteLe)}, à l’adresse de la personne que la caisse connaît\u00a0: ${document}.`
  const suite = await cloreDemande(contexte, {
    id: demande.id,
    version: saisie.version,
    issue,
    texte,
    rendezVous: saisie.rendezVous,
  })
  return { ...suite, journal: { ...journal, details: { close: true } } }
}

function exigerJour(posteLe: string, deposee: string, aujourdhui: string): void {
  const refuser = (message: string) => {
    throw new ErreurMetier('saisie', undefined, { posteLe: message })
  }
  if (posteLe > aujourdhui) refuser('Ce jour est à venir : notez l’envoi quand le courrier est parti')
  if (posteLe < deposee)
    refuser(`La demande est arrivée le ${dateAvecAnnee(deposee)} : l’envoi ne peut pas la précéder`)
}
