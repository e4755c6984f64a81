import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { Avis } from '@/components/ui/avis'
import { actionRenvoyerLienGestionnaire } from '@/lib/partenaires/actions'
import type { ComptePourCaisse } from '@/lib/partenaires/queries-comptes'
import { dateEtHeure } from '@/lib/socle/format'

type Invitation = NonNullable<ComptePourCaisse['invitation']>

/** A link that was not used yet: where the mail stands, why it came back, and the ways out for a gestionnaire. */
export function CompteInvitation({ compte, gere }: { compte: ComptePourCaisse; gere: boolean }) {
  const { invitation, id, partenaire } = compte
  if (!invitation) return null
  const refusee = invitation.etat === 'refusee'
  const adresse = `/caisse/partenaires/${partenaire.id}/comptes/${id}`
  return (
    <Avis
      ton="chaud"
      className="mb-6"
      titre={
        refusee ? `Le courriel à ${invitation.adresse} n’est pas arrivé` : 'Le lien d’activation n’a pas encore servi'
      }
    >
      <p>{refusee ? invitation.cause : mots(invitation)}</p>
      {!gere && <p className="mt-1">Un gestionnaire du partenaire peut corriger l’adresse, ou remettre un lien.</p>}
      {gere && (
        <div className="mt-3 flex flex-wrap items-center gap-x-5 gap-y-2">
          {refusee ? (
            <a href={`${adresse}/modifier`} className="inline-block min-h-6">
              Corriger l’adresse
            </a>
          ) : (
            <Formulaire action={actionRenvoyerLienGestionnaire} titrePage="Compte" cle="renvoyer">
              <ChampCache name="compteId" valeur={id} />
              <BoutonEnvoi aspect="secondaire" dense enCours="Envoi…">
                Renvoyer le courriel
              </BoutonEnvoi>
            </Formulaire>
          )}
          <a href={`${adresse}/lien`} className="inline-block min-h-6">
            Obtenir un lien à remettre
          </a>
        </div>
      )}
    </Avis>
  )
}

function mots({ etat, le, cause }: Invitation): string {
  if (etat === 'en_route') return cause ?? 'Le courriel part dans un instant.'
  if (etat === 'expiree') return le ? `Envoyé ${dateEtHeure(le)}, il n’est plus valable.` : 'Aucun lien n’est valable.'
  return le ? `Envoyé ${dateEtHeure(le)}, il est valable 24\u00A0heures.` : ''
}
