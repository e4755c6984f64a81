import type { CourrielRecu } from '@/lib/socle/courriels-recus'

const quand = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'medium', timeZone: 'Europe/Paris' })

/** One mail, folded: its text, whose links can be followed, and its HTML, which can run nothing. */
export function CourrielAffiche({ courriel }: { courriel: CourrielRecu }) {
  return (
    <details className="rounded-2 border border-filet-2 bg-blanc px-4 py-3">
      <summary className="cursor-pointer">
        <span className="font-[650]">{courriel.sujet || '(sans objet)'}</span>
        <span className="block text-15 text-encre-2">
          Pour {courriel.a.join(', ')} –{' '}
          <time dateTime={courriel.recuLe}>{quand.format(new Date(courriel.recuLe))}</time>
        </span>
      </summary>
      <p className="mt-3 text-15 text-encre-2">
        De {courriel.de}
        <span className="block break-all">Identifiant du message : {courriel.messageId}</span>
      </p>
      <h2 className="mt-4 text-17 font-[650]">Texte</h2>
      <div className="mt-1 max-w-180 border-l-2 border-filet-2 pl-4 break-words whitespace-pre-wrap">
        {avecLiens(courriel.texte)}
      </div>
      {courriel.html && (
        <>
          <h2 className="mt-4 text-17 font-[650]">Mise en forme</h2>
          <iframe
            title={`Courriel mis en forme : ${courriel.sujet}`}
            sandbox=""
            src={`/api/courriels-demo?id=${encodeURIComponent(courriel.id)}`}
            loading="lazy"
            className="mt-1 h-120 w-full border border-filet-2"
          />
        </>
      )}
    </details>
  )
}

function avecLiens(texte: string) {
  return texte.split(/(https?:\/\/[^\s<>"]+)/).map((morceau, rang) =>
    rang % 2 === 1 ? (
      <a key={rang} href={morceau} className="break-all">
        {morceau}
      </a>
    ) : (
      morceau
    ),
  )
}
