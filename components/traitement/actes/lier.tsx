import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { ChampTexte } from '@/components/formulaire/champ-texte'
import { Formulaire } from '@/components/formulaire/formulaire'
import { type CadreActe, FormulaireActe } from '@/components/traitement/formulaire-acte'
import { actionDelier, actionLier } from '@/lib/demandes/actions'

type Bouton = { id: string; reference: string; titrePage: string; suite: string }

/** Links what the page shows, in one click. */
export function Lier({ id, reference, titrePage, suite }: Bouton) {
  return (
    <Formulaire action={actionLier} titrePage={titrePage} cle={`lier-${reference}`} suite={suite}>
      <ChampCache name="id" valeur={id} />
      <ChampCache name="reference" valeur={reference} />
      <BoutonEnvoi aspect="tiers" dense enCours="Un instant…">
        Lier<span className="sr-only"> à {reference}</span>
      </BoutonEnvoi>
    </Formulaire>
  )
}

export function Delier({ id, reference, titrePage, suite }: Bouton) {
  return (
    <Formulaire action={actionDelier} titrePage={titrePage} cle={`delier-${reference}`} suite={suite}>
      <ChampCache name="id" valeur={id} />
      <ChampCache name="reference" valeur={reference} />
      <BoutonEnvoi aspect="tiers" dense enCours="Un instant…">
        Délier<span className="sr-only"> de {reference}</span>
      </BoutonEnvoi>
    </Formulaire>
  )
}

/** «Lier à une autre demande», by its reference. */
export function LierParReference({ cadre }: { cadre: CadreActe }) {
  return (
    <FormulaireActe
      cadre={cadre}
      agir="lier"
      action={actionLier}
      titre="Lier à une autre demande"
      avis={
        <p className="lecture mt-2">
          Chacune montrera l’autre aux agents de votre caisse. Le partenaire ne voit pas ce lien.
        </p>
      }
      bouton="Lier les deux demandes"
      enCours="Un instant…"
    >
      <ChampTexte
        name="reference"
        label="Référence de l’autre demande"
        aide="Par exemple, 26-004817"
        spellCheck={false}
        maxLength={13}
        largeur="moyen"
      />
    </FormulaireActe>
  )
}
