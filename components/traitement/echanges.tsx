import { caisseDAlors } from '@/components/demandes/corrections-en-mots'
import { FichiersJoints } from '@/components/messages/fichiers-joints'
import { MessageRetire, Retrait } from '@/components/messages/retrait'
import { Lock } from '@/components/ui/icones'
import { Initiales } from '@/components/ui/initiales'
import { PastilleCourte } from '@/components/ui/pastille'
import type { DemandeDeCaisse } from '@/lib/demandes/demande-caisse'
import { nomComplet } from '@/lib/socle/acteur'
import { relatif } from '@/lib/socle/format'

type Message = DemandeDeCaisse['messages'][number]
type Cadre = {
  demande: DemandeDeCaisse
  moi: string
  maintenant: Date
  titrePage: string
  /** The view, kept on the page that follows. */
  suite: string
}

const nomDe = ({ auteur, auteurId }: Message, moi: string) => (auteurId === moi ? 'Vous' : nomComplet(auteur))

/** What a message says, its files, and for its writer the way to withdraw it while its e-mail waits. */
function Contenu({ message, cadre }: { message: Message; cadre: Cadre }) {
  const { demande, moi, maintenant } = cadre
  if (message.retireLe)
    return <MessageRetire nom={nomDe(message, moi)} retireLe={message.retireLe} maintenant={maintenant} />
  const luLe = message.interne ? undefined : lecture(demande, message)
  return (
    <>
      <p className="lecture mt-1 whitespace-pre-line">{message.texte}</p>
      <FichiersJoints pieces={demande.pieces} message={message.id} maintenant={maintenant} />
      <Retrait {...cadre} message={message} luLe={luLe} />
    </>
  )
}

/** When the partenaire last opened the demande, if it did since this message. */
function lecture({ lectures }: DemandeDeCaisse, { envoyeLe }: Message): Date | undefined {
  const vues = lectures.filter(({ cote, vueLe }) => cote === 'partenaire' && vueLe > envoyeLe)
  return vues.sort((a, b) => b.vueLe.getTime() - a.vueLe.getTime())[0]?.vueLe
}

/** Said of the last answer only. */
function accuse(demande: DemandeDeCaisse, message: Message, maintenant: Date): string {
  const luLe = lecture(demande, message)
  return luLe ? `, lu par le partenaire ${relatif(luLe, maintenant)}` : ', pas encore lu'
}

function Note({ message, cadre }: { message: Message; cadre: Cadre }) {
  const { moi, maintenant } = cadre
  return (
    <li className="note-interne">
      <h3 className="flex items-center gap-2 text-15!">
        <Lock />
        Note interne, vue par la caisse seulement
      </h3>
      <Contenu message={message} cadre={cadre} />
      <p className="mt-1 text-14 text-encre-2">
        {nomDe(message, moi)}, {relatif(message.envoyeLe, maintenant)}
      </p>
    </li>
  )
}

function Echange({
  message,
  cadre,
  nouveau,
  dernier,
}: {
  message: Message
  cadre: Cadre
  nouveau: boolean
  dernier: boolean
}) {
  const { demande, moi, maintenant } = cadre
  const deLaCaisse = message.cote === 'caisse'
  // Written by an agent of the caisse it was transferred from.
  const organisme = deLaCaisse ? caisseDAlors(demande.evenements, message.envoyeLe) : demande.partenaire.nom
  return (
    <li className="flex gap-3 border-b border-filet py-4">
      <Initiales nom={nomComplet(message.auteur)} caisse={deLaCaisse} />
      <div className="min-w-0">
        <h3 className="flex flex-wrap items-baseline gap-x-2.5 text-15!">
          {nomDe(message, moi)}
          <span className="font-normal text-encre-2">
            {organisme && `${organisme}, `}
            {relatif(message.envoyeLe, maintenant)}
            {dernier && accuse(demande, message, maintenant)}
          </span>
          {nouveau && <PastilleCourte nombre={1} />}
        </h3>
        <Contenu message={message} cadre={cadre} />
      </div>
    </li>
  )
}

/** The thread, oldest first: messages of both sides, and the notes that the caisse alone sees. */
export function Echanges({ raccourcis, ...cadre }: Cadre & { raccourcis: boolean }) {
  const { messages, nonLusCaisse, etat } = cadre.demande
  const duPartenaire = messages.filter(({ cote, retireLe }) => cote === 'partenaire' && !retireLe)
  const nouveaux = new Set(nonLusCaisse > 0 ? duPartenaire.slice(-nonLusCaisse).map(({ id }) => id) : [])
  const derniereReponse = messages.findLast(
    ({ cote, interne, retireLe }) => cote === 'caisse' && !interne && !retireLe,
  )?.id
  return (
    <section aria-labelledby="echanges">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <h2 id="echanges">Échanges</h2>
        {etat !== 'annulee' && (
          <a href="#texte" aria-keyshortcuts={raccourcis ? 'r' : undefined} className="inline-flex min-h-6 gap-1">
            Écrire une réponse
            {raccourcis && (
              <kbd aria-hidden="true" className="touche max-tab:hidden">
                r
              </kbd>
            )}
          </a>
        )}
      </div>
      {messages.length === 0 && <p className="mt-2 text-encre-2">Aucun message pour l’instant.</p>}
      <ol>
        {messages.map((message) =>
          message.interne ? (
            <Note key={message.id} message={message} cadre={cadre} />
          ) : (
            <Echange
              key={message.id}
              message={message}
              cadre={cadre}
              nouveau={nouveaux.has(message.id)}
              dernier={message.id === derniereReponse}
            />
          ),
        )}
      </ol>
    </section>
  )
}
