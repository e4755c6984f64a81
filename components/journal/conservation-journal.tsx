import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampTexte } from '@/components/formulaire/champ-texte'
import { Formulaire } from '@/components/formulaire/formulaire'
import { reglerConservationDuJournal } from '@/lib/journal/actions'

/** How long the journal is kept: a national parameter. */
export function ConservationJournal({ mois, titrePage }: { mois: number; titrePage: string }) {
  return (
    <Formulaire
      action={reglerConservationDuJournal}
      titrePage={titrePage}
      cle="journal"
      className="mt-12 border-t border-filet-2 pt-8"
    >
      <h2 className="mb-4">Journal</h2>
      <ChampTexte
        name="journalMois"
        label="Durée de conservation du journal, en mois"
        aide="De 6 à 36. Ce qui la dépasse est effacé la nuit suivante, et ne revient pas."
        inputMode="numeric"
        largeur="court"
        maxLength={2}
        valeur={String(mois)}
      />
      <BoutonEnvoi aspect="secondaire" enCours="Enregistrement…">
        Enregistrer la durée
      </BoutonEnvoi>
    </Formulaire>
  )
}
