import { MessageSquareText } from '@/components/ui/icones'
import { nouveautesEnMots } from '@/lib/demandes/nouveautes'

/** What a partenaire has not read yet, always with the noun. */
export function PastilleNouveautes({ nombre }: { nombre: number }) {
  return nombre < 1 ? null : <span className="pastille">{nouveautesEnMots(nombre)}</span>
}

/** Unread messages in the queue and in a thread: «1 nouveau», or an icon and the number with hidden words. */
export function PastilleCourte({ nombre, icone }: { nombre: number; icone?: boolean }) {
  if (nombre < 1) return null
  return (
    <span className="pastille">
      {icone && <MessageSquareText />}
      {nombre}
      <span className={icone ? 'sr-only' : undefined}>
        {nombre > 1 ? (icone ? ' nouveaux messages' : 'nouveaux') : icone ? ' nouveau message' : 'nouveau'}
      </span>
    </span>
  )
}

/** A counter beside the name of a view. Warm for «En retard» and «Urgentes» only, and only above zero. */
export function Compteur({ nombre, chaud }: { nombre: number; chaud?: boolean }) {
  return <span className={`compteur${chaud && nombre > 0 ? ' compteur--chaud' : ''}`}>{nombre}</span>
}
