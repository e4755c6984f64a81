import { TableauFiches } from '@/components/administration/tableau-fiches'
import type { FormationTenueParLaCaisse } from '@/lib/formations/queries-caisse'
import { nomComplet } from '@/lib/socle/acteur'
import { dateEtHeure } from '@/lib/socle/format'
import { majuscule } from '@/lib/socle/francais'

type Inscription = FormationTenueParLaCaisse['inscrites'][number]

/** Those registered, with what became of each; or those who wait, the first to come first. */
export function Inscrits({
  legende,
  inscriptions,
  presences,
}: {
  legende: string
  inscriptions: readonly Inscription[]
  /** Attendance is recorded. */
  presences: boolean
}) {
  return (
    <TableauFiches
      legende={legende}
      colonnes={['Personne', 'Organisme', presences ? 'Notée' : 'Depuis']}
      lignes={inscriptions.map((inscription) => ({
        cle: inscription.id,
        cellules: [
          <span key="nom">
            {nomComplet(inscription.compte)}
            <span className="block text-14 font-normal text-encre-2">{majuscule(inscription.compte.profil)}</span>
          </span>,
          <Organisme key="organisme" inscription={inscription} />,
          presences ? (
            <Presence key="presence" inscription={inscription} />
          ) : (
            <span key="depuis">{majuscule(dateEtHeure(inscription.inscriteLe))}</span>
          ),
        ],
      }))}
    />
  )
}

function Organisme({ inscription: { partenaire, structure } }: { inscription: Inscription }) {
  return (
    <>
      {partenaire.nom}
      {structure.nom !== partenaire.nom && <span className="block text-14 text-encre-2">{structure.nom}</span>}
    </>
  )
}

function Presence({ inscription: { id, formationId, presente, compte } }: { inscription: Inscription }) {
  if (!presente) return <>Absence</>
  return (
    <>
      Présence,{' '}
      <a href={`/api/formations/${formationId}/attestations/${id}`}>
        attestation (PDF)<span className="sr-only"> {nomComplet(compte)}</span>
      </a>
    </>
  )
}
