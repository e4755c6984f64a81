import { Resume } from '@/components/ui/resume'
import { faitsDe } from '@/lib/violations/faits'
import type { ViolationLue } from '@/lib/violations/queries'

/** What was declared. */
export function FaitsViolation({ violation }: { violation: ViolationLue }) {
  return (
    <Resume
      titre="La déclaration"
      lignes={faitsDe(violation).map(({ cle, valeur }) => ({
        cle,
        valeur: <span className="whitespace-pre-line break-words">{valeur}</span>,
      }))}
    />
  )
}
