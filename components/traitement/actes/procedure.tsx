import { ChampCache } from '@/components/formulaire/champ-cache'
import { ChampTexte } from '@/components/formulaire/champ-texte'
import { type CadreActe, FormulaireActe } from '@/components/traitement/formulaire-acte'
import { actionNoterProcedure } from '@/lib/demandes/actions'

/** «La procédure ordinaire suffisait»: for the balance of the partnership, and for nobody outside the caisse. */
export function Procedure({ cadre }: { cadre: CadreActe }) {
  const note = cadre.demande.procedureOrdinaire
  return (
    <FormulaireActe
      cadre={cadre}
      agir="procedure"
      action={actionNoterProcedure}
      titre={
        note ? 'Retirer «\u00A0procédure ordinaire possible\u00A0»' : 'Noter «\u00A0procédure ordinaire possible\u00A0»'
      }
      avis={
        <p className="lecture mt-2">
          {note
            ? 'La demande ne sera plus comptée parmi celles que la personne pouvait faire par la voie ordinaire.'
            : 'La personne pouvait faire cette démarche par la voie ordinaire (compte ameli, accueil, courrier). Compté pour le bilan du partenariat ; le partenaire ne le voit pas, et rien ne change pour la demande.'}
        </p>
      }
      bouton={note ? 'Retirer' : 'Noter'}
      enCours="Un instant…"
    >
      <ChampCache name="possible" valeur={note ? 'non' : 'oui'} />
      {!note && <ChampTexte name="raison" label="En quelques mots" optionnel maxLength={200} largeur="plein" />}
    </FormulaireActe>
  )
}
