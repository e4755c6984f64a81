import { telephoneEspace } from '@/lib/socle/format'
import { majuscule } from '@/lib/socle/francais'

type Contact = {
  theme?: string | null
  nom?: string | null
  fonction?: string | null
  telephone: string | null
  courriel: string | null
  adresse?: string | null
  usage?: string | null
  pourQui?: string | null
  horaires?: string | null
}

/** Whom to call or write to: name, telephone and mail one can follow, postal address. */
export function CoordonneesContact({ contact }: { contact: Contact }) {
  const { theme, nom, fonction, telephone, courriel, adresse, usage, pourQui, horaires } = contact
  const titre = theme ?? nom
  return (
    <div className="min-w-0 text-15">
      {titre && <p className="font-[650]">{titre}</p>}
      {theme && nom && <p>{nom}</p>}
      {fonction && <p className="text-encre-2">{fonction}</p>}
      {usage && <p>{usage}</p>}
      {pourQui && <p className="text-encre-2">Pour {pourQui.replace(/^pour\s+/i, '')}</p>}
      {telephone && (
        <p>
          <a href={`tel:${telephone}`} className="inline-block min-h-6">
            {telephoneEspace(telephone)}
          </a>
        </p>
      )}
      {courriel && (
        <p>
          <a href={`mailto:${courriel}`} className="inline-block min-h-6 max-w-full break-words">
            {courriel}
          </a>
        </p>
      )}
      {horaires && <p className="text-encre-2">{majuscule(horaires)}</p>}
      {adresse && <p className="whitespace-pre-line">{adresse}</p>}
    </div>
  )
}
