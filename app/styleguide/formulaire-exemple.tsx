import { essayer, garder } from '@/app/styleguide/actions'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { ChampDate } from '@/components/formulaire/champ-date'
import { ChampMotDePasse } from '@/components/formulaire/champ-mot-de-passe'
import { ChampTexte } from '@/components/formulaire/champ-texte'
import { ChampTexteLong } from '@/components/formulaire/champ-texte-long'
import { CaseACocher, CasesACocher, Radios } from '@/components/formulaire/choix'
import { EtatEnregistrement } from '@/components/formulaire/etat-enregistrement'
import { Formulaire } from '@/components/formulaire/formulaire'
import { Liste } from '@/components/formulaire/liste'

export function FormulaireExemple() {
  return (
    <Formulaire
      action={essayer}
      autosave={garder}
      titrePage="Planche des composants"
      cle="planche"
      className="max-w-160"
    >
      <p className="mb-4 flex flex-wrap gap-x-2 text-15 text-encre-2">
        Étape 2 sur 5 <span aria-hidden="true">·</span> <EtatEnregistrement initial="Enregistré à 14 h 02" />
      </p>
      <ChampCache name="version" valeur={1} />
      <Radios
        name="civilite"
        label="Civilité"
        enLigne
        valeur="madame"
        options={[
          { valeur: 'madame', libelle: 'Madame' },
          { valeur: 'monsieur', libelle: 'Monsieur' },
        ]}
      />
      <ChampTexte name="nomUsage" label="Nom d’usage" optionnel aide="Seulement s’il est différent." valeur="N’Diaye" />
      <ChampTexte
        name="telephone"
        label="Téléphone de la personne"
        aide="Ou le vôtre, si vous serez à ses côtés."
        type="tel"
        inputMode="tel"
      />
      <ChampDate
        name="pasAvant"
        label="Pas avant le"
        aide="Par exemple, 24 3 2026"
        valeur={{ jour: '10', mois: '3', annee: '2026' }}
      />
      <Radios
        name="lieu"
        label="Le rendez-vous se tiendra"
        options={[
          { valeur: 'place', libelle: 'Sur place', aide: 'À l’accueil de la caisse.' },
          { valeur: 'telephone', libelle: 'Par téléphone' },
          { valeur: 'visio', libelle: 'En visio' },
        ]}
      />
      <Liste
        name="departement"
        label="Département de résidence"
        options={[
          { valeur: '97', libelle: 'Deux-Vallées' },
          { valeur: '98', libelle: 'Haut-Morvelle' },
        ]}
      />
      <CasesACocher
        name="obstacles"
        label="Ce qui fait obstacle"
        aide="Plusieurs réponses possibles."
        options={[
          { valeur: 'demarches', libelle: 'Ne sait pas quelles démarches faire' },
          { valeur: 'complementaire', libelle: 'N’a pas de complémentaire, ou une qui ne convient pas' },
        ]}
      />
      <ChampTexteLong
        name="situation"
        label="Sa situation en quelques lignes"
        aide="Ce qui a déjà été tenté, ce qui bloque."
      />
      <ChampMotDePasse name="motDePasse" label="Mot de passe" />
      <CaseACocher
        name="attestation"
        label="J’atteste que la personne est non autonome et n’a pas de compte ameli."
        aide="La CPAM des Deux-Vallées réserve les rendez-vous à ces personnes."
      />
      <div className="rangee-boutons">
        <BoutonEnvoi enCours="Vérification…" name="cas" value="erreurs">
          Continuer
        </BoutonEnvoi>
        <BoutonEnvoi enCours="Envoi…" aspect="secondaire" name="cas" value="message">
          Échec en mots
        </BoutonEnvoi>
        <BoutonEnvoi enCours="Envoi…" aspect="secondaire" name="cas" value="session">
          Session fermée
        </BoutonEnvoi>
        <BoutonEnvoi enCours="Envoi…" aspect="tiers" name="cas" value="reussi">
          Enregistrer et reprendre plus tard
        </BoutonEnvoi>
      </div>
    </Formulaire>
  )
}
