import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { ChampDate } from '@/components/formulaire/champ-date'
import { Formulaire } from '@/components/formulaire/formulaire'
import { ChampRappels, FormulaireQuestionnaire } from '@/components/questionnaires/formulaire-questionnaire'
import { FilRetour } from '@/components/ui/fil-retour'
import { actionProlongerQuestionnaire } from '@/lib/questionnaires/actions'
import { FIGE } from '@/lib/questionnaires/libelles'
import { type QuestionnaireTenuParLaCaisse, questionnaireDeLaCaisse } from '@/lib/questionnaires/queries-caisse'
import { enParties } from '@/lib/socle/jour'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Modifier un questionnaire' }

export default async function ModifierQuestionnaire({ params }: PageProps<'/caisse/questionnaires/[id]/modifier'>) {
  const acteur = await exigerActeur('questionnaire.gerer')
  const lu = await questionnaireDeLaCaisse(acteur, (await params).id, new Date())
  if (!lu) notFound()
  return (
    <Cadre acteur={acteur} entree="/caisse/bilans">
      <FilRetour href={`/caisse/questionnaires/${lu.id}`} libelle={lu.titre} />
      <Corps lu={lu} />
    </Cadre>
  )
}

function Corps({ lu }: { lu: QuestionnaireTenuParLaCaisse }) {
  if (lu.situation === 'brouillon') return <FormulaireQuestionnaire titre="Modifier le questionnaire" lu={lu} />
  if (lu.situation === 'ouvert') return <Cloture lu={lu} />
  return (
    <>
      <h1 className="mb-4">Ce questionnaire ne change plus</h1>
      <p className="max-w-160">
        {lu.situation === 'programme'
          ? 'Son envoi est programmé : annulez l’envoi pour le modifier.'
          : 'Il est clos. Pour poser d’autres questions, préparez-en un autre à partir de celui-ci.'}
      </p>
    </>
  )
}

/** All that still changes while partenaires answer. */
function Cloture({ lu: { id, version, fermeLe, rappels } }: { lu: QuestionnaireTenuParLaCaisse }) {
  const titre = 'Reporter la clôture'
  return (
    <Formulaire action={actionProlongerQuestionnaire} titrePage={titre} cle={`cloture-${id}`} className="max-w-160">
      <h1 className="mb-3">{titre}</h1>
      <p className="mb-5">{FIGE}</p>
      <ChampCache name="id" valeur={id} />
      <ChampCache name="version" valeur={version} />
      <ChampDate
        name="fermeLe"
        label="Dernier jour pour répondre"
        aide="Ce jour compris."
        valeur={enParties(fermeLe)}
      />
      <ChampRappels rappels={rappels} />
      <div className="rangee-boutons">
        <BoutonEnvoi enCours="Enregistrement…">Enregistrer la clôture</BoutonEnvoi>
        <a href={`/caisse/questionnaires/${id}`} className="inline-block min-h-6">
          Ne rien changer
        </a>
      </div>
    </Formulaire>
  )
}
