import { Conflit } from '@/components/copil/conflit'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { ChampDate } from '@/components/formulaire/champ-date'
import { ChampTexte } from '@/components/formulaire/champ-texte'
import { Formulaire } from '@/components/formulaire/formulaire'
import { actionPreparerCopil } from '@/lib/copil/actions'
import type { CopilEntier } from '@/lib/copil/modele'
import { heureTapeeDe } from '@/lib/rendez-vous/heures'
import { enParties } from '@/lib/socle/jour'
import { dateAParis } from '@/lib/socle/temps'

/** When and where the meeting is held; the first time, this opens the COPIL. */
export function FormulaireReunion({
  titrePage,
  copil,
  partenaireId,
  adresse,
}: {
  titrePage: string
  copil: CopilEntier | null
  partenaireId: string
  /** The period, as the address of the bilan has it. */
  adresse: string
}) {
  const prevuLe = copil?.prevuLe
  return (
    <Formulaire action={actionPreparerCopil} titrePage={titrePage} cle="copil-reunion">
      <ChampCache name="partenaireId" valeur={partenaireId} />
      <ChampCache name="adresse" valeur={adresse} />
      <ChampCache name="version" valeur={copil?.version ?? 0} />
      <Conflit name="remplacerReunion" quoi="ce qui est enregistré" />
      <div className="flex flex-wrap gap-x-6">
        <ChampDate
          name="prevuLe"
          label="Jour de la réunion"
          aide="Par exemple, 12 3 2027"
          optionnel
          valeur={enParties(prevuLe && dateAParis(prevuLe))}
        />
        <ChampTexte
          name="heure"
          label="Heure"
          aide="Par exemple, 14 h 30"
          optionnel
          valeur={prevuLe ? heureTapeeDe(prevuLe) : undefined}
          largeur="court"
          maxLength={20}
        />
      </div>
      <ChampTexte
        name="lieu"
        label="Lieu ou lien de connexion"
        optionnel
        valeur={copil?.lieu}
        largeur="plein"
        maxLength={300}
      />
      <BoutonEnvoi aspect={copil ? 'secondaire' : 'primaire'} enCours="Enregistrement…">
        {!copil ? 'Préparer le COPIL' : copil.etat === 'annule' ? 'Reprendre le COPIL' : 'Enregistrer la réunion'}
      </BoutonEnvoi>
    </Formulaire>
  )
}
