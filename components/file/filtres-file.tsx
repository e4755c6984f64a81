import './filtres.css'
import { ChoixFiltre, type Option } from '@/components/file/choix-filtre'
import {
  ages,
  echeances,
  filtresChoisis,
  libelleAge,
  libelleEcheance,
  libelleStatut,
} from '@/components/file/filtres-choisis'
import { Bouton } from '@/components/ui/bouton'
import { enHtmlGarde } from '@/components/ui/en-html'
import { Search, SlidersHorizontal } from '@/components/ui/icones'
import type { ChoixFiltres } from '@/lib/demandes/choix-filtres'
import type { FiltresFile } from '@/lib/demandes/filtres-file'
import { etats, etatsOuverts, type Service, services } from '@/lib/demandes/modele'
import { definitionDe } from '@/lib/demandes/registre'
import { nomComplet } from '@/lib/socle/acteur'
import { contenuHtml } from '@/lib/socle/html'

const libelleDe = (service: Service) => definitionDe(service).libelleCourt
const tous = (libelle: string): Option => ({ valeur: '', libelle })

/** The choices offered, with the one in use when it is another. */
const proposes = (jours: number[], choisi?: number) => [
  ...new Set([...jours, ...(choisi === undefined ? [] : [choisi])]),
]

function CaseFiltre({ nom, libelle, cochee }: { nom: string; libelle: string; cochee: boolean }) {
  return (
    <div className="choix choix--dense">
      <input type="checkbox" id={`filtre-${nom}`} name={nom} value="oui" defaultChecked={cochee} />
      <label htmlFor={`filtre-${nom}`} className="choix__texte">
        {libelle}
      </label>
    </div>
  )
}

type Props = { filtres: FiltresFile; choix: ChoixFiltres; moi: string }

/**
 * A plain form: filters stand in the address and survive «back», and the words by their id (see `app/recherche/route.ts`). Behind one button on a narrow screen, unfolded by the
 * style sheet on a wide one.
 */
function FiltresFileDAttente({ filtres, choix, moi }: Props) {
  const { motifs, agents, equipes, tousPartenaires } = choix
  const actifs = filtresChoisis(filtres, choix).length
  const statuts = etats.filter((etat) => etatsOuverts.includes(etat) !== (filtres.vue === 'closes'))
  const deService = services.filter((service) => !filtres.service || service === filtres.service)
  return (
    <details className="filtres">
      <summary className="bouton bouton--secondaire">
        <SlidersHorizontal />
        {actifs > 0 ? `Filtres, ${actifs} ${actifs > 1 ? 'actifs' : 'actif'}` : 'Filtres'}
      </summary>
      <search>
        <form action="/recherche" method="post" className="filtres__champs">
          <input type="hidden" name="page" value="file" />
          <input type="hidden" name="vue" value={filtres.vue} />
          {filtres.enregistree && <input type="hidden" name="enregistree" value={filtres.enregistree} />}
          <div className="filtres__champ filtres__champ--recherche">
            <label htmlFor="filtre-q" className="bureau:sr-only">
              Nom ou référence
            </label>
            <span className="filtres__recherche">
              <Search />
              <input
                type="search"
                id="filtre-q"
                name="q"
                defaultValue={filtres.q}
                placeholder="Nom ou référence"
                maxLength={100}
                autoComplete="off"
              />
            </span>
          </div>
          <ChoixFiltre
            nom="service"
            libelle="Service"
            valeur={filtres.service}
            options={[
              tous('Service\u00A0: tous'),
              ...services.map((service) => ({ valeur: service, libelle: libelleDe(service) })),
            ]}
          />
          <ChoixFiltre
            nom="motif"
            libelle="Motif"
            valeur={filtres.motif}
            options={[tous('Motif\u00A0: tous')]}
            groupes={deService.map((service) => ({
              libelle: libelleDe(service),
              options: motifs
                .filter((motif) => motif.service === service)
                .map(({ id, libelleCourt }) => ({ valeur: id, libelle: libelleCourt })),
            }))}
          />
          <ChoixFiltre
            nom="partenaire"
            libelle="Partenaire"
            valeur={filtres.partenaire}
            options={[
              tous('Partenaire\u00A0: tous'),
              ...tousPartenaires.map(({ id, nom }) => ({ valeur: id, libelle: nom })),
            ]}
          />
          <ChoixFiltre
            nom="etat"
            libelle="Statut"
            valeur={filtres.etat}
            options={[
              tous('Statut\u00A0: tous'),
              ...statuts.map((etat) => ({ valeur: etat, libelle: libelleStatut(etat) })),
            ]}
          />
          <ChoixFiltre
            nom="agent"
            libelle="Suivi par"
            valeur={filtres.agent}
            options={[
              tous('Suivi par\u00A0: tous'),
              { valeur: 'moi', libelle: 'Moi' },
              { valeur: 'personne', libelle: 'Personne' },
              ...agents
                .filter(({ id }) => id !== moi)
                .map((agent) => ({ valeur: agent.id, libelle: nomComplet(agent) })),
            ]}
          />
          {equipes.length > 0 && (
            <ChoixFiltre
              nom="equipe"
              libelle="Équipe"
              valeur={filtres.equipe}
              options={[
                tous('Équipe\u00A0: toutes'),
                { valeur: 'miennes', libelle: 'Mes équipes' },
                ...equipes.map(({ id, nom }) => ({ valeur: id, libelle: nom })),
              ]}
            />
          )}
          <ChoixFiltre
            nom="echeance"
            libelle="Échéance"
            valeur={filtres.echeance}
            options={[
              tous('Échéance\u00A0: toutes'),
              ...proposes(echeances, filtres.echeance).map((jours) => ({
                valeur: jours,
                libelle: `Échéance\u00A0: ${libelleEcheance(jours)}`,
              })),
            ]}
          />
          <ChoixFiltre
            nom="age"
            libelle="Reçue"
            valeur={filtres.age}
            options={[
              tous('Toutes les dates'),
              ...proposes(ages, filtres.age).map((jours) => ({
                valeur: jours,
                libelle: `Reçue ${libelleAge(jours)}`,
              })),
            ]}
          />
          <ChoixFiltre
            nom="tri"
            libelle="Trier par"
            valeur={filtres.tri}
            options={[
              tous(filtres.vue === 'closes' ? 'Tri\u00A0: dernières closes' : 'Tri\u00A0: échéance'),
              { valeur: 'recue', libelle: 'Tri\u00A0: date de réception' },
              ...(filtres.vue === 'closes' ? [] : [{ valeur: 'maj', libelle: 'Tri\u00A0: dernier mouvement' }]),
            ]}
          />
          <CaseFiltre nom="urgent" libelle="Urgentes" cochee={filtres.urgent === 'oui'} />
          <CaseFiltre nom="nonLus" libelle="Non lues" cochee={filtres.nonLus === 'oui'} />
          <CaseFiltre nom="procedure" libelle="Procédure ordinaire" cochee={filtres.procedure === 'oui'} />
          <Bouton type="submit" aspect="secondaire" dense>
            Filtrer
          </Bouton>
        </form>
      </search>
    </details>
  )
}

/** Written again when what there is to choose from is read again; but what somebody looks for is kept nowhere. */
export function FiltresGardes(props: Props) {
  const { filtres, choix, moi } = props
  const champs = <FiltresFileDAttente {...props} />
  if (filtres.q) return champs
  const cle = JSON.stringify([{ ...filtres, apres: undefined }, moi])
  return <div {...contenuHtml(enHtmlGarde(choix, cle, champs))} />
}
