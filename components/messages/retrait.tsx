import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { RendreTexte } from '@/components/messages/rendre-texte'
import { actionRetirerMessage } from '@/lib/messages/actions'
import { lireActe } from '@/lib/messages/avant-acte'
import { finDuRetrait, retirable } from '@/lib/messages/envoi'
import { heure, relatif } from '@/lib/socle/format'

type Message = {
  id: string
  auteurId: string
  interne: boolean
  texte: string
  envoyeLe: Date
  retireLe: Date | null
}

type Fait = { type: string; details: unknown }

/** What goes with the message: said on the button, since nothing is asked twice. */
const verbes: Record<string, string> = {
  note: 'Retirer cette note',
  traitee: 'Retirer cette réponse et annuler la clôture',
  complement_demande: 'Retirer cette demande de complément',
  complement_envoye: 'Retirer cet envoi du complément',
  rouverte: 'Retirer ce message et refermer la demande',
}

/** Under one's own message, while its e-mail waits: the way to withdraw it, until when, and whether it was already read. */
export function Retrait({
  message,
  demande,
  moi,
  maintenant,
  luLe,
  titrePage,
  suite,
}: {
  message: Message
  demande: { id: string; version: number; evenements: Fait[] }
  moi: string
  maintenant: Date
  /** When the other side last opened the demande. */
  luLe?: Date
  titrePage: string
  suite?: string
}) {
  if (!retirable(message, moi, maintenant)) return null
  const fait = demande.evenements.find(
    ({ type, details }) => type !== 'message_retire' && lireActe(details).message === message.id,
  )
  const acte = message.interne ? 'note' : (fait?.type ?? 'message')
  const avant = lireActe(fait?.details).avant
  // A closing, a complément: withdrawn with what it did, or not at all.
  if (avant && verbes[acte] && demande.version !== avant.version + 1) return null
  const lu = luLe && luLe >= message.envoyeLe
  return (
    <Formulaire action={actionRetirerMessage} titrePage={titrePage} cle={`retrait-${message.id}`} suite={suite}>
      <ChampCache name="id" valeur={message.id} />
      <p className="mt-1 flex flex-wrap items-baseline gap-x-3 text-14 text-encre-2">
        <BoutonEnvoi aspect="tiers" dense enCours="Retrait…" className="px-0!">
          {verbes[acte] ?? 'Retirer ce message'}
        </BoutonEnvoi>
        <span>
          possible jusqu’à {heure(finDuRetrait(message.envoyeLe))}
          {lu && <strong className="font-semibold text-encre">, déjà consulté {relatif(luLe, maintenant)}</strong>}
        </span>
      </p>
      <RendreTexte demandeId={demande.id} texte={message.texte} />
    </Formulaire>
  )
}

/** What stands in the place of a withdrawn message, for both sides. */
export function MessageRetire({ nom, retireLe, maintenant }: { nom: string; retireLe: Date; maintenant: Date }) {
  return (
    <p className="mt-1 text-encre-2">
      Message retiré par {nom === 'Vous' ? 'vous' : nom} {relatif(retireLe, maintenant)}
    </p>
  )
}
