import { Morceaux } from '@/components/recherche/morceaux'
import { type Cote, StatutDemande } from '@/components/ui/badge-statut'
import { Echeance, Urgent } from '@/components/ui/echeance'
import { adresseDemande } from '@/lib/demandes/adresses'
import { type EcheanceDite, echeanceEnMots, echeancePourPartenaire } from '@/lib/demandes/echeance'
import { nomPersonne } from '@/lib/demandes/libelles'
import type { Extrait } from '@/lib/recherche/extraits'
import type { Resultat } from '@/lib/recherche/queries'
import { morceauxExtrait, morceauxNom } from '@/lib/recherche/surligner'
import { dateCourte } from '@/lib/socle/format'
import { jourDe } from '@/lib/socle/jour'
import { type DateIso, dateAParis } from '@/lib/socle/temps'

const groupes: Record<number, string> = {
  1: 'Tels que vous les avez écrits',
  2: 'Noms proches',
  3: 'Par le motif, le partenaire ou le numéro',
  4: 'Dans ce qui a été écrit',
}

const sources: Record<Extrait['source'], string> = {
  description: 'Description',
  message: 'Message',
  note: 'Note interne',
}

type Ligne = { resultat: Resultat; cote: Cote; aujourdhui: DateIso }

/** What was found, grouped by how it answers: a table from 1024 px, the same rows as cards below. */
export function Resultats({ cote, resultats }: { cote: Cote; resultats: Resultat[] }) {
  const aujourdhui = dateAParis(new Date())
  const niveaux = [...new Set(resultats.map(({ niveau }) => niveau))]
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: cards are no table cells, roles are written again
    <table role="table" className="tableau tableau--aere resultats">
      <caption className="sr-only">Demandes trouvées</caption>
      <thead role="rowgroup">
        <tr role="row">
          {['Personne', 'Motif', cote === 'caisse' && 'Partenaire', 'Statut', 'Échéance', 'Reçue', 'Référence']
            .filter((titre) => titre !== false)
            .map((titre) => (
              <th key={titre} role="columnheader" scope="col">
                {titre === 'Reçue' && cote === 'partenaire' ? 'Déposée' : titre}
              </th>
            ))}
        </tr>
      </thead>
      {niveaux.map((niveau) => (
        <tbody key={niveau} role="rowgroup">
          {(niveaux.length > 1 || niveau !== 1) && (
            <tr role="row" className="resultats__groupe">
              <th role="rowheader" scope="rowgroup" colSpan={cote === 'caisse' ? 7 : 6}>
                {groupes[niveau]}
              </th>
            </tr>
          )}
          {resultats
            .filter((resultat) => resultat.niveau === niveau)
            .map((resultat) => (
              <Rangee key={resultat.id} resultat={resultat} cote={cote} aujourdhui={aujourdhui} />
            ))}
        </tbody>
      ))}
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: see above
  )
}

function Rangee({ resultat, cote, aujourdhui }: Ligne) {
  const { reference, objet, urgent, etat, closeLe, deposeeLe, trouves, extrait, nomUsage, partenaire } = resultat
  const nom = nomPersonne({ ...resultat, civilite: null })
  const adresse = cote === 'caisse' ? `/caisse/demandes/${reference}` : adresseDemande(reference)
  return (
    <tr role="row">
      <td role="cell" className="resultats__personne">
        <a href={adresse} className="font-semibold">
          {nom ? <Morceaux morceaux={morceauxNom(nom, trouves)} /> : 'Partenariat'}
        </a>
        {nom && nomUsage && (
          <span className="block text-14 text-encre-2">
            usage <Morceaux morceaux={morceauxNom(nomUsage, trouves)} />
          </span>
        )}
      </td>
      <td role="cell" className="resultats__motif">
        {urgent && !closeLe && (
          <>
            <Urgent />{' '}
          </>
        )}
        {objet}
        {extrait && <Passage extrait={extrait} />}
      </td>
      {cote === 'caisse' && <td role="cell">{partenaire.nom}</td>}
      <td role="cell">
        <StatutDemande etat={etat} cote={cote} />
      </td>
      <td role="cell">
        <Echeance {...echeanceDe(resultat, cote, aujourdhui)} />
      </td>
      <td role="cell" className="resultats__recue">
        <span className="bureau:hidden">{cote === 'caisse' ? 'reçue le ' : 'déposée le '}</span>
        {dateCourte(dateAParis(deposeeLe), aujourdhui)}
      </td>
      <td role="cell" className="reference">
        {reference}
      </td>
    </tr>
  )
}

function Passage({ extrait: { source, extrait } }: { extrait: Extrait }) {
  return (
    <span className="resultats__passage">
      {sources[source]}
      {'\u00a0'}: «{'\u00a0'}
      <Morceaux morceaux={morceauxExtrait(extrait)} />
      {'\u00a0'}»
    </span>
  )
}

function echeanceDe(resultat: Resultat, cote: Cote, aujourdhui: DateIso): EcheanceDite {
  const { closeLe, echeanceLe, suspendueLe, seuilAlerteJours } = resultat
  if (closeLe) return { mots: `close le ${dateCourte(dateAParis(closeLe), aujourdhui)}`, ton: 'loin' }
  const echeance = { echeanceLe: jourDe(echeanceLe), suspendue: suspendueLe !== null, seuilAlerteJours }
  const dite = cote === 'caisse' ? echeanceEnMots(echeance, aujourdhui) : echeancePourPartenaire(echeance, aujourdhui)
  return dite.mots ? dite : { mots: 'sans délai', ton: 'loin' }
}
