import { jourDe } from '@/lib/socle/jour'
import './traitement.css'
import type { ReactNode } from 'react'
import { BlocDelai } from '@/components/traitement/bloc-delai'
import { StatutDemande } from '@/components/ui/badge-statut'
import { Urgent } from '@/components/ui/echeance'
import type { DemandeDeCaisse } from '@/lib/demandes/demande-caisse'
import { identiteComplete } from '@/lib/demandes/libelles'
import { definitionDe } from '@/lib/demandes/registre'
import { nomComplet } from '@/lib/socle/acteur'
import { departements } from '@/lib/socle/departements'
import { dateAvecAnnee } from '@/lib/socle/format'
import type { DateIso } from '@/lib/socle/temps'

function personne(demande: DemandeDeCaisse): string {
  const identite = identiteComplete(demande)
  if (!identite) return 'Demande sur le partenariat, sans personne concernée'
  const { dateNaissance, departement, civilite } = demande
  const nee = dateNaissance
    ? `${civilite === 'monsieur' ? 'né' : 'née'} le ${dateAvecAnnee(jourDe(dateNaissance))}`
    : null
  return [identite, nee, departement && (departements[departement] ?? departement)].filter(Boolean).join(', ')
}

/** What it is, for whom, by when, and what can be done about it. */
export function EnteteDemande({
  demande,
  moi,
  aujourdhui,
  navigation,
  actions,
}: {
  demande: DemandeDeCaisse
  moi: string
  aujourdhui: DateIso
  navigation: ReactNode
  actions: ReactNode
}) {
  const { objet, urgent, reference, etat, agent, equipe, service } = demande
  return (
    <div className="border-b border-filet-2 px-5 pt-3 pb-4 max-tab:px-4">
      {navigation}
      <div className="mt-3 flex flex-wrap items-start justify-between gap-x-10 gap-y-3">
        <div className="min-w-0 max-tab:w-full">
          <h1>{objet}</h1>
          <p className="mt-1 text-17">{personne(demande)}</p>
          <p className="mt-1 flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <span className="reference">{reference}</span>
            <StatutDemande etat={etat} cote="caisse" parVous={agent?.id === moi} />
            {urgent && <Urgent />}
            <span className="text-encre-2">
              {definitionDe(service).libelleCourt}
              {equipe && `, ${equipe.nom}`}
              {agent && agent.id !== moi && `, suivie par ${nomComplet(agent)}`}
            </span>
          </p>
        </div>
        <BlocDelai demande={demande} aujourdhui={aujourdhui} />
      </div>
      {actions}
    </div>
  )
}
