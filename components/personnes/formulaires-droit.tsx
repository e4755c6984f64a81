import { ChampDate } from '@/components/formulaire/champ-date'
import { ChampTexteLong } from '@/components/formulaire/champ-texte-long'
import { Radios } from '@/components/formulaire/choix'
import {
  actionDeciderOpposition,
  actionProlongerDroit,
  actionRepondreDroit,
  actionVerifierIdentite,
} from '@/lib/personnes/actions'
import { aidesIssue, issues, libellesIssue, libellesMoyen, moyensIdentite } from '@/lib/personnes/libelles'
import { enParties } from '@/lib/socle/jour'
import { dateAParis } from '@/lib/socle/temps'

const aujourdhui = () => enParties(dateAParis(new Date()))

/** The acts on a request that ask for something: title, fields and words of their button. */
export const actesDuDroit = {
  identite: {
    titre: 'Noter la vérification de l’identité',
    action: actionVerifierIdentite,
    bouton: 'Enregistrer la vérification',
    champs: () => (
      <>
        <Radios
          name="identiteMoyen"
          label="Comment l’identité a été vérifiée"
          aide="Sans garder de copie d’une pièce d’identité quand ce n’est pas nécessaire."
          options={moyensIdentite.map((valeur) => ({ valeur, libelle: libellesMoyen[valeur] }))}
        />
        <ChampDate
          name="identiteLe"
          label="Vérifiée le"
          aide="Aujourd’hui, ou le jour où c’était."
          valeur={aujourdhui()}
        />
      </>
    ),
  },
  prolonger: {
    titre: 'Prolonger le délai de deux mois',
    action: actionProlongerDroit,
    bouton: 'Prolonger le délai',
    champs: () => (
      <>
        <p className="lecture mb-5">
          Une seule fois, pour une demande complexe. La personne doit être prévenue, avec la raison, dans le premier
          mois.
        </p>
        <ChampTexteLong name="motif" label="Raison" maxLength={500} />
        <ChampDate
          name="diteLe"
          label="Personne prévenue le"
          aide="Aujourd’hui, ou le jour où c’était."
          valeur={aujourdhui()}
        />
      </>
    ),
  },
  repondre: {
    titre: 'Enregistrer la réponse',
    action: actionRepondreDroit,
    bouton: 'Enregistrer la réponse',
    champs: () => (
      <>
        <Radios
          name="issue"
          label="Issue"
          options={issues.map((valeur) => ({ valeur, libelle: libellesIssue[valeur], aide: aidesIssue[valeur] }))}
        />
        <ChampTexteLong name="reponse" label="Ce qui a été répondu" maxLength={2_000} />
        <ChampDate
          name="reponduLe"
          label="Réponse partie le"
          aide="Aujourd’hui, ou le jour où elle est partie."
          valeur={aujourdhui()}
        />
      </>
    ),
  },
  opposition: {
    titre: 'Décider de l’opposition',
    action: actionDeciderOpposition,
    bouton: 'Enregistrer la décision',
    champs: () => (
      <>
        <Radios
          name="decision"
          label="Décision"
          options={[
            {
              valeur: 'acceptee',
              libelle: 'Acceptée',
              aide: 'Les agents lisent votre consigne sur chaque demande de cette personne, y compris les prochaines.',
            },
            {
              valeur: 'refusee',
              libelle: 'Refusée',
              aide: 'La mission d’intérêt public de la caisse l’emporte\u00A0: dites pourquoi. Rien n’est montré aux agents.',
            },
          ]}
        />
        <ChampTexteLong
          name="consigne"
          label="Consigne aux agents, ou raison du refus"
          aide="Par exemple, ne plus écrire au partenaire, répondre à la personne seule."
          maxLength={500}
        />
      </>
    ),
  },
} as const
