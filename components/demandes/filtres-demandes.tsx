import { Bouton } from '@/components/ui/bouton'
import { FiltreListe, FiltreRecherche } from '@/components/ui/filtres'
import type { FiltresListe } from '@/lib/demandes/liste-partenaire'
import type { PageCherchee } from '@/lib/recherche/adresse-de-recherche'

const statuts = [
  { valeur: 'ouvertes', libelle: 'Ouvertes et récentes' },
  { valeur: 'toutes', libelle: 'Toutes' },
  { valeur: 'transmise', libelle: 'Transmises' },
  { valeur: 'attente_complement', libelle: 'Complément demandé' },
  { valeur: 'prise_en_charge', libelle: 'Prises en charge' },
  { valeur: 'traitee', libelle: 'Traitées' },
  { valeur: 'annulee', libelle: 'Annulées' },
]

const periodes = [
  { valeur: '', libelle: 'Depuis le début' },
  { valeur: '1', libelle: 'Dernier mois' },
  { valeur: '3', libelle: '3 derniers mois' },
  { valeur: '12', libelle: '12 derniers mois' },
]

/** Filters of the list, kept in the address, and the words by their id: a plain form. */
export function FiltresDemandes({
  filtres,
  equipe,
  moi,
  page,
  historique,
}: {
  filtres: FiltresListe
  equipe: { id: string; prenom: string; nom: string }[]
  moi: string
  page: PageCherchee
  /** The page of the whole history: with the period, and every statut. */
  historique?: boolean
}) {
  return (
    <form action="/recherche" method="post" className="mb-4 flex flex-wrap items-end gap-3">
      <input type="hidden" name="page" value={page} />
      <FiltreRecherche nom="q" libelle="Nom, référence ou motif" valeur={filtres.q} />
      <FiltreListe
        nom="statut"
        libelle="Statut"
        valeur={filtres.statut}
        options={historique ? statuts.filter(({ valeur }) => valeur !== 'ouvertes') : statuts}
      />
      <FiltreListe
        nom="par"
        libelle="Déposées par"
        valeur={filtres.par}
        options={[
          { valeur: 'equipe', libelle: 'Toute l’équipe' },
          { valeur: 'moi', libelle: 'Vous' },
          ...equipe
            .filter(({ id }) => id !== moi)
            .map(({ id, prenom, nom }) => ({ valeur: id, libelle: `${prenom} ${nom}` })),
        ]}
      />
      {historique && (
        <FiltreListe nom="mois" libelle="Période" valeur={filtres.mois?.toString() ?? ''} options={periodes} />
      )}
      <Bouton type="submit" aspect="secondaire" dense className="min-h-10!">
        Chercher
      </Bouton>
    </form>
  )
}

export function filtree({ q, par, mois, statut }: FiltresListe, statutInitial: string): boolean {
  return Boolean(q || mois || par !== 'equipe' || statut !== statutInitial)
}
