import { CircleAlert } from '@/components/ui/icones'

/** The message of a field, between its hint and its control: same words as in the summary. */
export function MessageChamp({ id, message }: { id: string; message?: string }) {
  if (!message) return null
  return (
    <p id={id} className="champ__erreur">
      <CircleAlert />
      <span>
        <span className="sr-only">Erreur : </span>
        {message}
      </span>
    </p>
  )
}
