import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { TableauFiches } from '@/components/administration/tableau-fiches'
import { Cadre } from '@/components/cadre/cadre'
import { ActesQuestionnaire } from '@/components/questionnaires/actes-questionnaire'
import { BadgeSituation } from '@/components/questionnaires/badge-situation'
import { ListeQuestions } from '@/components/questionnaires/liste-questions'
import { LienBouton } from '@/components/ui/bouton'
import { EtatVide } from '@/components/ui/etat-vide'
import { Fait } from '@/components/ui/fait'
import { FilRetour } from '@/components/ui/fil-retour'
import { Resume } from '@/components/ui/resume'
import { FIGE } from '@/lib/questionnaires/libelles'
import { QUESTIONS_MAX } from '@/lib/questionnaires/modele'
import { type QuestionnaireTenuParLaCaisse, questionnaireDeLaCaisse } from '@/lib/questionnaires/queries-caisse'
import { joursDeRappel } from '@/lib/questionnaires/regles'
import { dateAvecAnnee, dateEtHeure, pluriel } from '@/lib/socle/format'
import { enumerer, majuscule } from '@/lib/socle/francais'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Questionnaire' }

const faits = {
  cree: 'Le brouillon est enregistré. Relisez les questions, puis envoyez le questionnaire.',
  modifie: 'Le questionnaire est modifié.',
  question: 'La question est enregistrée.',
  ordre: 'L’ordre des questions est changé.',
  retiree: 'La question est retirée.',
  programme: 'L’envoi est programmé.',
  envoi_annule: 'L’envoi est annulé : le questionnaire est de nouveau un brouillon.',
  prolonge: 'La clôture est enregistrée.',
  clos: 'Le questionnaire est clos.',
  relance: 'Le rappel part aux partenaires qui n’ont pas répondu.',
}

export default async function FicheQuestionnaire({ params, searchParams }: PageProps<'/caisse/questionnaires/[id]'>) {
  const acteur = await exigerActeur('questionnaire.gerer')
  const lu = await questionnaireDeLaCaisse(acteur, (await params).id, new Date())
  if (!lu) notFound()
  const brouillon = lu.situation === 'brouillon'
  return (
    <Cadre acteur={acteur} entree="/caisse/bilans">
      <Fait fait={(await searchParams).fait} mots={faits} />
      <FilRetour href="/caisse/questionnaires" libelle="Questionnaires" />
      <div className="mb-2">
        <BadgeSituation situation={lu.situation} />
      </div>
      <h1 className="mb-4">{lu.titre}</h1>
      <ActesQuestionnaire lu={lu} />
      {lu.introduction && <p className="lecture mb-8 whitespace-pre-line">{lu.introduction}</p>}
      <div className="max-w-180">
        <Resume titre="Le questionnaire" lignes={faitsDe(lu)} />
      </div>
      {lu.destinataires.length > 0 && <Suivi lu={lu} />}
      <section aria-labelledby="questions" className="mt-10">
        <h2 id="questions" className="mb-2">
          Questions
        </h2>
        {lu.situation === 'ouvert' && <p className="mb-4 max-w-160 text-15 text-encre-2">{FIGE}</p>}
        {lu.questions.length > 0 ? (
          <ListeQuestions
            questions={lu.questions}
            questionnaireId={lu.id}
            titrePage={brouillon ? lu.titre : undefined}
          />
        ) : (
          <EtatVide titre="Aucune question">
            <p>Un questionnaire court reçoit plus de réponses : cinq à dix questions suffisent.</p>
          </EtatVide>
        )}
        {brouillon && lu.questions.length < QUESTIONS_MAX && (
          <div className="rangee-boutons mt-5">
            <LienBouton
              href={`/caisse/questionnaires/${lu.id}/questions/nouvelle`}
              aspect={lu.questions.length > 0 ? 'secondaire' : 'primaire'}
            >
              Ajouter une question
            </LienBouton>
          </div>
        )}
      </section>
    </Cadre>
  )
}

function faitsDe({
  annee,
  ouvreLe,
  fermeLe,
  rappels,
  anonyme,
  anneeAvant,
  relanceLe,
  situation,
}: QuestionnaireTenuParLaCaisse) {
  return [
    { cle: 'Année', valeur: String(annee) },
    {
      cle: 'Pour répondre',
      valeur: `Du ${dateAvecAnnee(ouvreLe)} au ${dateAvecAnnee(fermeLe)}, ces jours compris`,
    },
    {
      cle: 'Rappels',
      valeur:
        rappels.length > 0
          ? majuscule(
              enumerer(
                joursDeRappel(fermeLe, rappels).map((jour) => `le ${dateAvecAnnee(jour)}`),
                'et',
              ),
            )
          : 'Aucun rappel automatique',
    },
    ...(relanceLe && situation === 'ouvert'
      ? [{ cle: 'Dernier rappel à la main', valeur: dateEtHeure(relanceLe) }]
      : []),
    {
      cle: 'Réponses',
      valeur: anonyme
        ? 'Anonymes : vous savez qui a répondu, pas ce qu’il a répondu'
        : 'Nominatives : vous lisez ce que chaque partenaire a répondu',
    },
    ...(anneeAvant ? [{ cle: 'Comparé à', valeur: `Celui de ${anneeAvant}, pour les questions reprises` }] : []),
  ]
}

/** Who has answered, and who has not: those still awaited first. */
function Suivi({ lu: { destinataires, situation } }: { lu: QuestionnaireTenuParLaCaisse }) {
  const repondu = destinataires.filter(({ envoyeLe }) => envoyeLe).length
  const attendus = destinataires.toSorted((a, b) => Number(Boolean(a.envoyeLe)) - Number(Boolean(b.envoyeLe)))
  return (
    <section aria-labelledby="suivi" className="mt-10">
      <h2 id="suivi" className="mb-1">
        Qui a répondu
      </h2>
      <p>
        {repondu} sur {pluriel(destinataires.length, 'partenaire')}.
      </p>
      <TableauFiches
        legende="Réponses des partenaires"
        colonnes={['Partenaire', 'Réponse', 'Rappels']}
        lignes={attendus.map(({ partenaireId, nom, commenceLe, envoyeLe, rappels }) => ({
          cle: partenaireId,
          cellules: [
            <span key="nom">{nom}</span>,
            <span key="reponse">
              {envoyeLe
                ? `Envoyée, ${dateEtHeure(envoyeLe)}`
                : `${situation === 'clos' ? 'Pas de réponse' : 'Attendue'}${commenceLe ? ', commencée' : ''}`}
            </span>,
            <span key="rappels">{rappels > 0 ? pluriel(rappels, 'rappel') : 'Aucun rappel'}</span>,
          ],
        }))}
      />
    </section>
  )
}
