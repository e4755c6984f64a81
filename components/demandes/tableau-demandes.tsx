import { StatutDemande } from '@/components/ui/badge-statut'
import { Echeance, Urgent } from '@/components/ui/echeance'
import { ArrowUp } from '@/components/ui/icones'
import { PastilleMessages } from '@/components/ui/pastille'
import { adresseDemande } from '@/lib/demandes/adresses'
import { echeancePourPartenaire, type TonEcheance } from '@/lib/demandes/echeance'
import { nomPersonne } from '@/lib/demandes/libelles'
import type { LigneListe } from '@/lib/demandes/queries-partenaire'
import { nomComplet } from '@/lib/socle/acteur'
import { dateSansAnnee } from '@/lib/socle/format'
import { jourDe } from '@/lib/socle/jour'
import { type DateIso, dateAParis, joursEntre } from '@/lib/socle/temps'

/** The demandes of the structure: a table from 1024 px, the same rows as cards below. Roles are written since cards are no table cells. */
export function TableauDemandes({
  legende,
  lignes,
  moi,
  aujourdhui,
  parEcheance,
}: {
  legende: string
  lignes: LigneListe[]
  /** Account of the reader: «Vous». */
  moi: string
  aujourdhui: DateIso
  /** Ordered by due date. */
  parEcheance: boolean
}) {
  return (
    <table role="table" className="tableau tableau--aere max-bureau:block">
      <caption className="sr-only">{legende}</caption>
      <thead role="rowgroup" className="max-bureau:sr-only">
        <tr role="row">
          <th role="columnheader">Personne</th>
          <th role="columnheader">Motif</th>
          <th role="columnheader">Statut</th>
          <th role="columnheader" aria-sort={parEcheance ? 'ascending' : undefined}>
            <span className="inline-flex items-center gap-1">Échéance {parEcheance && <ArrowUp />}</span>
          </th>
          <th role="columnheader">Déposée par</th>
          <th role="columnheader">Référence</th>
        </tr>
      </thead>
      <tbody role="rowgroup" className="max-bureau:block max-bureau:border-t max-bureau:border-filet-2">
        {lignes.map((ligne) => (
          <Rangee key={ligne.id} ligne={ligne} moi={moi} aujourdhui={aujourdhui} />
        ))}
      </tbody>
    </table>
  )
}

const cellule = 'max-bureau:p-0! max-bureau:border-0!'

function Rangee({ ligne, moi, aujourdhui }: { ligne: LigneListe; moi: string; aujourdhui: DateIso }) {
  const auteur = ligne.auteurId === moi ? 'Vous' : nomComplet(ligne.auteur)
  return (
    <tr
      role="row"
      className="max-bureau:flex max-bureau:flex-wrap max-bureau:items-baseline max-bureau:gap-x-3 max-bureau:gap-y-1 max-bureau:border-b max-bureau:border-filet max-bureau:py-3.5"
    >
      <th role="rowheader" className={`${cellule} max-bureau:w-full max-bureau:text-17`}>
        <a href={adresseDemande(ligne.reference)} className="inline-block min-h-6 font-semibold">
          {nomPersonne(ligne) ?? 'Partenariat'}
        </a>
        {ligne.nonLusPartenaire > 0 && (
          <span className="block leading-none">
            <PastilleMessages nombre={ligne.nonLusPartenaire} />
          </span>
        )}
      </th>
      <td role="cell" className={`${cellule} max-bureau:w-full max-bureau:text-15`}>
        {ligne.urgent && (
          <>
            <Urgent />{' '}
          </>
        )}
        {ligne.objet}
      </td>
      <td role="cell" className={cellule}>
        <StatutDemande etat={ligne.etat} cote="partenaire" />
      </td>
      <td role="cell" className={cellule}>
        <Echeance {...echeanceDe(ligne, aujourdhui)} />
      </td>
      <td role="cell" className="max-bureau:hidden">
        {auteur}
      </td>
      <td role="cell" className={`${cellule} chiffres max-bureau:w-full max-bureau:text-14 max-bureau:text-encre-2`}>
        <span className="whitespace-nowrap">{ligne.reference}</span>
        <span className="bureau:hidden"> · déposée par {auteur === 'Vous' ? 'vous' : auteur}</span>
      </td>
    </tr>
  )
}

/** What the partenaire must do, when it is its turn; else the deadline of the caisse, or the day of the end. */
function echeanceDe(ligne: LigneListe, aujourdhui: DateIso): { mots: string; ton: TonEcheance } {
  if (ligne.closeLe) return { mots: `le ${dateSansAnnee(dateAParis(ligne.closeLe), aujourdhui)}`, ton: 'loin' }
  if (ligne.etat === 'attente_complement' && ligne.suspendueLe) {
    const jours = joursEntre(dateAParis(ligne.suspendueLe), aujourdhui)
    return {
      mots: jours > 0 ? `à compléter depuis ${jours}\u00A0${jours > 1 ? 'jours' : 'jour'}` : 'à compléter',
      ton: 'bientot',
    }
  }
  const dite = echeancePourPartenaire(
    {
      echeanceLe: jourDe(ligne.echeanceLe),
      suspendue: false,
      seuilAlerteJours: ligne.seuilAlerteJours,
    },
    aujourdhui,
  )
  return dite.mots ? dite : { mots: 'sans délai annoncé', ton: 'loin' }
}
