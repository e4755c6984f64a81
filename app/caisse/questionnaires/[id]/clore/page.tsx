import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { FilRetour } from '@/components/ui/fil-retour'
import { actionCloreQuestionnaire } from '@/lib/questionnaires/actions'
import { questionnaireDeLaCaisse } from '@/lib/questionnaires/queries-caisse'
import { dateAvecAnnee, pluriel } from '@/lib/socle/format'
import { exigerActeur } from '@/lib/socle/session'

const titre = 'Clore ce questionnaire ?'

export const metadata: Metadata = { title: 'Clore un questionnaire' }

export default async function CloreQuestionnaire({ params }: PageProps<'/caisse/questionnaires/[id]/clore'>) {
  const acteur = await exigerActeur('questionnaire.gerer')
  const lu = await questionnaireDeLaCaisse(acteur, (await params).id, new Date())
  if (lu?.situation !== 'ouvert') notFound()
  const manquent = lu.destinataires.filter(({ envoyeLe }) => !envoyeLe).length
  return (
    <Cadre acteur={acteur} entree="/caisse/bilans">
      <FilRetour href={`/caisse/questionnaires/${lu.id}`} libelle={lu.titre} />
      <Formulaire action={actionCloreQuestionnaire} titrePage={titre} cle={`clore-${lu.id}`} className="max-w-160">
        <h1 className="mb-4">{titre}</h1>
        <ul className="mb-6 list-disc pl-5">
          <li>
            {pluriel(manquent, 'partenaire n’a', 'partenaires n’ont')} pas répondu, et ne{' '}
            {manquent > 1 ? 'pourront' : 'pourra'} plus le faire.
          </li>
          <li>Le dernier jour annoncé est le {dateAvecAnnee(lu.fermeLe)}.</li>
          <li>Un questionnaire clos ne se rouvre pas.</li>
        </ul>
        <ChampCache name="id" valeur={lu.id} />
        <div className="rangee-boutons">
          <BoutonEnvoi aspect="danger" enCours="Clôture…">
            Clore le questionnaire
          </BoutonEnvoi>
          <a href={`/caisse/questionnaires/${lu.id}`} className="inline-block min-h-6">
            Le laisser ouvert
          </a>
        </div>
      </Formulaire>
    </Cadre>
  )
}
