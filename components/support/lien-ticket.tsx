import { debutDe } from '@/lib/publications/texte'
import { typo } from '@/lib/socle/format'
import { referenceTicket } from '@/lib/support/libelles'

/** A ticket in a list: its reference, and how what happened begins. */
export function LienTicket({ id, constat }: { id: string; constat: string }) {
  return (
    <>
      <a href={`/support/${id}`} className="inline-block min-h-6 font-[650]">
        {referenceTicket(id)}
      </a>
      <span className="block text-15 font-normal break-words">{typo(debutDe(constat, 90))}</span>
    </>
  )
}
