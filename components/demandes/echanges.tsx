import { caisseDAlors } from '@/components/demandes/corrections-en-mots'
import { FichiersJoints } from '@/components/messages/fichiers-joints'
import { MessageRetire, Retrait } from '@/components/messages/retrait'
import { Initiales } from '@/components/ui/initiales'
import { PastilleCourte } from '@/components/ui/pastille'
import type { DemandeDePartenaire } from '@/lib/demandes/demande-partenaire'
import { messagesNonLus } from '@/lib/messages/non-lus'
import { nomComplet } from '@/lib/socle/acteur'
import { relatif } from '@/lib/socle/format'

/** The thread between the partenaire and the caisse, oldest first. */
export function Echanges({
  demande,
  moi,
  maintenant,
  titrePage,
}: {
  demande: DemandeDePartenaire
  moi: string
  maintenant: Date
  titrePage: string
}) {
  const { messages, nonLusPartenaire } = demande
  if (messages.length === 0) return <p className="mt-2 text-encre-2">Aucun message pour l’instant.</p>
  const nouveaux = messagesNonLus(messages, demande.pieces, nonLusPartenaire)
  return (
    <ol>
      {messages.map((message) => {
        const deLaCaisse = message.cote === 'caisse'
        const nom = message.auteurId === moi ? 'Vous' : nomComplet(message.auteur)
        return (
          <li key={message.id} className="flex gap-3 border-b border-filet py-4">
            <Initiales nom={nomComplet(message.auteur)} caisse={deLaCaisse} />
            <div className="min-w-0">
              <h3 className="flex flex-wrap items-baseline gap-x-2 text-15!">
                {nom}
                <span className="font-normal text-encre-2">
                  {deLaCaisse && `${caisseDAlors(demande.evenements, message.envoyeLe) ?? demande.caisse.nom}, `}
                  {relatif(message.envoyeLe, maintenant)}
                </span>
                {nouveaux.has(message.id) && <PastilleCourte nombre={1} />}
              </h3>
              {message.retireLe ? (
                <MessageRetire nom={nom} retireLe={message.retireLe} maintenant={maintenant} />
              ) : (
                <>
                  <p className="lecture mt-1 whitespace-pre-line">{message.texte}</p>
                  <FichiersJoints pieces={demande.pieces} message={message.id} maintenant={maintenant} />
                  <Retrait
                    message={message}
                    demande={demande}
                    moi={moi}
                    maintenant={maintenant}
                    luLe={demande.lectures[0]?.vueLe}
                    titrePage={titrePage}
                  />
                </>
              )}
            </div>
          </li>
        )
      })}
    </ol>
  )
}
