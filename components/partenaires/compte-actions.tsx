import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { ListeActions } from '@/components/ui/liste-actions'
import { actionRetablirGestionnaire } from '@/lib/partenaires/actions'
import type { ComptePourCaisse } from '@/lib/partenaires/queries-comptes'

/** What a référent may do with the account: everything for a gestionnaire, an exclusion for a technicien. */
export function CompteActions({ compte }: { compte: ComptePourCaisse }) {
  const { id, etat, profil, partenaire } = compte
  const adresse = `/caisse/partenaires/${partenaire.id}/comptes/${id}`
  if (!compte.tenu) return null
  const gestionnaire = profil === 'gestionnaire'
  const signaler = { href: `/signaler?compte=${id}`, libelle: 'Signaler une fraude, une perte ou un vol', danger: true }
  const reinitialiser = {
    href: `/comptes/${id}/double-authentification`,
    libelle: 'Réinitialiser la double authentification',
  }
  if (!gestionnaire)
    return (
      <section aria-labelledby="titre-actions">
        <h2 id="titre-actions" className="mb-2">
          Agir sur ce compte
        </h2>
        {etat !== 'inactif' && (
          <ListeActions
            regle
            liens={[
              ...(etat === 'actif' ? [reinitialiser] : []),
              { ...signaler, libelle: 'Exclure ou signaler ce compte' },
            ]}
          />
        )}
        <p className="mt-3 text-15 text-encre-2">
          Le compte d’un technicien est créé, modifié et inactivé par les gestionnaires du partenaire. La caisse peut en
          exclure l’utilisateur, par un signalement.
        </p>
      </section>
    )
  const aRetablir = etat === 'inactif' || compte.inactivationPrevueLe !== null
  return (
    <section aria-labelledby="titre-actions">
      <h2 id="titre-actions" className="mb-2">
        Agir sur ce compte
      </h2>
      {etat !== 'inactif' && (
        <ListeActions
          regle
          liens={[
            { href: `${adresse}/modifier`, libelle: 'Modifier l’identité' },
            ...(etat === 'actif' ? [reinitialiser] : []),
            { href: `${adresse}/inactiver`, libelle: 'Inactiver le compte', danger: true },
            signaler,
          ]}
        />
      )}
      {aRetablir && (etat !== 'inactif' || compte.conventionVivante) && (
        <Formulaire action={actionRetablirGestionnaire} titrePage="Compte" cle="retablir" className="mt-5">
          <ChampCache name="compteId" valeur={id} />
          <BoutonEnvoi aspect="secondaire" enCours="Enregistrement…">
            {etat === 'inactif' ? 'Rétablir le compte' : 'Annuler l’inactivation prévue'}
          </BoutonEnvoi>
          {etat === 'inactif' && (
            <p className="mt-3 text-15 text-encre-2">Rétabli, il reprend une place dans le quota de la structure.</p>
          )}
        </Formulaire>
      )}
    </section>
  )
}
