import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { ChampsSection } from '@/components/reglages/champs-section'
import { FormulaireLecture } from '@/components/reglages/formulaire-lecture'
import { FilRetour } from '@/components/ui/fil-retour'
import { titresSection } from '@/lib/reglages/libelles'
import type { Section } from '@/lib/reglages/modele'

/** The form of a section of settings, for a caisse of one's own or, for an administrateur, any. */
export function FormulaireSection({
  section,
  caisse,
  version,
  base,
  valeurs,
  erreurs,
}: {
  section: Section
  caisse: { nom: string }
  version: number
  /** Address of the settings of the caisse, without the section. */
  base: string
  valeurs: Record<string, string | string[]>
  erreurs?: Record<string, string>
}) {
  const titre = titresSection[section]
  return (
    <>
      <FilRetour href={`${base}#${section}`} libelle="Paramètres" />
      <div className="max-w-180">
        <FormulaireLecture vers={`${base}/${section}/verifier`} titrePage={titre} valeurs={valeurs} erreurs={erreurs}>
          <h1>{titre}</h1>
          <p className="mt-2 mb-6 text-encre-2">{caisse.nom}</p>
          <ChampCache name="version" valeur={typeof valeurs.version === 'string' ? valeurs.version : version} />
          <ChampsSection section={section} />
          <div className="rangee-boutons">
            <BoutonEnvoi enCours="Calcul…">Voir ce que cela change</BoutonEnvoi>
            <a href={`${base}#${section}`} className="inline-block min-h-6">
              Ne rien changer
            </a>
          </div>
        </FormulaireLecture>
      </div>
    </>
  )
}
