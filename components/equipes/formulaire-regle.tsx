import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { Formulaire } from '@/components/formulaire/formulaire'
import { Liste } from '@/components/formulaire/liste'
import { services } from '@/lib/demandes/modele'
import { definitionDe } from '@/lib/demandes/registre'
import { actionAjouterRegle } from '@/lib/equipes/actions'
import type { Routage } from '@/lib/equipes/queries-reglages'

/** A rule: one criterion or several, and the team. */
export function FormulaireRegle({ titre, routage }: { titre: string; routage: Routage }) {
  const { motifs, partenaires, equipes } = routage
  return (
    <Formulaire action={actionAjouterRegle} titrePage={titre} cle="regle-nouvelle" className="max-w-160">
      <h1 className="mb-2">{titre}</h1>
      <p className="mb-5">
        Choisissez un critère, ou plusieurs pour une règle plus précise. Un motif suffit à dire son service.
      </p>
      <Liste
        name="motif"
        label="Motif"
        optionnel
        vide="N’importe quel motif"
        largeur="plein"
        options={motifs.map(({ id, libelle, service }) => ({
          valeur: id,
          libelle,
          groupe: definitionDe(service).libelleCourt,
        }))}
      />
      <Liste
        name="partenaire"
        label="Partenaire qui dépose"
        optionnel
        vide="N’importe quel partenaire"
        largeur="plein"
        options={partenaires.map(({ id, nom }) => ({ valeur: id, libelle: nom }))}
      />
      <Liste
        name="service"
        label="Service"
        optionnel
        vide="N’importe quel service"
        largeur="plein"
        options={services.map((service) => ({ valeur: service, libelle: definitionDe(service).libelleCourt }))}
      />
      <Liste
        name="equipe"
        label="Équipe qui reçoit"
        options={equipes.map(({ id, nom }) => ({ valeur: id, libelle: nom }))}
      />
      <div className="rangee-boutons">
        <BoutonEnvoi enCours="Enregistrement…">Ajouter la règle</BoutonEnvoi>
        <a href="/caisse/parametres/routage" className="inline-block min-h-6">
          Ne rien ajouter
        </a>
      </div>
    </Formulaire>
  )
}
