import { TableauFiches } from '@/components/administration/tableau-fiches'
import { BadgeSituation } from '@/components/formations/badge-situation'
import { ouSession, quandSession } from '@/lib/formations/libelles'
import type { FormationListee } from '@/lib/formations/queries-caisse'
import { pluriel } from '@/lib/socle/format'
import { majuscule } from '@/lib/socle/francais'

/** Sessions of the caisse. */
export function TableauFormations({ legende, formations }: { legende: string; formations: FormationListee[] }) {
  return (
    <TableauFiches
      legende={legende}
      colonnes={['Session', 'Jour et lieu', 'Inscriptions', 'État']}
      lignes={formations.map((formation) => ({
        cle: formation.id,
        cellules: [
          <a key="theme" href={`/caisse/formations/${formation.id}`} className="inline-block min-h-6">
            {formation.theme}
          </a>,
          <span key="quand">
            {majuscule(quandSession(formation))}
            <span className="block text-14 text-encre-2">{ouSession(formation)}</span>
          </span>,
          <Inscriptions key="inscrits" formation={formation} />,
          <BadgeSituation key="etat" situation={formation.situation} cote="caisse" />,
        ],
      }))}
    />
  )
}

function Inscriptions({ formation }: { formation: FormationListee }) {
  const { situation, inscrits, places, attente, presents } = formation
  if (situation === 'brouillon') return <>{pluriel(places, 'place')}</>
  if (situation === 'terminee')
    return (
      <>
        {pluriel(presents, 'présent')} sur {pluriel(inscrits, 'inscrit')}
      </>
    )
  return (
    <>
      {pluriel(inscrits, 'inscrit')} pour {pluriel(places, 'place')}
      {attente > 0 && <span className="block text-14 text-encre-2">{attente} en liste d’attente</span>}
    </>
  )
}
