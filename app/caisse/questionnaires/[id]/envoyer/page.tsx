import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { FilRetour } from '@/components/ui/fil-retour'
import { actionProgrammerEnvoi } from '@/lib/questionnaires/actions'
import { questionnaireDeLaCaisse } from '@/lib/questionnaires/queries-caisse'
import { dateAvecAnnee, pluriel } from '@/lib/socle/format'
import { exigerActeur } from '@/lib/socle/session'
import { dateAParis } from '@/lib/socle/temps'

const titre = 'Envoyer ce questionnaire ?'

export const metadata: Metadata = { title: 'Envoyer un questionnaire' }

export default async function EnvoyerQuestionnaire({ params }: PageProps<'/caisse/questionnaires/[id]/envoyer'>) {
  const acteur = await exigerActeur('questionnaire.gerer')
  const maintenant = new Date()
  const lu = await questionnaireDeLaCaisse(acteur, (await params).id, maintenant)
  if (lu?.situation !== 'brouillon') notFound()
  const { id, questions, ouvreLe, fermeLe, anonyme, aInviter } = lu
  // Nothing to send yet: that page offers to add a question.
  if (questions.length === 0) redirect(`/caisse/questionnaires/${id}`)
  const ceJour = ouvreLe === dateAParis(maintenant)
  const obligatoires = questions.filter(({ obligatoire }) => obligatoire).length
  return (
    <Cadre acteur={acteur} entree="/caisse/bilans">
      <FilRetour href={`/caisse/questionnaires/${id}`} libelle={lu.titre} />
      <Formulaire action={actionProgrammerEnvoi} titrePage={titre} cle={`envoyer-${id}`} className="max-w-160">
        <h1 className="mb-4">{titre}</h1>
        <ul className="mb-6 list-disc pl-5">
          <li>
            {ceJour ? 'Il part aujourd’hui, dans quelques minutes' : `Il part de lui-même le ${dateAvecAnnee(ouvreLe)}`}
            , par courriel, aux gestionnaires de chaque partenaire dont la convention est en vigueur :{' '}
            {pluriel(aInviter, 'partenaire')} à ce jour.
          </li>
          <li>
            {pluriel(questions.length, 'question')}, dont {pluriel(obligatoires, 'obligatoire')}. Réponses{' '}
            {anonyme ? 'anonymes' : 'nominatives'}, jusqu’au {dateAvecAnnee(fermeLe)} compris.
          </li>
          <li>Dès qu’il est ouvert, ses questions ne changent plus. La clôture, elle, peut être reportée.</li>
          {!ceJour && <li>Jusque-là, vous pouvez annuler l’envoi.</li>}
        </ul>
        <ChampCache name="id" valeur={id} />
        <div className="rangee-boutons">
          <BoutonEnvoi enCours="Un instant…">{ceJour ? 'Envoyer le questionnaire' : 'Programmer l’envoi'}</BoutonEnvoi>
          <a href={`/caisse/questionnaires/${id}`} className="inline-block min-h-6">
            Relire encore
          </a>
        </div>
      </Formulaire>
    </Cadre>
  )
}
