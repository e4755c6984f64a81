import type { ReactNode } from 'react'
import { DeuxColonnes } from '@/components/cadre/contenu'
import { adresseNouvelle } from '@/components/demandes-habilitation/adresses'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { ChampDate } from '@/components/formulaire/champ-date'
import { ChampTexteLong } from '@/components/formulaire/champ-texte-long'
import { Formulaire } from '@/components/formulaire/formulaire'
import { ChampsIdentite } from '@/components/habilitations/champs-identite'
import { Avis } from '@/components/ui/avis'
import { LienBouton } from '@/components/ui/bouton'
import { FilRetour } from '@/components/ui/fil-retour'
import { PairesNote } from '@/components/ui/resume'
import {
  actionDemanderCreation,
  actionDemanderInactivation,
  actionDemanderModification,
} from '@/lib/demandes-habilitation/actions'
import type { CadreDemande } from '@/lib/demandes-habilitation/queries'
import { echeanceDemande, premiereDateInactivation, type TypeDemande } from '@/lib/demandes-habilitation/regles'
import type { Identite } from '@/lib/habilitations/schema'
import { nomComplet } from '@/lib/socle/acteur'
import type { ActionFormulaire } from '@/lib/socle/etat-action'
import { dateLongue, pluriel } from '@/lib/socle/format'
import type { DateIso } from '@/lib/socle/temps'

export const titresDemande: Record<TypeDemande, string> = {
  creation: 'Créer un compte gestionnaire',
  modification: 'Modifier un compte gestionnaire',
  inactivation: 'Inactiver un compte gestionnaire',
}

const actions: Record<TypeDemande, ActionFormulaire> = {
  creation: actionDemanderCreation,
  modification: actionDemanderModification,
  inactivation: actionDemanderInactivation,
}

/** The form of one kind of request: its fields only. */
export function FormulaireDemande({
  id,
  type,
  cadre,
  aujourdhui,
}: {
  /** Of the request to come, drawn by the page. */
  id: string
  type: TypeDemande
  cadre: CadreDemande
  aujourdhui: DateIso
}) {
  const { caisse, reglages, compte } = cadre
  const titre = titresDemande[type]
  const echeance = echeanceDemande(aujourdhui, reglages.delaiHabilitationJoursOuvres, caisse.calendrier)
  if (cadre.dernier && compte) return <DernierGestionnaire nom={nomComplet(compte)} caisse={caisse.id} />
  return (
    <>
      <FilRetour href={adresseNouvelle({ caisse: caisse.id, ...(compte && { type }) })} />
      <DeuxColonnes
        note={
          <PairesNote
            titre="Votre demande"
            paires={[
              { cle: 'Organisme', valeur: caisse.nom },
              ...(compte ? [{ cle: 'Compte', valeur: `${nomComplet(compte)}, ${compte.identifiant}` }] : []),
              {
                cle: 'Réponse',
                valeur: `sous ${pluriel(reglages.delaiHabilitationJoursOuvres, 'jour ouvré', 'jours ouvrés')}, au plus tard le ${dateLongue(echeance)}`,
              },
            ]}
          />
        }
      >
        <Formulaire action={actions[type]} titrePage={titre} cle={`habilitation-${type}-${compte?.id ?? ''}`}>
          <h1 className="mb-6">{titre}</h1>
          <ChampCache name="id" valeur={id} />
          <ChampCache name="caisseId" valeur={caisse.id} />
          {compte && <ChampCache name="compteId" valeur={compte.id} />}
          <Champs type={type} cadre={cadre} aujourdhui={aujourdhui} />
          <ChampTexteLong
            name="justification"
            label="Un mot pour la caisse"
            optionnel
            lignes={2}
            aide="Par exemple, un départ, une arrivée, une nouvelle fonction."
          />
          <div className="rangee-boutons">
            <BoutonEnvoi enCours="Transmission…">Transmettre à la {caisse.nom}</BoutonEnvoi>
          </div>
        </Formulaire>
      </DeuxColonnes>
    </>
  )
}

function Champs({ type, cadre, aujourdhui }: { type: TypeDemande; cadre: CadreDemande; aujourdhui: DateIso }) {
  const { compte, reglages, domaines } = cadre
  if (type !== 'inactivation')
    return <ChampsIdentite valeurs={compte ? identiteDe(compte) : undefined} domaines={domaines} />
  const preavis = reglages.preavisInactivationJours
  const premiere = premiereDateInactivation(aujourdhui, preavis)
  return (
    <>
      <p className="mb-3">
        Les techniciens que cette personne a créés gardent leur compte : ils sont rattachés à un autre gestionnaire.
        {reglages.inactivationGestionnaire === 'immediate' &&
          ' Cette caisse ferme le compte dès qu’elle applique la demande, sans attendre le jour souhaité.'}
      </p>
      <Avis ton="fond" className="mb-6">
        Une fraude, une perte ou un vol ? N’attendez pas : <a href="/signaler">signalez-le</a>, le compte est fermé tout
        de suite.
      </Avis>
      <ChampDate
        name="souhaiteeLe"
        label="Jour de fermeture souhaité"
        aide={
          <>
            À partir du {dateLongue(premiere)}
            {preavis > 0 && ` : la caisse demande ${pluriel(preavis, 'jour')} de préavis`}.
          </>
        }
      />
    </>
  )
}

function identiteDe(compte: NonNullable<CadreDemande['compte']>): Partial<Identite> {
  const { nom, prenom, fonction, telephone, courriel } = compte
  return {
    civilite: compte.civilite as Identite['civilite'],
    nom,
    prenom,
    fonction,
    telephone: telephone ?? '',
    courriel,
  }
}

function DernierGestionnaire({ nom, caisse }: { nom: string; caisse: string }): ReactNode {
  return (
    <div className="max-w-160">
      <FilRetour href={adresseNouvelle({ caisse, type: 'inactivation' })} />
      <h1 className="mb-4">Un successeur d’abord</h1>
      <p className="mb-3">
        {nom} est le dernier gestionnaire actif de votre structure. Sans gestionnaire, personne ne pourrait plus créer
        ni fermer les comptes des techniciens.
      </p>
      <p className="mb-6">
        Demandez d’abord la création du compte de son successeur : vous pourrez ensuite demander cette inactivation.
      </p>
      <div className="rangee-boutons">
        <LienBouton href={adresseNouvelle({ caisse, type: 'creation' })}>
          Demander un compte pour le successeur
        </LienBouton>
      </div>
    </div>
  )
}
