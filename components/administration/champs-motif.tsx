import { ChampCache } from '@/components/formulaire/champ-cache'
import { ChampTexte } from '@/components/formulaire/champ-texte'
import { CaseACocher } from '@/components/formulaire/choix'
import { Liste } from '@/components/formulaire/liste'
import type { MotifDuCatalogue } from '@/lib/catalogue/queries'
import { libellesPrestation } from '@/lib/reglages/libelles'

const prestations = Object.entries(libellesPrestation).map(([valeur, libelle]) => ({ valeur, libelle }))

type Valeurs = Partial<
  Pick<
    MotifDuCatalogue,
    | 'libelle'
    | 'libelleCourt'
    | 'aide'
    | 'ordre'
    | 'assureRequis'
    | 'urgent'
    | 'urgencePossible'
    | 'prestation'
    | 'variantes'
  >
>

/** The fields of a national motif, under the names of `schemaMotif`. */
export function ChampsMotif({ valeurs = {} }: { valeurs?: Valeurs }) {
  const lignes = [...(valeurs.variantes ?? []), ...Array.from({ length: 3 }, () => ({ code: '', libelle: '' }))]
  return (
    <>
      <ChampTexte name="libelle" label="Libellé" maxLength={150} largeur="plein" valeur={valeurs.libelle} />
      <ChampTexte
        name="libelleCourt"
        label="Libellé court"
        aide="Dans les listes et en tête de la demande"
        maxLength={60}
        valeur={valeurs.libelleCourt}
      />
      <ChampTexte
        name="aide"
        label="Aide"
        aide="Une phrase sous le libellé, pour choisir sans se tromper"
        optionnel
        maxLength={400}
        largeur="plein"
        valeur={valeurs.aide ?? ''}
      />
      <ChampTexte
        name="ordre"
        label="Rang dans le service"
        aide="Les plus petits viennent d’abord"
        inputMode="numeric"
        largeur="court"
        maxLength={4}
        valeur={String(valeurs.ordre ?? 100)}
      />
      <Liste
        name="prestation"
        label="Prestation"
        aide="Donne le délai annoncé et compte dans les statistiques"
        optionnel
        options={prestations}
        valeur={valeurs.prestation ?? ''}
        vide="Aucune"
      />
      <CaseACocher
        name="assureRequis"
        label="Concerne un assuré"
        aide="Sinon, le motif porte sur le partenariat"
        cochee={valeurs.assureRequis ?? true}
      />
      <CaseACocher
        name="urgent"
        label="Toujours urgent"
        aide="Traité dans le délai des urgences de la caisse"
        cochee={valeurs.urgent}
      />
      <CaseACocher
        name="urgencePossible"
        label="Peut être dit urgent"
        aide="Avec un justificatif, à prévoir parmi les pièces"
        cochee={valeurs.urgencePossible}
      />
      <fieldset className="champ">
        <legend className="champ__libelle">Précisions (optionnel)</legend>
        <p className="champ__aide">
          Ce que la personne choisit sous le motif : première demande, renouvellement… Chacune remplace le libellé
          court. Videz une ligne pour la retirer.
        </p>
        {lignes.map(({ code, libelle }, rang) => (
          <div key={code || `nouvelle-${rang}`} className="mt-2">
            {code && <ChampCache name={`variantes.${rang}.code`} valeur={code} />}
            <ChampTexte
              name={`variantes.${rang}.libelle`}
              label={`Précision ${rang + 1}`}
              maxLength={120}
              valeur={libelle}
              optionnel
            />
          </div>
        ))}
      </fieldset>
    </>
  )
}
