import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampDate } from '@/components/formulaire/champ-date'
import { ChampTexte } from '@/components/formulaire/champ-texte'
import { Formulaire } from '@/components/formulaire/formulaire'
import { Liste } from '@/components/formulaire/liste'
import { Pli } from '@/components/formulaire/pli'
import { chercherDansLeJournal } from '@/lib/journal/actions'
import { type Criteres, type Periode, periodes } from '@/lib/journal/criteres'
import { evenementsDe, type Famille, familles, intituleEvenement } from '@/lib/journal/libelles'
import type { Reperes } from '@/lib/journal/queries'
import { enParties } from '@/lib/socle/jour'

const actes = [
  ...Object.entries(familles).map(([valeur, libelle]) => ({ valeur, libelle, groupe: 'Par famille' })),
  ...Object.entries(familles).flatMap(([famille, groupe]) =>
    evenementsDe(famille as Famille).map((valeur) => ({ valeur, libelle: intituleEvenement(valeur), groupe })),
  ),
]

/**
 * What to search the journal for. Sent to the server, and never in the address: it may hold a name. `criteres`: those of the search
 * that is shown, to be refined; the name of a person is not kept, hence not given back.
 */
export function FormulaireJournal({
  parPersonne,
  ouvert,
  criteres,
  periode,
  reperes,
}: {
  parPersonne: boolean
  ouvert: boolean
  criteres?: Criteres
  /** The entry of the list that the days shown stand for; null when they were typed. */
  periode: Periode | null
  reperes: Reperes
}) {
  const [compte, autreCompte] = criteres?.comptes ?? []
  // Days typed win over the list: they stand there only when the list does not say them.
  const jours = periode ? undefined : criteres
  const [demande] = criteres?.parPersonne ? [] : (criteres?.demandes ?? [])
  return (
    <Formulaire action={chercherDansLeJournal} titrePage="Journal" cle="journal">
      <Pli resume="Chercher dans le journal" fort ouvert={ouvert} className="border-y border-filet-2 py-3">
        <div className="mt-4 grid gap-x-8 tab:grid-cols-2 bureau:grid-cols-3">
          <Liste
            name="periode"
            label="Période"
            optionnel
            vide={null}
            valeur={periode ?? '7'}
            options={Object.entries(periodes).map(([valeur, libelle]) => ({ valeur, libelle }))}
          />
          <Liste name="acte" label="Acte" optionnel vide="Tous les actes" options={actes} valeur={criteres?.acte} />
          <ChampTexte
            name="compte"
            label="Compte"
            aide="Nom, prénom ou identifiant de qui a agi"
            optionnel
            valeur={compte && !autreCompte ? reperes.noms.get(compte)?.identifiant : undefined}
            maxLength={80}
          />
          <ChampTexte
            name="demande"
            label="Demande"
            aide="Sa référence, par exemple 26-009030"
            optionnel
            valeur={demande?.reference}
            maxLength={20}
          />
          <ChampTexte
            name="adresse"
            label="Adresse de connexion"
            aide="Par exemple 192.0.2.10"
            optionnel
            valeur={criteres?.adresse}
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
        <Pli resume="Entre deux dates précises" champs={['du', 'au']} ouvert={jours !== undefined} className="mb-4">
          <div className="mt-3 grid gap-x-8 tab:grid-cols-2 bureau:grid-cols-3">
            <ChampDate
              name="du"
              label="Du"
              aide="Par exemple, 1 3 2026"
              optionnel
              valeur={jours && enParties(jours.du)}
            />
            <ChampDate name="au" label="Au" aide="Compris" optionnel valeur={jours && enParties(jours.au)} />
          </div>
        </Pli>
        <BoutonEnvoi enCours="Recherche…">Chercher</BoutonEnvoi>
      </Pli>
    </Formulaire>
  )
}
