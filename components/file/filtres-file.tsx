import './filtres.css'
import type { ReactNode } from 'react'
import { ages, libelleAge, libelleStatut, type Motif } from '@/components/file/filtres-choisis'
import { Bouton } from '@/components/ui/bouton'
import { ChevronDown, Search, SlidersHorizontal } from '@/components/ui/icones'
import type { Agent } from '@/lib/demandes/cadre-file'
import type { FiltresFile } from '@/lib/demandes/filtres-file'
import { etats, etatsOuverts, services } from '@/lib/demandes/modele'
import { definitionDe } from '@/lib/demandes/registre'
import { nomComplet } from '@/lib/socle/acteur'

function Choix({
  nom,
  libelle,
  valeur,
  children,
}: {
  nom: string
  libelle: string
  valeur?: string | number
  children: ReactNode
}) {
  return (
    <div className="filtres__champ">
      <label htmlFor={`filtre-${nom}`} className="bureau:sr-only">
        {libelle}
      </label>
      <span className={`filtres__liste${valeur ? ' filtres__liste--choisi' : ''}`}>
        <select id={`filtre-${nom}`} name={nom} defaultValue={valeur ?? ''}>
          {children}
        </select>
        <ChevronDown />
      </span>
    </div>
  )
}

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
          <Choix nom="service" libelle="Service" valeur={filtres.service}>
            <option value="">{'Service\u00A0: tous'}</option>
            {services.map((service) => (
              <option key={service} value={service}>
                {definitionDe(service).libelleCourt}
              </option>
            ))}
          </Choix>
          <Choix nom="motif" libelle="Motif" valeur={filtres.motif}>
            <option value="">{'Motif\u00A0: tous'}</option>
            {deService.map((service) => (
              <optgroup key={service} label={definitionDe(service).libelleCourt}>
                {motifs
                  .filter((motif) => motif.service === service)
                  .map(({ id, libelleCourt }) => (
                    <option key={id} value={id}>
                      {libelleCourt}
                    </option>
                  ))}
              </optgroup>
            ))}
          </Choix>
          <Choix nom="etat" libelle="Statut" valeur={filtres.etat}>
            <option value="">{'Statut\u00A0: tous'}</option>
            {statuts.map((etat) => (
              <option key={etat} value={etat}>
                {libelleStatut(etat)}
              </option>
            ))}
          </Choix>
          <Choix nom="agent" libelle="Suivi par" valeur={filtres.agent}>
            <option value="">{'Suivi par\u00A0: tous'}</option>
            <option value="moi">Moi</option>
            <option value="personne">Personne</option>
            {agents
              .filter(({ id }) => id !== moi)
              .map((agent) => (
                <option key={agent.id} value={agent.id}>
                  {nomComplet(agent)}
                </option>
              ))}
          </Choix>
          <Choix nom="age" libelle="Reçue" valeur={filtres.age}>
            <option value="">Toutes les dates</option>
            {[...new Set([...ages, ...(filtres.age ? [filtres.age] : [])])].map((jours) => (
              <option key={jours} value={jours}>
                Reçue {libelleAge(jours)}
              </option>
            ))}
          </Choix>
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
