import { Badge } from '@/components/ui/badge'
import { type EtatAffiche, StatutDemande } from '@/components/ui/badge-statut'
import { EtatVide } from '@/components/ui/etat-vide'
import { FilRetour } from '@/components/ui/fil-retour'
import { TriangleAlert } from '@/components/ui/icones'
import { Pagination } from '@/components/ui/pagination'
import { Tableau, ZoneDefilante } from '@/components/ui/tableau'
import { type FiltresDerriere, type LigneDerriere, prestationDeFiltre, tailleDerriere } from '@/lib/bilan/derriere'
import { joursEnMots, libellesRendezVous, libellesRespect, prestationCourte } from '@/lib/bilan/libelles'
import type { Jours } from '@/lib/bilan/modele'
import { definitionDe, libelleIssue } from '@/lib/demandes/registre'
import { dateAvecAnnee, dateCourte } from '@/lib/socle/format'
import { dateAParis, joursEntre } from '@/lib/socle/temps'

const debuts: Record<FiltresDerriere['quoi'], string> = {
  deposees: 'Demandes reçues',
  traitees: 'Demandes répondues',
  annulees: 'Demandes annulées par le partenaire',
  ouvertes: 'Demandes ouvertes aujourd’hui',
  retard: 'Demandes en retard aujourd’hui',
  alerte: 'Demandes qui ont passé l’alerte aujourd’hui',
  attente: 'Demandes en attente du partenaire aujourd’hui',
  rendez_vous: 'Demandes avec un rendez-vous',
}

/** What the figure was, in words. */
function criteresEnMots(filtres: FiltresDerriere): string[] {
  const { service, issue, respect, urgent, complement, rouverte, mission, etat } = filtres
  const prestation = prestationDeFiltre(filtres)
  return [
    service && definitionDe(service).libelleCourt,
    prestation !== undefined && prestationCourte[prestation],
    issue && service && (libelleIssue(service, issue) ?? undefined),
    respect && libellesRespect[respect].toLowerCase(),
    urgent && 'urgentes',
    complement && 'avec un complément demandé',
    rouverte && 'rouvertes',
    mission && 'Mission accompagnement santé',
    filtres.piece && 'une pièce manquait',
    filtres.motif && 'un seul motif',
    etat && libellesRendezVous[etat].toLowerCase(),
  ].filter((mot): mot is string => typeof mot === 'string')
}

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
  const aujourdhui = ['ouvertes', 'retard', 'alerte', 'attente'].includes(filtres.quoi)
  const criteres = criteresEnMots(filtres)
  const racine = cote === 'caisse' ? '/caisse/demandes' : '/demandes'
  return (
    <>
      <FilRetour href={retour} libelle="Bilan" />
      <h1>{debuts[filtres.quoi]}</h1>
      <p className="mt-2 mb-5 text-encre-2">
        {[...(aujourdhui ? [] : [`Du ${dateAvecAnnee(jours.du)} au ${dateAvecAnnee(jours.au)}`]), ...criteres].join(
          ', ',
        )}
        {(criteres.length > 0 || !aujourdhui) && '. '}
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
      <Pagination
        suivante={suivante ? { href: adresse(suivante), libelle: `Voir les ${tailleDerriere} suivantes` } : undefined}
        precedente={filtres.apres ? { href: adresse(null), libelle: 'Revenir au début' } : undefined}
      />
    </>
  )
}
