import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { CasesACocher } from '@/components/formulaire/choix'
import { Formulaire } from '@/components/formulaire/formulaire'
import { actionNoterPresences } from '@/lib/formations/actions'
import type { FormationTenueParLaCaisse } from '@/lib/formations/queries-caisse'
import { nomComplet } from '@/lib/socle/acteur'

/** Who was there, ticked name by name; may be corrected after. */
export function Presences({ formation, titrePage }: { formation: FormationTenueParLaCaisse; titrePage: string }) {
  const notees = formation.etat === 'terminee'
  return (
    <Formulaire
      action={actionNoterPresences}
      titrePage={titrePage}
      cle={`presences-${formation.id}`}
      className="max-w-160"
    >
      <ChampCache name="id" valeur={formation.id} />
      <CasesACocher
        name="presents"
        label="Qui était là ?"
        aide="Cochez les personnes présentes. Les autres sont notées absentes. Chaque personne présente reçoit son attestation."
        valeurs={formation.inscrites.filter(({ presente }) => presente).map(({ id }) => id)}
        options={formation.inscrites.map(({ id, compte, partenaire }) => ({
          valeur: id,
          libelle: nomComplet(compte),
          aide: partenaire.nom,
        }))}
      />
      <BoutonEnvoi enCours="Enregistrement…" aspect={notees ? 'secondaire' : 'primaire'}>
        {notees ? 'Corriger les présences' : 'Noter les présences'}
      </BoutonEnvoi>
    </Formulaire>
  )
}
