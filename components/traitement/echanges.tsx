import { Lock } from '@/components/ui/icones'
import { Initiales } from '@/components/ui/initiales'
import { PastilleCourte } from '@/components/ui/pastille'
import type { DemandeDeCaisse } from '@/lib/demandes/queries-caisse'
import { nomComplet } from '@/lib/socle/acteur'
import { relatif } from '@/lib/socle/format'

type Message = DemandeDeCaisse['messages'][number]
type Cadre = { demande: DemandeDeCaisse; moi: string; maintenant: Date }

const nomDe = ({ auteur, auteurId }: Message, moi: string) => (auteurId === moi ? 'Vous' : nomComplet(auteur))

function Texte({ message }: { message: Message }) {
  if (message.retireLe) return <p className="mt-1 text-encre-2">Message retiré par son auteur.</p>
  return <p className="lecture mt-1 whitespace-pre-line">{message.texte}</p>
}

/** Whether the partenaire has opened the demande since: said of the last answer only. */
function accuse({ lectures }: DemandeDeCaisse, { envoyeLe }: Message, maintenant: Date): string {
  const vues = lectures.filter(({ cote, vueLe }) => cote === 'partenaire' && vueLe > envoyeLe)
  const derniere = vues.sort((a, b) => b.vueLe.getTime() - a.vueLe.getTime())[0]
  return derniere ? `, lu par le partenaire ${relatif(derniere.vueLe, maintenant)}` : ', pas encore lu'
}

function Note({ message, moi, maintenant }: { message: Message; moi: string; maintenant: Date }) {
  return (
    <li className="note-interne">
      <h3 className="flex items-center gap-2 text-15!">
        <Lock />
        Note interne, vue par la caisse seulement
      </h3>
      <Texte message={message} />
      <p className="mt-1 text-14 text-encre-2">
        {nomDe(message, moi)}, {relatif(message.envoyeLe, maintenant)}
      </p>
    </li>
  )
}

function Echange({
  message,
  demande,
  moi,
  maintenant,
  nouveau,
  dernier,
}: Cadre & { message: Message; nouveau: boolean; dernier: boolean }) {
  const deLaCaisse = message.cote === 'caisse'
  return (
    <li className="flex gap-3 border-b border-filet py-4">
      <Initiales nom={nomComplet(message.auteur)} caisse={deLaCaisse} />
      <div className="min-w-0">
        <h3 className="flex flex-wrap items-baseline gap-x-2.5 text-15!">
          {nomDe(message, moi)}
          <span className="font-normal text-encre-2">
            {!deLaCaisse && `${demande.partenaire.nom}, `}
            {relatif(message.envoyeLe, maintenant)}
            {dernier && accuse(demande, message, maintenant)}
          </span>
          {nouveau && <PastilleCourte nombre={1} />}
        </h3>
        <Texte message={message} />
      </div>
    </li>
  )
}

/** The thread, oldest first: messages of both sides, and the notes that the caisse alone sees. */
export function Echanges({ demande, moi, maintenant }: Cadre) {
  const { messages, nonLusCaisse } = demande
  const duPartenaire = messages.filter(({ cote }) => cote === 'partenaire')
  const nouveaux = new Set(nonLusCaisse > 0 ? duPartenaire.slice(-nonLusCaisse).map(({ id }) => id) : [])
  const derniereReponse = messages.findLast(({ cote, interne }) => cote === 'caisse' && !interne)?.id
  return (
    <section aria-labelledby="echanges">
      <h2 id="echanges">Échanges</h2>
      {messages.length === 0 && <p className="mt-2 text-encre-2">Aucun message pour l’instant.</p>}
      <ol>
        {messages.map((message) =>
          message.interne ? (
            <Note key={message.id} message={message} moi={moi} maintenant={maintenant} />
          ) : (
            <Echange
              key={message.id}
              message={message}
              demande={demande}
              moi={moi}
              maintenant={maintenant}
              nouveau={nouveaux.has(message.id)}
              dernier={message.id === derniereReponse}
            />
          ),
        )}
      </ol>
    </section>
  )
}
