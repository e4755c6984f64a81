import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampDate } from '@/components/formulaire/champ-date'
import { ChampTexte } from '@/components/formulaire/champ-texte'
import { Formulaire } from '@/components/formulaire/formulaire'
import { Liste } from '@/components/formulaire/liste'
import { chercherDansLeJournal } from '@/lib/journal/actions'
import { periodes } from '@/lib/journal/criteres'
import { evenementsDe, type Famille, familles, intituleEvenement } from '@/lib/journal/libelles'

const actes = [
  ...Object.entries(familles).map(([valeur, libelle]) => ({ valeur, libelle, groupe: 'Par famille' })),
  ...Object.entries(familles).flatMap(([famille, groupe]) =>
    evenementsDe(famille as Famille).map((valeur) => ({ valeur, libelle: intituleEvenement(valeur), groupe })),
  ),
]

/** What to search the journal for. Sent to the server, and never in the address: it may hold a name. */
export function FormulaireJournal({ parPersonne, ouvert }: { parPersonne: boolean; ouvert: boolean }) {
  return (
    <details open={ouvert} className="border-y border-filet-2 py-3">
      <summary className="min-h-6 cursor-pointer font-semibold text-bleu-700">Chercher dans le journal</summary>
      <Formulaire action={chercherDansLeJournal} titrePage="Journal" cle="journal" className="mt-4">
        <div className="grid gap-x-8 tab:grid-cols-2 bureau:grid-cols-3">
          <Liste
            name="periode"
            label="Période"
            optionnel
            vide={null}
            valeur="7"
            options={Object.entries(periodes).map(([valeur, libelle]) => ({ valeur, libelle }))}
          />
          <Liste name="acte" label="Acte" optionnel vide="Tous les actes" options={actes} />
          <ChampTexte
            name="compte"
            label="Compte"
            aide="Nom, prénom ou identifiant de qui a agi"
            optionnel
            maxLength={80}
          />
          <ChampTexte
            name="demande"
            label="Demande"
            aide="Sa référence, par exemple 26-009030"
            optionnel
            maxLength={20}
          />
          <ChampTexte
            name="adresse"
            label="Adresse de connexion"
            aide="Par exemple 192.0.2.10"
            optionnel
            maxLength={45}
          />
        </div>
        {parPersonne && (
          <fieldset className="mt-2 mb-4">
            <legend className="mb-2 font-[650]">Qui a vu les demandes d’une personne</legend>
            <div className="grid gap-x-8 tab:grid-cols-2 bureau:grid-cols-3">
              <ChampTexte
                name="personne"
                label="Nom et prénom"
                aide="Le nom de naissance ou d’usage. Il n’est gardé nulle part."
                optionnel
                maxLength={120}
              />
              <ChampDate name="naissance" label="Date de naissance" optionnel />
            </div>
          </fieldset>
        )}
        <details className="mb-4">
          <summary className="min-h-6 cursor-pointer text-bleu-700">Entre deux dates précises</summary>
          <div className="mt-3 grid gap-x-8 tab:grid-cols-2 bureau:grid-cols-3">
            <ChampDate name="du" label="Du" aide="Par exemple, 1 3 2026" optionnel />
            <ChampDate name="au" label="Au" aide="Compris" optionnel />
          </div>
        </details>
        <BoutonEnvoi enCours="Recherche…">Chercher</BoutonEnvoi>
      </Formulaire>
    </details>
  )
}
