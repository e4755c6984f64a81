import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { Conflit } from '@/components/copil/conflit'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { EtatEnregistrement } from '@/components/formulaire/etat-enregistrement'
import { Formulaire } from '@/components/formulaire/formulaire'
import { ChampReponse } from '@/components/questionnaires/champ-reponse'
import { ReponsesLues } from '@/components/questionnaires/reponses-lues'
import { CorpsResultats } from '@/components/questionnaires/resultats'
import { Avis } from '@/components/ui/avis'
import { Fait } from '@/components/ui/fait'
import { FilRetour } from '@/components/ui/fil-retour'
import { La, la } from '@/lib/notifications/modeles/avis/commun'
import { actionEnregistrerReponse, actionGarderReponse } from '@/lib/questionnaires/actions'
import { type ReponseLue, reponseDuPartenaire } from '@/lib/questionnaires/queries-partenaire'
import { dateAvecAnnee, dateEtHeure } from '@/lib/socle/format'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Questionnaire' }

export default async function Questionnaire({ params, searchParams }: PageProps<'/questionnaires/[id]'>) {
  const acteur = await exigerActeur('questionnaire.repondre')
  const lu = await reponseDuPartenaire(acteur, (await params).id, new Date())
  if (!lu) notFound()
  return (
    <Cadre acteur={acteur} entree="/bilan">
      <Fait
        fait={(await searchParams).fait}
        mots={{ envoye: `La réponse de votre organisme est envoyée à ${la(lu.caisse)}. Merci.` }}
      />
      <FilRetour href="/questionnaires" libelle="Questionnaires" />
      {lu.situation === 'a_repondre' ? <Formule lu={lu} /> : <Finie lu={lu} />}
    </Cadre>
  )
}

/** Said before anything is written. */
function AQui({ lu: { anonyme, caisse } }: { lu: ReponseLue }) {
  return (
    <p className="mb-6 max-w-160 text-15 text-encre-2">
      {anonyme
        ? `Réponses anonymes : ${la(caisse)} sait que votre organisme a répondu, pas ce qu’il a répondu. Ne vous nommez pas dans les textes libres.`
        : `Réponses nominatives : ${la(caisse)} lit la réponse de votre organisme, avec son nom.`}
    </p>
  )
}

/** Who has begun, and who wrote last. */
function histoire({ commencePar, commenceLe, modifiePar, modifieLe }: ReponseLue): string {
  if (!commenceLe || !modifieLe) return 'Personne n’a encore commencé la réponse de votre organisme.'
  const debut = `Réponse commencée par ${commencePar ?? 'un gestionnaire'}, ${dateEtHeure(commenceLe)}`
  return commenceLe.getTime() === modifieLe.getTime()
    ? `${debut}.`
    : `${debut} ; modifiée par ${modifiePar ?? 'un gestionnaire'}, ${dateEtHeure(modifieLe)}.`
}

function Formule({ lu }: { lu: ReponseLue }) {
  const { id, titre, introduction, caisse, fermeLe, questions, valeurs, version } = lu
  return (
    <Formulaire
      action={actionEnregistrerReponse}
      autosave={actionGarderReponse}
      titrePage="Questionnaire"
      cle={`reponse-${id}`}
      className="max-w-160"
    >
      <h1 className="mb-3">{titre}</h1>
      {introduction && <p className="lecture mb-3 whitespace-pre-line">{introduction}</p>}
      <p className="mb-3">
        {La(caisse)} attend une réponse par organisme, jusqu’au {dateAvecAnnee(fermeLe)} compris. {histoire(lu)}
      </p>
      <AQui lu={lu} />
      <Conflit name="remplacerReponse" quoi="la réponse enregistrée" />
      <ChampCache name="id" valeur={id} />
      <ChampCache name="version" valeur={version} />
      {questions.map((question, rang) => (
        <ChampReponse key={question.id} question={question} rang={rang + 1} valeur={valeurs[question.id]} />
      ))}
      <div className="rangee-boutons">
        <BoutonEnvoi name="suite" value="relire" enCours="Enregistrement…">
          Relire avant d’envoyer
        </BoutonEnvoi>
        <BoutonEnvoi name="suite" value="plus_tard" aspect="secondaire" enCours="Enregistrement…">
          Enregistrer et finir plus tard
        </BoutonEnvoi>
      </div>
      <p className="mt-4 text-15">
        <EtatEnregistrement />
      </p>
    </Formulaire>
  )
}

/** Sent, or closed meanwhile: what was written stays to be read and copied, and the results once the caisse publishes them. */
function Finie({ lu }: { lu: ReponseLue }) {
  const { titre, envoyeLe, envoyePar, commenceLe, closLe, valeurs, questions, resultats } = lu
  return (
    <>
      <h1 className="mb-4">{titre}</h1>
      {envoyeLe ? (
        <p className="mb-6 max-w-160">
          {histoire(lu)} Envoyée par {envoyePar ?? 'un gestionnaire'}, {dateEtHeure(envoyeLe)}. Elle ne change plus.
        </p>
      ) : (
        <Avis ton="chaud" titre="Ce questionnaire est clos" className="mb-6">
          <p>
            Il l’est depuis le {dateAvecAnnee(closLe)}. Rien n’est parti.
            {commenceLe &&
              ' Ce que vous aviez écrit est ci-dessous : vous pouvez le copier, et l’envoyer à la caisse autrement.'}
          </p>
        </Avis>
      )}
      {(envoyeLe || Object.keys(valeurs).length > 0) && <ReponsesLues questions={questions} valeurs={valeurs} />}
      {resultats && (
        <section aria-labelledby="resultats" className="mt-10">
          <h2 id="resultats" className="mb-3">
            Résultats de tous les partenaires
          </h2>
          {resultats.retenues || resultats.participation.envoyees === 0 ? (
            <p>Trop peu de partenaires ont répondu pour que les résultats se lisent sans reconnaître personne.</p>
          ) : (
            <CorpsResultats resultats={resultats} textes={false} />
          )}
        </section>
      )}
    </>
  )
}
