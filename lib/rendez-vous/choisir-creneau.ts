import type { z } from 'zod'
import { verrouillerDemande } from '@/lib/demandes/transition'
import { quand } from '@/lib/rendez-vous/libelles'
import { exigerPossible, rendezVousDe } from '@/lib/rendez-vous/lire'
import { choisissable, restants } from '@/lib/rendez-vous/regles'
import type { choisirSchema } from '@/lib/rendez-vous/schema'
import { CreneauPris, tenir, tenueDe } from '@/lib/rendez-vous/tenir'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'

const MONTRES = 3

/** A technicien chooses one of the slots offered; once one is chosen, another choice moves the rendez-vous. */
export async function choisirCreneau(contexte: Contexte, saisie: z.output<typeof choisirSchema>): Promise<Suite> {
  const { tx, maintenant } = contexte
  const demande = await verrouillerDemande(contexte, saisie.id)
  const rendezVous = await rendezVousDe(tx, demande.id)
  const deplace = rendezVous?.etat === 'fixe'
  exigerPossible(contexte, deplace ? 'deplacer' : 'choisir', demande, rendezVous)
  if (!rendezVous) throw new ErreurMetier('introuvable')
  const offres = rendezVous.propositions.map(({ creneau }) => creneau)
  const creneau = offres.find(({ id }) => id === saisie.creneau)
  if (!creneau)
    throw new ErreurMetier('saisie', undefined, {
      creneau: 'La caisse ne propose plus ce créneau. Rechargez la page : vous verrez ceux qu’elle propose.',
    })
  const vers = `/demandes/${demande.reference}#rendez-vous`
  const journal = { objetType: 'demande', objetId: demande.id } as const
  if (creneau.id === rendezVous.creneauId) return { vers, journal }
  const reste = resteEnMots(restants(offres, maintenant, creneau.id))
  if (creneau.debutLe <= maintenant) throw refuser('Ce créneau est passé.', reste)
  if (!choisissable(creneau, maintenant)) throw refuser('Ce créneau vient d’être pris.', reste)
  try {
    await tenir(contexte, demande, rendezVous, tenueDe(creneau))
  } catch (erreur) {
    throw erreur instanceof CreneauPris ? refuser(erreur.message, reste) : erreur
  }
  return { vers, journal: { ...journal, ...(deplace && { action: 'rendez_vous.deplace' as const }) } }
}

const refuser = (message: string, reste: string) =>
  new ErreurMetier('saisie', undefined, { creneau: `${message} ${reste}` })

function resteEnMots(creneaux: { debutLe: Date; finLe: Date }[]): string {
  if (creneaux.length === 0) return 'Il n’en reste aucun : demandez d’autres créneaux à la caisse.'
  const montres = creneaux.slice(0, MONTRES).map(quand).join(' ; ')
  const autres = creneaux.length - MONTRES
  return `Il reste : ${montres}${autres > 0 ? `, et ${autres} ${autres > 1 ? 'autres' : 'autre'}` : ''}.`
}
