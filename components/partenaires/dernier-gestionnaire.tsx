import { LienBouton } from '@/components/ui/bouton'
import { EtatVide } from '@/components/ui/etat-vide'
import type { ComptePourCaisse } from '@/lib/partenaires/queries-comptes'
import { nomComplet } from '@/lib/socle/acteur'

/** The last active gestionnaire stays: somebody must be able to close the accounts of the techniciens. */
export function DernierGestionnaire({ titre, compte }: { titre: string; compte: ComptePourCaisse }) {
  const { partenaire, structure } = compte
  return (
    <>
      <h1 className="mb-6">{titre}</h1>
      <EtatVide
        titre={`${nomComplet(compte)} est le dernier gestionnaire actif`}
        action={
          <LienBouton href={`/caisse/partenaires/${partenaire.id}/gestionnaires/nouveau?structure=${structure.id}`}>
            Ajouter son successeur
          </LienBouton>
        }
      >
        <p>
          Sans gestionnaire, personne ne pourrait plus créer ni fermer de compte de technicien. Habilitez d’abord un
          successeur ; dès qu’il a activé son compte, celui-ci peut être inactivé.
        </p>
        <p className="mt-3">
          En cas de fraude, de perte ou de vol, <a href={`/signaler?compte=${compte.id}`}>signalez-le</a> : le compte
          est fermé sur-le-champ.
        </p>
      </EtatVide>
    </>
  )
}
