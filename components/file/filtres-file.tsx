import './filtres.css'
import { ChoixFiltre, type Option } from '@/components/file/choix-filtre'
import { ages, libelleAge, libelleStatut, type Motif } from '@/components/file/filtres-choisis'
import { Bouton } from '@/components/ui/bouton'
import { Search, SlidersHorizontal } from '@/components/ui/icones'
import type { Agent } from '@/lib/demandes/cadre-file'
import type { FiltresFile } from '@/lib/demandes/filtres-file'
import { etats, etatsOuverts, type Service, services } from '@/lib/demandes/modele'
import { definitionDe } from '@/lib/demandes/registre'
import { nomComplet } from '@/lib/socle/acteur'

const libelleDe = (service: Service) => definitionDe(service).libelleCourt
const tous = (libelle: string): Option => ({ valeur: '', libelle })

/**
 * A plain GET form: filters stand in the address and survive «back». Behind one button on a narrow screen, unfolded by the
 * style sheet on a wide one.
 */
export function FiltresFileDAttente({
  filtres,
  motifs,
  agents,
  moi,
  actifs,
}: {
  filtres: FiltresFile
  motifs: Motif[]
  agents: Agent[]
  moi: string
  /** How many filters are in use. */
  actifs: number
}) {
  const statuts = etats.filter((etat) => etatsOuverts.includes(etat) !== (filtres.vue === 'closes'))
  const deService = services.filter((service) => !filtres.service || service === filtres.service)
  return (
    <details className="filtres">
      <summary className="bouton bouton--secondaire">
        <SlidersHorizontal />
        {actifs > 0 ? `Filtres, ${actifs} ${actifs > 1 ? 'actifs' : 'actif'}` : 'Filtres'}
      </summary>
      <search>
        <form action="/caisse/file" method="get" className="filtres__champs">
          <input type="hidden" name="vue" value={filtres.vue} />
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
                autoComplete="off"
                aria-keyshortcuts="/"
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
          <ChoixFiltre
            nom="age"
            libelle="Reçue"
            valeur={filtres.age}
            options={[
              tous('Toutes les dates'),
              ...[...new Set([...ages, ...(filtres.age ? [filtres.age] : [])])].map((jours) => ({
                valeur: jours,
                libelle: `Reçue ${libelleAge(jours)}`,
              })),
            ]}
          />
          <div className="choix choix--dense">
            <input
              type="checkbox"
              id="filtre-urgent"
              name="urgent"
              value="oui"
              defaultChecked={filtres.urgent === 'oui'}
            />
            <label htmlFor="filtre-urgent" className="choix__texte">
              Urgentes
            </label>
          </div>
          <Bouton type="submit" aspect="secondaire" dense>
            Filtrer
          </Bouton>
        </form>
      </search>
    </details>
  )
}
