import { MessageSquareText } from '@/components/ui/icones'

/** Unread messages, always with the noun. */
export function PastilleMessages({ nombre }: { nombre: number }) {
  if (nombre < 1) return null
  return (
    <span className="pastille">
      {nombre} {nombre > 1 ? 'nouveaux messages' : 'nouveau message'}
    </span>
  )
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
