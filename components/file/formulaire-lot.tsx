import { Fragment, type ReactNode } from 'react'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { ChampTexteLong } from '@/components/formulaire/champ-texte-long'
import { Radios } from '@/components/formulaire/choix'
import { Formulaire } from '@/components/formulaire/formulaire'
import { Liste } from '@/components/formulaire/liste'
import { Avis } from '@/components/ui/avis'
import { absenceEnMots } from '@/lib/absences/libelles'
import { definitionDe } from '@/lib/demandes/registre'
import { actionAttribuerLot, actionCloreLot, actionPrendreLot } from '@/lib/file/actions'
import type { DemandeCochee, Destinataires } from '@/lib/file/queries'
import { DELAI_RETRAIT_MINUTES } from '@/lib/messages/envoi'
import { nomComplet } from '@/lib/socle/acteur'
import { pluriel } from '@/lib/socle/format'
import type { DateIso } from '@/lib/socle/temps'

type Lot = {
  /** Id of the act, drawn by the queue. */
  lot: string
  demandes: DemandeCochee[]
  /** Of the page that follows, to come back to the same view. */
  suite: string
  titre: string
  adresseRetour: string
}

function Enveloppe({
  lot: { lot, demandes, suite, titre, adresseRetour },
  action,
  verbe,
  enCours,
  versions = true,
  children,
}: {
  lot: Lot
  action: typeof actionCloreLot
  verbe: string
  enCours: string
  versions?: boolean
  children?: ReactNode
}) {
  return (
    <Formulaire action={action} titrePage={titre} cle={`lot-${lot}`} suite={suite} className="max-w-160">
      <ChampCache name="lot" valeur={lot} />
      {demandes.map(({ id, version }) => (
        <ChampCache key={id} name={versions ? 'lignes[]' : 'ids[]'} valeur={versions ? `${id}~${version}` : id} />
      ))}
      {children}
      <div className="rangee-boutons">
        <BoutonEnvoi enCours={enCours}>{verbe}</BoutonEnvoi>
        <a href={adresseRetour} className="inline-block min-h-6">
          Revenir à la file sans rien faire
        </a>
      </div>
    </Formulaire>
  )
}

export function PrendreLot(lot: Lot) {
  return (
    <Enveloppe
      lot={lot}
      action={actionPrendreLot}
      verbe={`M’occuper de ${pluriel(lot.demandes.length, 'demande')}`}
      enCours="Un instant…"
      versions={false}
    />
  )
}

export function AttribuerLot({
  agents,
  equipes,
  moi,
  aujourdhui,
  ...lot
}: Lot & Destinataires & { moi: string; aujourdhui: DateIso }) {
  return (
    <Enveloppe
      lot={lot}
      action={actionAttribuerLot}
      verbe={`Attribuer ${pluriel(lot.demandes.length, 'demande')}`}
      enCours="Un instant…"
    >
      <Liste
        name="a"
        label={`À qui\u00A0?`}
        aide="Le délai de chacune continue. Une équipe les retrouve à prendre, un collègue reçoit un courriel."
        largeur="plein"
        options={[
          { valeur: `agent:${moi}`, libelle: 'Moi' },
          ...equipes.map(({ id, nom }) => ({ valeur: `equipe:${id}`, libelle: nom, groupe: 'Une équipe' })),
          ...agents
            .filter(({ id }) => id !== moi)
            .map((agent) => ({
              valeur: `agent:${agent.id}`,
              libelle: [nomComplet(agent), absenceEnMots(agent, aujourdhui)].filter(Boolean).join(', '),
              groupe: 'Un collègue',
            })),
          { valeur: 'personne', libelle: 'À prendre, dans leur équipe', groupe: 'Personne' },
          { valeur: 'commune', libelle: 'À prendre, sans équipe', groupe: 'Personne' },
        ]}
      />
    </Enveloppe>
  )
}

export function CloreLot(lot: Lot) {
  const services = [...new Set(lot.demandes.map(({ service }) => service))]
  const partenaires = new Set(lot.demandes.map(({ partenaire }) => partenaire.nom)).size
  return (
    <Enveloppe
      lot={lot}
      action={actionCloreLot}
      verbe={`Clore ${pluriel(lot.demandes.length, 'demande')}`}
      enCours="Clôture en cours…"
    >
      {services.map((service) => (
        <Fragment key={service}>
          {/* Before the choice, which takes its place: what is missing is said with the other errors. */}
          <ChampCache name={`issues.${service}`} valeur="" />
          <Radios
            name={`issues.${service}`}
            label={services.length > 1 ? `Résultat, ${definitionDe(service).libelleCourt.toLowerCase()}` : 'Résultat'}
            options={definitionDe(service).issues.map(({ code, libelle }) => ({ valeur: code, libelle }))}
          />
        </Fragment>
      ))}
      <ChampTexteLong
        name="texte"
        label={lot.demandes.length > 1 ? 'Votre réponse, la même pour toutes' : 'Votre réponse'}
        aide={partenaires > 1 ? `${partenaires} partenaires la liront\u00A0: ne nommez personne.` : undefined}
        lignes={6}
        maxLength={4000}
      />
      <Avis className="mb-6">
        <p>
          Chaque demande reçoit cette réponse et se ferme. Pendant {DELAI_RETRAIT_MINUTES} minutes, vous pourrez tout
          annuler depuis le compte rendu{'\u00A0'}: les courriels ne partent qu’après.
        </p>
      </Avis>
    </Enveloppe>
  )
}
