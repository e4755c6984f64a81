import { NoterTenu } from '@/components/rendez-vous/noter-tenu'
import { libelleEtatRendezVous } from '@/lib/rendez-vous/libelles'
import type { Agenda } from '@/lib/rendez-vous/queries'

/** A rendez-vous of the agenda: its demande, and how it went, in one click once its hour has come. */
export function LigneRendezVous({
  rendezVous: { debutLe, etat, demande },
  retour,
  maintenant,
}: {
  rendezVous: Agenda['rendezVous'][number]
  retour: string
  maintenant: Date
}) {
  const commence = debutLe !== null && debutLe <= maintenant
  return (
    <div className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-4 gap-y-1">
      <p className="min-w-0 flex-1">
        <a href={`/caisse/demandes/${demande.reference}#rendez-vous`} className="reference">
          {demande.reference}
        </a>
        , {demande.objet}
        {['honore', 'manque'].includes(etat) && <span className="font-semibold"> – {libelleEtatRendezVous(etat)}</span>}
      </p>
      {commence && etat === 'fixe' && <NoterTenu id={demande.id} reference={demande.reference} retour={retour} dense />}
    </div>
  )
}
