import { ListeComptes } from '@/components/conservation/comptes'
import { LienBouton } from '@/components/ui/bouton'
import { EtatVide } from '@/components/ui/etat-vide'
import { Onglets } from '@/components/ui/onglets'
import { Pagination } from '@/components/ui/pagination'
import { Tableau } from '@/components/ui/tableau'
import { libellesRetenue } from '@/lib/conservation/libelles'
import type { ApercuConservation, FiltresConservation, LigneApercu } from '@/lib/conservation/queries'
import type { Service } from '@/lib/demandes/modele'
import { definitionDe } from '@/lib/demandes/registre'
import { dateAvecAnnee } from '@/lib/socle/format'
import { dateAParis } from '@/lib/socle/temps'

const adresse = (genre: string, apres?: string) =>
  `/caisse/conservation?genre=${genre}${apres ? `&apres=${encodeURIComponent(apres)}` : ''}`

/** What the next nights remove: counts by kind, for tonight and within thirty days. */
export function AVenir({ apercu }: { apercu: ApercuConservation }) {
  return (
    <div className="grid gap-x-10 gap-y-6 tab:grid-cols-2">
      <section aria-labelledby="prochaine">
        <h2 id="prochaine" className="mb-2">
          Effacé la prochaine nuit
        </h2>
        <ListeComptes comptes={apercu.comptes} />
      </section>
      <section aria-labelledby="mois">
        <h2 id="mois" className="mb-2">
          Effacé d’ici trente jours, en tout
        </h2>
        <ListeComptes comptes={apercu.dansUnMois} />
      </section>
    </div>
  )
}

export function OngletsConservation({
  apercu,
  genre,
}: {
  apercu: ApercuConservation
  genre: FiltresConservation['genre']
}) {
  const { comptes, retenues } = apercu
  return (
    <Onglets
      nom="Demandes"
      onglets={[
        {
          href: adresse('close'),
          libelle: 'Closes, à leur terme',
          compte: comptes.demandes ?? 0,
          courant: genre === 'close',
        },
        {
          href: adresse('delaissee'),
          libelle: 'Jamais closes',
          compte: comptes.delaissees ?? 0,
          chaud: (comptes.delaissees ?? 0) > 0,
          courant: genre === 'delaissee',
        },
        { href: adresse('retenue'), libelle: 'Retenues', compte: retenues.length, courant: genre === 'retenue' },
      ]}
    />
  )
}

function quand({ effacementLe, retenue }: LigneApercu, prochain: string): string {
  if (retenue) return 'Gardée'
  if (effacementLe === null) return 'À annoncer d’abord à la caisse'
  return effacementLe <= prochain ? 'La prochaine nuit' : `À partir du ${dateAvecAnnee(effacementLe)}`
}

/** Demandes by reference and dates only: whoever reads this list is not always an agent. */
export function ListeDues({ apercu, filtres }: { apercu: ApercuConservation; filtres: FiltresConservation }) {
  const closes = filtres.genre === 'close'
  if (apercu.lignes.length === 0)
    return (
      <EtatVide
        titre={
          closes ? 'Aucune demande close n’arrive à son terme' : 'Aucune demande n’est sans acte depuis trop longtemps'
        }
      >
        <p>
          {closes
            ? 'La prochaine nuit n’effacera aucune demande.'
            : 'Une demande jamais close est annoncée ici, à son agent et au référent, trente jours avant.'}
        </p>
      </EtatVide>
    )
  const prochain = dateAParis(apercu.passage)
  return (
    <>
      <Tableau legende={closes ? 'Demandes closes à leur terme' : 'Demandes jamais closes'} allure="aere">
        <thead>
          <tr>
            <th scope="col">Référence</th>
            <th scope="col" className="max-tab:hidden">
              Service
            </th>
            <th scope="col">{closes ? 'Close le' : 'Dernier acte le'}</th>
            <th scope="col">Contenu effacé</th>
            <th scope="col">
              <span className="sr-only">Retenir</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {apercu.lignes.map((ligne) => (
            <tr key={ligne.id}>
              <th scope="row" className="reference">
                {ligne.reference}
              </th>
              <td className="max-tab:hidden">{definitionDe(ligne.service as Service).libelleCourt}</td>
              <td>{dateAvecAnnee(dateAParis(ligne.depuis))}</td>
              <td>
                {quand(ligne, prochain)}
                {ligne.retenue && (
                  <span className="text-encre-2"> : {libellesRetenue[ligne.retenue]?.toLowerCase()}</span>
                )}
              </td>
              <td>
                {!ligne.retenue && (
                  <a href={`/caisse/conservation/retenir?reference=${ligne.reference}`}>
                    Retenir<span className="sr-only"> la demande {ligne.reference}</span>
                  </a>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </Tableau>
      <Pagination
        suivante={
          apercu.suivante
            ? { href: adresse(filtres.genre, apercu.suivante), libelle: 'Voir les demandes suivantes' }
            : undefined
        }
        precedente={filtres.apres ? { href: adresse(filtres.genre), libelle: 'Revenir au début' } : undefined}
      />
    </>
  )
}

export function RetenirUneDemande() {
  return (
    <LienBouton aspect="secondaire" href="/caisse/conservation/retenir">
      Retenir une demande
    </LienBouton>
  )
}
