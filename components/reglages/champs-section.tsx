import type { ReactNode } from 'react'
import { ChampTexte } from '@/components/formulaire/champ-texte'
import { CasesACocher, Radios } from '@/components/formulaire/choix'
import { ChampsDelais } from '@/components/reglages/champs-delais'
import { ChampsServices } from '@/components/reglages/champs-services'
import { modes } from '@/lib/demandes/services/rendez-vous'
import type { Section } from '@/lib/reglages/modele'

function Nombre({
  name,
  label,
  aide,
  optionnel,
}: {
  name: string
  label: string
  aide?: ReactNode
  optionnel?: boolean
}) {
  return (
    <ChampTexte
      name={name}
      label={label}
      aide={aide}
      optionnel={optionnel}
      inputMode="numeric"
      maxLength={6}
      largeur="court"
    />
  )
}

const ouiNon = (oui: string, non: string) => [
  { valeur: 'oui', libelle: oui },
  { valeur: 'non', libelle: non },
]

function ChampsHabilitations() {
  return (
    <>
      <Nombre
        name="delaiHabilitationJoursOuvres"
        label="Délai pour ouvrir, modifier ou fermer un compte de gestionnaire, en jours ouvrés"
        aide="Compté avec les jours fériés de la caisse."
      />
      <Radios
        name="quotaTechniciensActif"
        label="Le nombre de techniciens d’un partenaire est-il limité ?"
        options={ouiNon('Oui, selon son nombre de membres', 'Non')}
      />
      <Radios
        name="inactivationGestionnaire"
        label="L’inactivation d’un gestionnaire s’applique"
        options={[
          { valeur: 'date_souhaitee', libelle: 'À la date souhaitée par le partenaire' },
          { valeur: 'immediate', libelle: 'Dès que la caisse applique la demande' },
        ]}
      />
      <Nombre
        name="preavisInactivationJours"
        label="Préavis d’inactivation d’un gestionnaire, en jours"
        aide="Entre la demande du partenaire et la date souhaitée."
      />
      <Nombre name="intervalleRevueMois" label="Intervalle entre deux revues d’habilitation, en mois" />
      <Nombre name="revueDelaiJours" label="Temps laissé pour signer une revue, en jours" />
      <Nombre
        name="revueSuspensionJours"
        label="Suspendre le partenaire combien de jours après l’échéance d’une revue non signée ?"
        aide="Sans nombre, le partenaire n’est jamais suspendu pour cela."
        optionnel
      />
      <Radios
        name="secondFacteurTechniciens"
        label="Les techniciens se connectent-ils en deux étapes ?"
        aide="Avec une application de codes ou une clé d’accès, en plus du mot de passe. Un partenaire de plusieurs caisses suit la plus exigeante. Les gestionnaires et la caisse y sont tenus par l’administration nationale."
        options={ouiNon('Oui, tous', 'Au choix de chacun')}
      />
    </>
  )
}

function ChampsConventions() {
  return (
    <>
      <Nombre
        name="preavisRenouvellementMois"
        label="Préavis avant un renouvellement tacite, en mois"
        aide="Sans nombre, aucun préavis n’est prévu."
        optionnel
      />
      <Nombre
        name="delaiMiseEnDemeureJours"
        label="Délai pour remédier à un manquement à la convention, en jours"
        aide="0 pour un effet immédiat."
      />
      <Nombre
        name="delaiMiseEnDemeurePortailJours"
        label="Délai pour remédier à un manquement à la convention d’utilisation du portail, en jours"
        aide="0 pour un effet immédiat."
      />
      <Nombre
        name="intervalleAnnuaireMois"
        label="Intervalle entre deux confirmations de l’annuaire, en mois"
        aide="La caisse et chaque partenaire disent alors que leurs contacts sont exacts."
      />
    </>
  )
}

function ChampsRendezVous() {
  return (
    <>
      <Radios
        name="rendezVousRestreint"
        label="Les rendez-vous sont ouverts"
        options={[
          { valeur: 'non', libelle: 'À tout assuré' },
          {
            valeur: 'oui',
            libelle: 'Aux assurés non autonomes et sans compte ameli',
            aide: 'Le technicien l’atteste en faisant la demande.',
          },
        ]}
      />
      <CasesACocher
        name="rendezVousModes"
        label="Ils se tiennent"
        options={Object.entries(modes).map(([valeur, libelle]) => ({ valeur, libelle }))}
      />
    </>
  )
}

function ChampsStatistiques() {
  return (
    <>
      <Radios
        name="periodiciteStatistiques"
        label="Le bilan est partagé avec les partenaires"
        options={[
          { valeur: 'annuelle', libelle: 'Chaque année' },
          { valeur: 'trimestrielle', libelle: 'Chaque trimestre, et chaque année' },
        ]}
      />
      <Radios
        name="chiffresPublics"
        label="Les chiffres de la caisse sont-ils ouverts à tous ?"
        aide="Sur une page sans connexion : la caisse entière, jamais un partenaire ; les nombres inférieurs à 5 sont masqués."
        options={ouiNon('Oui, sans connexion', 'Non')}
      />
    </>
  )
}

function ChampsFichiers() {
  return (
    <>
      <Nombre name="tailleFichierMo" label="Taille d’un fichier, en Mo au plus" />
      <Nombre name="tailleDemandeMo" label="Taille de tous les fichiers d’une demande, en Mo au plus" />
      <Nombre
        name="documentDisponibleJours"
        label="Un document remis dans le portail reste disponible, en jours"
        aide="Remis aux seuls partenaires habilités par leur convention. Passé ce délai, le document est effacé ; la demande et son historique restent."
      />
    </>
  )
}

function ChampsConservation() {
  return (
    <>
      <Nombre
        name="conservationDemandeMois"
        label="Une demande est gardée après sa réponse, en mois"
        aide="De 6 à 120 mois. Annoncé à la personne par la notice d’information."
      />
      <Nombre
        name="conservationSansReponseMois"
        label="Une demande jamais close est effacée après, en mois sans acte"
        aide="De 12 à 60 mois. La caisse est prévenue 30 jours avant ; tout acte repousse l’effacement."
      />
      <Nombre
        name="conservationFichiersMois"
        label="Les fichiers d’une demande sont gardés après sa réponse, en mois"
        aide="De 1 à 120 mois, jamais plus longtemps que la demande."
      />
      <Nombre
        name="conservationRendezVousMois"
        label="Le lieu et la raison d’un rendez-vous sont gardés après son jour, en mois"
        aide="De 1 à 60 mois."
      />
      <Nombre
        name="conservationCourrielsMois"
        label="Les courriels envoyés sont gardés, en mois"
        aide="De 3 à 36 mois."
      />
      <Nombre
        name="conservationHabilitationsMois"
        label="Les demandes et revues d’habilitation sont gardées après la décision, en mois"
        aide="De 12 à 60 mois."
      />
      <Nombre
        name="conservationIncidentsMois"
        label="La description d’un signalement est gardée après sa suite, en mois"
        aide="De 12 à 72 mois."
      />
      <Nombre
        name="conservationConventionsMois"
        label="Les documents d’une convention sont gardés après sa fin, en mois"
        aide="De 24 à 120 mois."
      />
      <Nombre
        name="conservationFormationsMois"
        label="Les inscriptions et présences à une formation sont gardées après son jour, en mois"
        aide="De 12 à 72 mois. Les attestations s’éditent jusque-là ; le nombre de personnes formées reste."
      />
      <Nombre
        name="conservationBibliothequeMois"
        label="Un document retiré de la bibliothèque est gardé après son retrait, en mois"
        aide="De 1 à 60 mois. Il peut être remis en ligne jusque-là."
      />
      <Nombre
        name="delaiNotificationViolationHeures"
        label="Une violation de données est annoncée à l’autre partie en, heures au plus"
        aide="72 au plus : la CNIL doit être prévenue dans ce délai."
      />
    </>
  )
}

function ChampsSurveillance() {
  return (
    <>
      <Nombre
        name="lecturesParHeure"
        label="Prévenir le délégué à partir de combien de demandes lues en une heure ?"
        aide="Par un même compte, de la caisse ou d’un partenaire. Une demande relue compte une fois."
      />
      <Nombre
        name="telechargementsParHeure"
        label="Et à partir de combien de fichiers téléchargés en une heure ?"
        aide="Un seuil bas signale des journées ordinaires ; un seuil haut laisse passer un abus."
      />
    </>
  )
}

const champs: Record<Section, () => ReactNode> = {
  delais: ChampsDelais,
  habilitations: ChampsHabilitations,
  conventions: ChampsConventions,
  'rendez-vous': ChampsRendezVous,
  services: ChampsServices,
  statistiques: ChampsStatistiques,
  fichiers: ChampsFichiers,
  conservation: ChampsConservation,
  surveillance: ChampsSurveillance,
}

/** The fields of a section; their values come from the form around them. */
export function ChampsSection({ section }: { section: Section }) {
  const Champs = champs[section]
  return <Champs />
}
