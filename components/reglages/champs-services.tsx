import { ChampTexte } from '@/components/formulaire/champ-texte'
import { CasesACocher } from '@/components/formulaire/choix'
import { services } from '@/lib/demandes/modele'
import { definitionDe } from '@/lib/demandes/registre'

/** Which services are open, and in which order the technicien sees them. */
export function ChampsServices() {
  return (
    <>
      <CasesACocher
        name="actifs"
        label="Services proposés à vos partenaires"
        aide="Un service décoché n’est plus proposé à personne. Pour un seul partenaire, réglez-le sur sa fiche."
        options={services.map((service) => ({ valeur: service, libelle: definitionDe(service).libelle }))}
      />
      <fieldset className="m-0 border-0 p-0">
        <legend className="float-left w-full pb-2 font-[650]">Ordre dans la liste</legend>
        <div className="clear-both grid gap-x-8 tab:grid-cols-2">
          {services.map((service) => (
            <ChampTexte
              key={service}
              name={`ordre.${service}`}
              label={`Rang de « ${definitionDe(service).libelleCourt} »`}
              inputMode="numeric"
              maxLength={2}
              largeur="court"
            />
          ))}
        </div>
      </fieldset>
    </>
  )
}
