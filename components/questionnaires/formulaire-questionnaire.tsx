import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { ChampDate } from '@/components/formulaire/champ-date'
import { ChampTexte } from '@/components/formulaire/champ-texte'
import { ChampTexteLong } from '@/components/formulaire/champ-texte-long'
import { Radios } from '@/components/formulaire/choix'
import { Formulaire } from '@/components/formulaire/formulaire'
import { actionEnregistrerQuestionnaire } from '@/lib/questionnaires/actions'
import type { QuestionnaireTenuParLaCaisse } from '@/lib/questionnaires/queries-caisse'
import { enParties } from '@/lib/socle/jour'
import type { DateIso } from '@/lib/socle/temps'

type BaseQuestionnaire = {
  anciens: { id: string; titre: string; annee: number }[]
  annee: number
  titre: string
  introduction: string
  rappels: number[]
  ouvreLe: DateIso
  fermeLe: DateIso
}

type Props = { titre: string } & (
  | { lu: QuestionnaireTenuParLaCaisse; base?: never }
  | { base: BaseQuestionnaire; lu?: never }
)

/** A questionnaire to prepare, or a draft to change; its questions come after. */
export function FormulaireQuestionnaire({ titre, lu, base }: Props) {
  const { ouvreLe, fermeLe, rappels, annee, titre: nom, introduction } = lu ?? base
  const [dernier] = base?.anciens ?? []
  return (
    <Formulaire
      action={actionEnregistrerQuestionnaire}
      titrePage={titre}
      cle={`questionnaire-${lu?.id ?? 'nouveau'}`}
      className="max-w-160"
    >
      <h1 className="mb-5">{titre}</h1>
      <ChampCache name="id" valeur={lu?.id ?? ''} />
      {lu && <ChampCache name="version" valeur={lu.version} />}
      {lu ? (
        <ChampCache name="annee" valeur={annee} />
      ) : (
        <ChampTexte
          name="annee"
          label="Année"
          valeur={String(annee)}
          largeur="court"
          inputMode="numeric"
          maxLength={4}
        />
      )}
      <ChampTexte name="titre" label="Titre" valeur={nom} largeur="plein" maxLength={120} />
      <ChampTexteLong
        name="introduction"
        label="Introduction"
        aide="Ce que vous ferez des réponses, et le temps qu’il faut pour répondre."
        optionnel
        valeur={introduction}
        maxLength={3000}
        lignes={4}
      />
      {base && dernier && (
        <Radios
          name="reprendre"
          label="Questions"
          valeur={dernier.id}
          options={[
            ...base.anciens.map((ancien) => ({
              valeur: ancien.id,
              libelle: `Reprendre celles de « ${ancien.titre} » (${ancien.annee})`,
              ...(ancien.id === dernier.id && { aide: 'Les résultats seront comparés, question par question.' }),
            })),
            { valeur: '', libelle: 'Partir d’une page blanche' },
          ]}
        />
      )}
      <Radios
        name="anonyme"
        label="Les réponses sont"
        valeur={lu?.anonyme ? 'oui' : 'non'}
        options={[
          { valeur: 'non', libelle: 'Nominatives', aide: 'Vous lisez ce que chaque partenaire a répondu.' },
          {
            valeur: 'oui',
            libelle: 'Anonymes',
            aide: 'Vous savez qui a répondu, pas ce qu’il a répondu. Les résultats se lisent après la clôture, à partir de 5 réponses, et les petits nombres sont masqués.',
          },
        ]}
      />
      <h2 className="mt-8 mb-3">Dates</h2>
      <ChampDate
        name="ouvreLe"
        label="Jour d’ouverture"
        aide="Ce jour-là, un courriel part à tous les gestionnaires des partenaires dont la convention est en vigueur."
        valeur={enParties(ouvreLe)}
      />
      <ChampDate
        name="fermeLe"
        label="Dernier jour pour répondre"
        aide="Ce jour compris."
        valeur={enParties(fermeLe)}
      />
      <ChampRappels rappels={lu || dernier ? rappels : [14, 3]} />
      <div className="rangee-boutons">
        <BoutonEnvoi enCours="Enregistrement…">Enregistrer le brouillon</BoutonEnvoi>
        <a href={lu ? `/caisse/questionnaires/${lu.id}` : '/caisse/questionnaires'} className="inline-block min-h-6">
          Ne rien changer
        </a>
      </div>
    </Formulaire>
  )
}

export function ChampRappels({ rappels }: { rappels: number[] }) {
  return (
    <ChampTexte
      name="rappels"
      label="Rappels, en jours avant la fin"
      aide="Un courriel aux partenaires qui n’ont pas répondu. Par exemple, 14, 3 : deux semaines avant, puis trois jours avant."
      optionnel
      valeur={rappels.join(', ')}
      maxLength={40}
    />
  )
}
