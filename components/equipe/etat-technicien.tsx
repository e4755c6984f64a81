import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { Badge } from '@/components/ui/badge'
import { Ban, Check, MailWarning } from '@/components/ui/icones'
import { actionRenvoyerActivation } from '@/lib/habilitations/actions'
import type { Technicien } from '@/lib/habilitations/queries'
import { nomComplet } from '@/lib/socle/acteur'
import { dateSansAnnee } from '@/lib/socle/format'
import { type DateIso, dateAParis } from '@/lib/socle/temps'

/** State of an account, and while its link is not used, where the invitation stands and what to do. */
export function EtatTechnicien({ technicien, aujourdhui }: { technicien: Technicien; aujourdhui: DateIso }) {
  const { etat, inactivationPrevueLe } = technicien
  if (etat === 'inactif') return <BadgeInactif />
  return (
    <>
      {etat === 'actif' ? (
        <Badge ton="cyan" icone={<Check />}>
          Actif
        </Badge>
      ) : (
        <Invitation technicien={technicien} aujourdhui={aujourdhui} />
      )}
      {inactivationPrevueLe && (
        <span className="mt-1 block text-14 text-encre-2">
          à inactiver le {dateSansAnnee(inactivationPrevueLe, aujourdhui)}
        </span>
      )}
    </>
  )
}

export function BadgeInactif() {
  return (
    <Badge ton="papier" icone={<Ban />}>
      Inactivé
    </Badge>
  )
}

function Invitation({ technicien, aujourdhui }: { technicien: Technicien; aujourdhui: DateIso }) {
  const { id, invitation } = technicien
  const refusee = invitation?.etat === 'refusee'
  const qui = nomComplet(technicien)
  return (
    <>
      <Badge ton="brique" icone={<MailWarning />}>
        {refusee ? 'Courriel refusé' : 'Lien non utilisé'}
      </Badge>
      <span className="mt-1 block text-14 text-encre-2">{motsInvitation(invitation, aujourdhui)}</span>
      {refusee ? (
        <a href={`/equipe/${id}`} className="inline-block min-h-6 text-14">
          Corriger l’adresse<span className="sr-only"> de {qui}</span>
        </a>
      ) : (
        <Formulaire
          action={actionRenvoyerActivation}
          titrePage="Votre équipe"
          cle={`renvoyer-${id}`}
          className="[&_.avis]:mt-1"
        >
          <ChampCache name="id" valeur={id} />
          <BoutonEnvoi aspect="tiers" dense enCours="Envoi…" className="min-h-6! border-0! p-0! text-14!">
            <span>
              Renvoyer le courriel<span className="sr-only"> à {qui}</span>
            </span>
          </BoutonEnvoi>
        </Formulaire>
      )}
      <a href={`/equipe/${id}/lien`} className="block min-h-6 text-14">
        Copier un lien à lui remettre<span className="sr-only"> ({qui})</span>
      </a>
    </>
  )
}

function motsInvitation(invitation: Technicien['invitation'], aujourdhui: DateIso): string {
  if (!invitation) return ''
  const le = invitation.le ? dateSansAnnee(dateAParis(invitation.le), aujourdhui) : ''
  if (invitation.etat === 'refusee') return `${invitation.cause} ${invitation.adresse}`
  if (invitation.etat === 'en_route') return invitation.cause ?? 'Le courriel part dans un instant.'
  if (invitation.etat === 'expiree')
    return le ? `Le lien envoyé le ${le} n’est plus valable.` : 'Aucun lien n’est valable.'
  return `Courriel envoyé le ${le}, lien valable 24\u00a0heures.`
}
