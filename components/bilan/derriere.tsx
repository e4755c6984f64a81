import { derriereEnMots, titresDerriere } from '@/components/bilan/criteres'
import { ExporterListe } from '@/components/exports/exporter-liste'
import { Badge } from '@/components/ui/badge'
import { type EtatAffiche, StatutDemande } from '@/components/ui/badge-statut'
import { EtatVide } from '@/components/ui/etat-vide'
import { FilRetour } from '@/components/ui/fil-retour'
import { TriangleAlert } from '@/components/ui/icones'
import { Pagination } from '@/components/ui/pagination'
import { Tableau, ZoneDefilante } from '@/components/ui/tableau'
import { type FiltresDerriere, type LigneDerriere, tailleDerriere } from '@/lib/bilan/derriere'
import { joursEnMots } from '@/lib/bilan/libelles'
import type { Jours } from '@/lib/bilan/modele'
import { dateCourte } from '@/lib/socle/format'
import { dateAParis, joursEntre } from '@/lib/socle/temps'

/** «Les demandes derrière ce chiffre», that the reader may open. */
export function DemandesDerriere({
  lignes,
  suivante,
  filtres,
  jours,
  cote,
  retour,
  adresse,
  partielle,
  plusieursPartenaires,
}: {
  lignes: LigneDerriere[]
  suivante: string | null
  filtres: FiltresDerriere
  jours: Jours
  cote: 'caisse' | 'partenaire'
  /** Back to the bilan. */
  retour: string
  /** The same list, from another place. */
  adresse: (apres: string | null) => string
  /** Says that others exist that the reader does not open. */
  partielle?: boolean
  plusieursPartenaires?: boolean
}) {
  const mots = derriereEnMots(filtres, jours)
  const racine = cote === 'caisse' ? '/caisse/demandes' : '/demandes'
  return (
    <>
      <FilRetour href={retour} libelle="Bilan" />
      <h1>{titresDerriere[filtres.quoi]}</h1>
      <p className="mt-2 mb-5 text-encre-2">
        {mots && `${mots}. `}
        {partielle && 'Vous voyez ici celles de votre structure ; le bilan compte celles de tout le partenaire.'}
      </p>
      {lignes.length === 0 ? (
        <EtatVide titre="Aucune demande à montrer">
          <p>Ce chiffre ne compte aucune demande que vous puissiez ouvrir.</p>
        </EtatVide>
      ) : (
        <ZoneDefilante nom="Demandes derrière ce chiffre">
          <Tableau allure="chiffres" legende="Demandes derrière ce chiffre">
            <thead>
              <tr>
                <th scope="col">Référence</th>
                <th scope="col">Motif</th>
                {plusieursPartenaires && <th scope="col">Partenaire</th>}
                <th scope="col">État</th>
                <th scope="col">Reçue le</th>
                <th scope="col">Répondue le</th>
                <th scope="col" className="text-right">
                  Délai
                </th>
              </tr>
            </thead>
            <tbody>
              {lignes.map(({ id, reference, objet, partenaire, etat, deposeeLe, closeLe, respect, urgent }) => {
                const depot = dateAParis(deposeeLe)
                const fin = closeLe && dateAParis(closeLe)
                return (
                  <tr key={id}>
                    <td>
                      <a href={`${racine}/${reference}`}>{reference}</a>
                    </td>
                    <td>
                      {urgent && 'Urgent, '}
                      {objet}
                    </td>
                    {plusieursPartenaires && <td>{partenaire}</td>}
                    <td>
                      <StatutDemande etat={etat as EtatAffiche} cote={cote} />
                    </td>
                    <td>{dateCourte(depot, jours.au)}</td>
                    <td>{fin ? dateCourte(fin, jours.au) : '–'}</td>
                    <td className="text-right">
                      {fin && respect === 'hors' ? (
                        <Badge ton="brique" icone={<TriangleAlert />}>
                          {joursEnMots(joursEntre(depot, fin))}
                          <span className="sr-only">, hors délai</span>
                        </Badge>
                      ) : (
                        joursEnMots(fin ? joursEntre(depot, fin) : null)
                      )}
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </Tableau>
        </ZoneDefilante>
      )}
      {lignes.length > 0 && <ExporterListe adresse={adresse(null)} titrePage={titresDerriere[filtres.quoi]} />}
      <Pagination
        suivante={suivante ? { href: adresse(suivante), libelle: `Voir les ${tailleDerriere} suivantes` } : undefined}
        precedente={filtres.apres ? { href: adresse(null), libelle: 'Revenir au début' } : undefined}
      />
    </>
  )
}
