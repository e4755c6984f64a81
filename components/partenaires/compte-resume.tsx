import { Resume } from '@/components/ui/resume'
import { libellesProfil } from '@/lib/comptes/libelles'
import { derniereConnexion } from '@/lib/habilitations/libelles'
import { effacementLe } from '@/lib/habilitations/regles'
import type { ComptePourCaisse } from '@/lib/partenaires/queries-comptes'
import { dateAvecAnnee, pluriel, telephoneEspace } from '@/lib/socle/format'
import { jourDe } from '@/lib/socle/jour'
import { dateAParis } from '@/lib/socle/temps'

/** Who holds the account, and its dates. */
export function CompteResume({ compte, maintenant }: { compte: ComptePourCaisse; maintenant: Date }) {
  const gestionnaire = compte.profil === 'gestionnaire'
  const modifiable = gestionnaire && compte.tenu && compte.etat !== 'inactif'
  const prevue = jourDe(compte.inactivationPrevueLe)
  const le = (instant: Date) => dateAvecAnnee(dateAParis(instant))
  return (
    <>
      <Resume
        titre="La personne"
        modifier={modifiable ? `/caisse/partenaires/${compte.partenaire.id}/comptes/${compte.id}/modifier` : undefined}
        lignes={[
          { cle: 'Civilité', valeur: compte.civilite === 'madame' ? 'Madame' : 'Monsieur' },
          { cle: 'Fonction', valeur: compte.fonction },
          { cle: 'Téléphone', valeur: telephoneEspace(compte.telephone) ?? 'non renseigné' },
          { cle: 'Adresse électronique', valeur: <span className="break-all">{compte.courriel}</span> },
        ]}
      />
      <Resume
        titre="Le compte"
        lignes={[
          { cle: 'Profil', valeur: libellesProfil[gestionnaire ? 'gestionnaire' : 'technicien'] },
          { cle: 'Identifiant', valeur: compte.identifiant },
          ...(compte.plusieursStructures ? [{ cle: 'Structure', valeur: compte.structure.nom }] : []),
          { cle: 'Créé', valeur: `le ${le(compte.creeLe)}` },
          { cle: 'Activé', valeur: compte.activeLe ? `le ${le(compte.activeLe)}` : 'pas encore' },
          { cle: 'Dernière connexion', valeur: derniereConnexion(compte.connecteLe, maintenant) },
          ...(gestionnaire && compte.techniciensCrees > 0
            ? [{ cle: 'Techniciens rattachés', valeur: pluriel(compte.techniciensCrees, 'compte') }]
            : []),
          ...(prevue ? [{ cle: 'Inactivation', valeur: `prévue le ${dateAvecAnnee(prevue)}` }] : []),
          ...(compte.inactiveLe && compte.etat === 'inactif'
            ? [
                {
                  cle: 'Inactivé',
                  valeur: `le ${le(compte.inactiveLe)}${compte.motifInactivation ? `\u00A0: ${compte.motifInactivation}` : ''}`,
                },
                { cle: 'Effacé', valeur: `le ${dateAvecAnnee(effacementLe(dateAParis(compte.inactiveLe)))}` },
              ]
            : []),
        ]}
      />
    </>
  )
}
