import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { fermerAutresSessions, fermerSession } from '@/lib/comptes/actions'
import { relatif } from '@/lib/socle/format'

export type SessionOuverte = {
  id: string
  appareil: string
  adresse: string | null
  creeeLe: Date
  vueLe: Date
  courante: boolean
}

/** One's own sessions: one that is closed ends at its next request. */
export function SessionsOuvertes({ sessions, maintenant }: { sessions: SessionOuverte[]; maintenant: Date }) {
  return (
    <section id="sessions" className="mb-10">
      <h2 className="mb-3">Mes sessions ouvertes</h2>
      <p className="mb-3">
        Une session se ferme seule après 30{'\u00a0'}minutes sans activité. Si vous ne reconnaissez pas un appareil,
        fermez sa session et changez de mot de passe.
      </p>
      <ul className="border-t border-filet-2">
        {sessions.map((session) => (
          <li
            key={session.id}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-filet py-3"
          >
            <div className="min-w-0">
              <p className="font-[600]">
                {session.appareil}
                {session.courante && ', cette session'}
              </p>
              <p className="text-15 text-encre-2">
                Ouverte {relatif(session.creeeLe, maintenant)}, vue {relatif(session.vueLe, maintenant)}
                {session.adresse && `, adresse ${session.adresse}`}
              </p>
            </div>
            {!session.courante && (
              <Formulaire action={fermerSession} titrePage="Sécurité" cle={`session-${session.id}`}>
                <ChampCache name="sessionId" valeur={session.id} />
                <BoutonEnvoi aspect="secondaire" dense enCours="Fermeture…">
                  Fermer<span className="sr-only"> la session {session.appareil}</span>
                </BoutonEnvoi>
              </Formulaire>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <Formulaire action={fermerAutresSessions} titrePage="Sécurité" cle="autres-sessions" className="mt-4">
          <BoutonEnvoi aspect="secondaire" enCours="Fermeture…">
            Fermer toutes les autres sessions
          </BoutonEnvoi>
        </Formulaire>
      )}
    </section>
  )
}
