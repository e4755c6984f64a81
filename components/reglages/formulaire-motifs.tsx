import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { ChampTexte } from '@/components/formulaire/champ-texte'
import { CasesACocher } from '@/components/formulaire/choix'
import { FormulaireLecture } from '@/components/reglages/formulaire-lecture'
import { FilRetour } from '@/components/ui/fil-retour'
import type { Service } from '@/lib/demandes/modele'
import { definitionDe } from '@/lib/demandes/registre'
import type { MotifRegle } from '@/lib/reglages/motifs'

/** Which motifs of a service are shown, under which words and in which order. */
export function FormulaireMotifs({
  service,
  motifs,
  version,
  base,
  valeurs,
  erreurs,
}: {
  service: Service
  motifs: MotifRegle[]
  version: number
  base: string
  valeurs: Record<string, string | string[]>
  erreurs?: Record<string, string>
}) {
  const titre = `Motifs : ${definitionDe(service).libelleCourt}`
  return (
    <>
      <FilRetour href={`${base}/motifs#${service}`} libelle="Motifs" />
      <div className="max-w-180">
        <FormulaireLecture
          vers={`${base}/motifs/${service}/verifier`}
          titrePage={titre}
          valeurs={valeurs}
          erreurs={erreurs}
        >
          <h1 className="mb-6">{titre}</h1>
          <ChampCache name="version" valeur={typeof valeurs.version === 'string' ? valeurs.version : version} />
          <CasesACocher
            name="actifs"
            label="Motifs proposés"
            aide="Un motif décoché n’est plus proposé à personne."
            options={motifs.map(({ id, libelle, libelleDeBase }) => ({
              valeur: id,
              libelle: libelle || libelleDeBase,
            }))}
          />
          <h2 className="mb-1">Ordre, intitulés et délais</h2>
          <p className="mb-4 text-15 text-encre-2">
            Le délai d’un motif est celui de sa prestation. Indiquez-en un ici seulement s’il est différent.
          </p>
          {motifs.map(({ id, libelleDeBase, propre }) => (
            <fieldset key={id} className="m-0 border-0 border-t border-filet p-0">
              <legend className="float-left w-full pt-4 pb-2 font-[650]">{libelleDeBase}</legend>
              <div className="clear-both gap-8 tab:flex">
                <ChampTexte name={`ordre.${id}`} label="Rang" inputMode="numeric" maxLength={2} largeur="court" />
                {propre ? (
                  <p className="pb-6 text-15 text-encre-2 tab:pt-8">
                    Motif de la caisse :{' '}
                    <a href={`${base}/motifs/${service}/${id}`}>modifier son intitulé et ses pièces</a>
                  </p>
                ) : (
                  <ChampTexte
                    name={`libelle.${id}`}
                    label="Intitulé dans votre caisse"
                    optionnel
                    maxLength={150}
                    largeur="plein"
                    className="flex-1"
                  />
                )}
              </div>
              <div className="gap-8 tab:flex">
                <ChampTexte
                  name={`delai.${id}`}
                  label="Délai, en jours"
                  optionnel
                  inputMode="numeric"
                  maxLength={4}
                  largeur="court"
                />
                <ChampTexte
                  name={`seuil.${id}`}
                  label="Alerte, en jours avant"
                  optionnel
                  inputMode="numeric"
                  maxLength={4}
                  largeur="court"
                />
              </div>
            </fieldset>
          ))}
          <div className="rangee-boutons mt-2">
            <BoutonEnvoi enCours="Calcul…">Voir ce que cela change</BoutonEnvoi>
            <a href={`${base}/motifs#${service}`} className="inline-block min-h-6">
              Ne rien changer
            </a>
          </div>
        </FormulaireLecture>
      </div>
    </>
  )
}
