import { ChampDate } from '@/components/formulaire/champ-date'
import { ChampTexte } from '@/components/formulaire/champ-texte'
import { ChampTexteLong } from '@/components/formulaire/champ-texte-long'
import { Radios } from '@/components/formulaire/choix'
import { Liste } from '@/components/formulaire/liste'
import { actionCorrigerIdentite, actionLeverLimitation, actionLimiterDossiers } from '@/lib/personnes/actions'
import type { DemandeDuDossier } from '@/lib/personnes/dossier'
import { departements } from '@/lib/socle/departements'
import { enParties } from '@/lib/socle/jour'

type Personne = DemandeDuDossier['personne']

/** The acts on the dossiers of a person: what each says before it is done, its fields, and the dossiers it is for. */
export const actesDuDossier = {
  corriger: {
    titre: 'Corriger l’identité de la personne',
    action: actionCorrigerIdentite,
    bouton: 'Corriger ces dossiers',
    danger: false,
    pour: () => true,
    avant:
      'L’identité ci-dessous remplace celle des dossiers cochés, des deux côtés. L’ancienne n’est pas gardée\u00A0: l’historique dit seulement ce qui a été corrigé, par qui et quand.',
    champs: (personne: Personne) => (
      <>
        <Radios
          name="civilite"
          label="Civilité"
          enLigne
          valeur={personne.civilite ?? undefined}
          options={[
            { valeur: 'madame', libelle: 'Madame' },
            { valeur: 'monsieur', libelle: 'Monsieur' },
          ]}
        />
        <ChampTexte
          name="nomNaissance"
          label="Nom de naissance"
          spellCheck={false}
          valeur={personne.nomNaissance ?? undefined}
        />
        <ChampTexte
          name="nomUsage"
          label="Nom d’usage"
          optionnel
          spellCheck={false}
          valeur={personne.nomUsage ?? undefined}
        />
        <ChampTexte name="prenom" label="Prénom" spellCheck={false} valeur={personne.prenom ?? undefined} />
        <ChampDate name="dateNaissance" label="Date de naissance" valeur={enParties(personne.dateNaissance)} />
        <Liste
          name="departement"
          label="Département de résidence"
          valeur={personne.departement ?? undefined}
          options={Object.entries(departements).map(([valeur, libelle]) => ({ valeur, libelle }))}
        />
      </>
    ),
  },
  limiter: {
    titre: 'Limiter des dossiers',
    action: actionLimiterDossiers,
    bouton: 'Limiter ces dossiers',
    danger: true,
    pour: ({ limitation }: DemandeDuDossier) => !limitation,
    avant:
      'Vous serez seul à lire ces dossiers. Les agents et le partenaire n’en verront plus que la référence et l’état, et ne pourront plus agir, ni écrire, ni télécharger. Les délais continuent de courir. Vous pourrez lever la limitation à tout moment.',
    champs: () => <ChampTexteLong name="motif" label="Raison de la limitation" maxLength={500} />,
  },
  lever: {
    titre: 'Lever une limitation',
    action: actionLeverLimitation,
    bouton: 'Lever la limitation',
    danger: false,
    pour: ({ limitation }: DemandeDuDossier) => limitation !== null,
    avant:
      'Prévenez la personne avant de lever la limitation (article 18 du RGPD). Les agents et le partenaire retrouvent ensuite le dossier tel qu’il était.',
    champs: () => null,
  },
} as const
