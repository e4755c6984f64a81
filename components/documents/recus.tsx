import { civiliteCourte } from '@/lib/demandes/libelles'
import { dateSansAnnee, heure } from '@/lib/socle/format'
import { dateAParis } from '@/lib/socle/temps'

type Recu = { id: string; le: Date; compteId: string; compte: { civilite: string; prenom: string; nom: string } }

/** Beyond these, behind a button. */
const MONTRES = 2

/** «Mme Le Gall le 3 mars à 10 h 12». */
function recuEnMots({ le, compteId, compte }: Recu, moi: string, maintenant: Date): string {
  const qui = compteId === moi ? 'vous' : `${civiliteCourte[compte.civilite] ?? compte.prenom} ${compte.nom}`
  return `${qui} le ${dateSansAnnee(dateAParis(le), dateAParis(maintenant))} à ${heure(le)}`
}

/** Who has downloaded a delivered document, and when, latest first. */
export function Recus({ recus, moi, maintenant }: { recus: Recu[]; moi: string; maintenant: Date }) {
  if (recus.length === 0) return <p className="text-14 text-encre-2">Pas encore téléchargé.</p>
  const dits = recus.map((recu) => ({ id: recu.id, mots: `Téléchargé par ${recuEnMots(recu, moi, maintenant)}` }))
  const anciens = dits.slice(MONTRES)
  return (
    <div className="text-14 text-encre-2">
      {dits.slice(0, MONTRES).map(({ id, mots }) => (
        <p key={id}>{mots}</p>
      ))}
      {anciens.length > 0 && (
        <details>
          <summary className="min-h-6">Et {anciens.length} fois auparavant</summary>
          {anciens.map(({ id, mots }) => (
            <p key={id}>{mots}</p>
          ))}
        </details>
      )}
    </div>
  )
}
