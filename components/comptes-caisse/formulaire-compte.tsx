import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { CasesACocher } from '@/components/formulaire/choix'
import { Formulaire } from '@/components/formulaire/formulaire'
import { ChampsIdentite } from '@/components/habilitations/champs-identite'
import type { CompteDeCaisse } from '@/lib/comptes-caisse/queries'
import type { Identite } from '@/lib/habilitations/schema'
import type { ActionFormulaire } from '@/lib/socle/etat-action'

const roles = [
  { valeur: 'agent', libelle: 'Agent', aide: 'Lit les demandes de la caisse et y répond' },
  { valeur: 'referent', libelle: 'Référent', aide: 'Gère partenaires, conventions, habilitations et paramètres' },
  { valeur: 'dpo', libelle: 'DPO', aide: 'Consulte le journal et répond aux droits des personnes' },
]

/** Creates an account of a caisse, of an administrateur when `caisseId` is null, or changes `compte`. */
export function FormulaireCompte({
  action,
  titre,
  caisseId,
  compte,
  retour,
  rolesProposes = [],
}: {
  action: ActionFormulaire
  titre: string
  caisseId: string | null
  compte?: CompteDeCaisse
  /** Address of the page one came from. */
  retour: string
  rolesProposes?: string[]
}) {
  return (
    <Formulaire action={action} titrePage={titre} cle={`compte-${compte?.id ?? caisseId ?? 'national'}`}>
      <h1 className="mb-6">{titre}</h1>
      {compte ? (
        <>
          <ChampCache name="compteId" valeur={compte.id} />
          <ChampCache name="version" valeur={compte.version} />
        </>
      ) : (
        caisseId && <ChampCache name="caisseId" valeur={caisseId} />
      )}
      <ChampsIdentite valeurs={compte as (Partial<Identite> & CompteDeCaisse) | undefined} />
      {caisseId && (
        <CasesACocher
          name="roles"
          label="Rôles"
          aide={
            compte
              ? 'Un rôle retiré se ferme dès la page suivante de la personne. S’il n’est plus agent, ses demandes ouvertes reviennent à prendre, chacune dans son équipe.'
              : 'Une personne peut en avoir plusieurs, dans un seul compte.'
          }
          valeurs={compte?.roles ?? rolesProposes}
          options={roles}
        />
      )}
      <div className="rangee-boutons">
        <BoutonEnvoi enCours="Enregistrement…">
          {compte ? 'Enregistrer les changements' : 'Créer le compte et envoyer le lien'}
        </BoutonEnvoi>
        <a href={retour} className="inline-block min-h-6">
          Annuler
        </a>
      </div>
    </Formulaire>
  )
}
