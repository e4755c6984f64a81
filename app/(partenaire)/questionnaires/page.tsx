import type { Metadata } from 'next'
import { TableauFiches } from '@/components/administration/tableau-fiches'
import { Cadre } from '@/components/cadre/cadre'
import { Badge } from '@/components/ui/badge'
import { EtatVide } from '@/components/ui/etat-vide'
import { Fait } from '@/components/ui/fait'
import { FilRetour } from '@/components/ui/fil-retour'
import { type QuestionnaireRecu, questionnairesDuPartenaire } from '@/lib/questionnaires/queries-partenaire'
import { dateAvecAnnee } from '@/lib/socle/format'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Questionnaires' }

export default async function Questionnaires({ searchParams }: PageProps<'/questionnaires'>) {
  const acteur = await exigerActeur('questionnaire.repondre')
  const recus = await questionnairesDuPartenaire(acteur, new Date())
  return (
    <Cadre acteur={acteur} entree="/bilan">
      <Fait
        fait={(await searchParams).fait}
        mots={{
          garde: 'Ce que vous avez répondu est gardé. Rien n’est envoyé : un gestionnaire peut finir plus tard.',
        }}
      />
      <FilRetour href="/bilan" libelle="Bilan" />
      <h1>Questionnaires</h1>
      <p className="mt-2 mb-5 max-w-180">
        Une fois par an, la caisse demande l’avis de votre organisme. Une seule réponse, que chaque gestionnaire peut
        compléter.
      </p>
      {recus.length === 0 ? (
        <EtatVide titre="Aucun questionnaire">
          <p>Dès que la caisse en ouvre un, il apparaît ici, et un courriel vous prévient.</p>
        </EtatVide>
      ) : (
        <TableauFiches
          legende="Questionnaires reçus"
          colonnes={['Questionnaire', 'Caisse', 'Jusqu’au', 'Réponse']}
          lignes={recus.map((recu) => ({
            cle: recu.id,
            cellules: [
              <a key="titre" href={`/questionnaires/${recu.id}`} className="inline-block min-h-6">
                {recu.titre}
              </a>,
              <span key="caisse">{recu.caisse}</span>,
              <span key="fin">
                <span className="bureau:hidden">Jusqu’au </span>
                {dateAvecAnnee(recu.fermeLe)}
              </span>,
              <Reponse key="reponse" recu={recu} />,
            ],
          }))}
        />
      )}
    </Cadre>
  )
}

function Reponse({ recu: { situation, commenceLe, publieLe } }: { recu: QuestionnaireRecu }) {
  const badge =
    situation === 'envoyee' ? (
      <Badge ton="discret">Envoyée</Badge>
    ) : situation === 'close' ? (
      <Badge ton="discret">Clos, sans réponse</Badge>
    ) : (
      <Badge ton="brique">{commenceLe ? 'À finir' : 'À répondre'}</Badge>
    )
  return (
    <>
      {badge}
      {publieLe && <span className="mt-1 block text-14 text-encre-2">Résultats publiés</span>}
    </>
  )
}
