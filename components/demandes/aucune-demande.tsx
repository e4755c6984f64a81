import { LienBouton } from '@/components/ui/bouton'
import { EtatVide } from '@/components/ui/etat-vide'
import { libelleEtatPartenaire } from '@/lib/demandes/libelles'
import type { FiltresListe } from '@/lib/demandes/liste-partenaire'

/** Says what is empty, and what to do about it. */
export function AucuneDemande({
  filtres,
  filtree,
  adresse,
  depot,
}: {
  filtres: FiltresListe
  filtree: boolean
  adresse: string
  /** A caisse is open: one may file. */
  depot: boolean
}) {
  if (!filtree)
    return (
      <EtatVide
        titre="Votre équipe n’a encore déposé aucune demande"
        action={
          depot && (
            <LienBouton href="/demandes/nouvelle" aspect="secondaire">
              Faire une demande
            </LienBouton>
          )
        }
      >
        <p>Les demandes de toute l’équipe apparaîtront ici, avec leur statut et la date de réponse.</p>
      </EtatVide>
    )
  const { q, statut } = filtres
  const quoi =
    statut === 'ouvertes'
      ? 'Aucune demande ouverte ou récente'
      : statut === 'toutes'
        ? 'Aucune demande'
        : statut === 'attente_complement'
          ? 'Aucune demande en attente d’un complément'
          : `Aucune demande ${libelleEtatPartenaire[statut].toLowerCase()}`
  const etroit = statut !== 'toutes' || filtres.mois !== undefined || filtres.par !== 'equipe'
  return (
    <>
      <EtatVide
        titre={q ? `${quoi} ne correspond à « ${q} »` : `${quoi} ne correspond à ces filtres`}
        action={
          <>
            {etroit && (
              <LienBouton href={`/demandes/toutes${q ? `?q=${encodeURIComponent(q)}` : ''}`} aspect="secondaire">
                Chercher dans tout l’historique
              </LienBouton>
            )}
            <a href={adresse} className="inline-block min-h-6">
              Effacer les filtres
            </a>
          </>
        }
      >
        <p>Les demandes closes ne disparaissent pas : elles restent ici tant que la convention est en vigueur.</p>
      </EtatVide>
      {depot && (
        <p className="mt-6 text-15 text-encre-2">
          La personne n’a encore rien demandé ? <a href="/demandes/nouvelle">Faites une demande pour elle</a>.
        </p>
      )}
    </>
  )
}
