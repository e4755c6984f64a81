import { TableauFiches } from '@/components/administration/tableau-fiches'
import { Badge } from '@/components/ui/badge'
import { ouSession, quandSession } from '@/lib/formations/libelles'
import type { FormationProposee } from '@/lib/formations/queries-partenaire'
import { placesLibres } from '@/lib/formations/regles'
import { pluriel } from '@/lib/socle/format'
import { majuscule } from '@/lib/socle/francais'

type Props = {
  legende: string
  formations: FormationProposee[]
  /** A gestionnaire reads how many of its team take part. */
  equipe: boolean
  avecCaisse: boolean
  /** Held: no seat is left to count. */
  passees?: boolean
}

/** Sessions as a partenaire sees them: what is left, and where one stands. */
export function TableauProposees({ legende, formations, equipe, avecCaisse, passees = false }: Props) {
  return (
    <TableauFiches
      legende={legende}
      colonnes={['Session', 'Jour et lieu', ...(passees ? [] : ['Places']), equipe ? 'Vous et votre équipe' : 'Vous']}
      lignes={formations.map((formation) => ({
        cle: formation.id,
        cellules: [
          <span key="theme">
            <a href={`/formations/${formation.id}`} className="inline-block min-h-6">
              {formation.theme}
            </a>
            {avecCaisse && <span className="block text-14 font-normal text-encre-2">{formation.caisse.nom}</span>}
          </span>,
          <span key="quand">
            {majuscule(quandSession(formation))}
            <span className="block text-14 text-encre-2">{ouSession(formation)}</span>
          </span>,
          ...(passees ? [] : [<Places key="places" formation={formation} />]),
          <Soi key="soi" formation={formation} equipe={equipe} />,
        ],
      }))}
    />
  )
}

function Places({ formation }: { formation: FormationProposee }) {
  switch (formation.situation) {
    case 'annulee':
      return <Badge ton="discret">Annulée</Badge>
    case 'ouverte': {
      const libres = placesLibres(formation)
      return <>{libres > 0 ? pluriel(libres, 'place libre', 'places libres') : 'Complet, liste d’attente'}</>
    }
    case 'close':
      return <>Inscriptions closes</>
    case 'commencee':
      return <>En cours</>
    default:
      return <>Passée</>
  }
}

function Soi({ formation, equipe }: { formation: FormationProposee; equipe: boolean }) {
  const { moi, siens, situation } = formation
  const autres = siens - (moi ? 1 : 0)
  // Nobody holds a seat in what will not take place.
  if (situation === 'annulee') return null
  return (
    <>
      {moi && <span className="block">{etatDe(moi)}</span>}
      {equipe && autres > 0 && (
        <span className="block text-15">
          {pluriel(autres, 'personne de votre équipe', 'personnes de votre équipe')}
        </span>
      )}
    </>
  )
}

function etatDe({ etat, presente }: NonNullable<FormationProposee['moi']>): string {
  if (presente !== null) return presente ? 'Session suivie, attestation prête' : 'Absence notée'
  return etat === 'attente' ? 'En liste d’attente' : 'Place réservée'
}
