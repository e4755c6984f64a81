import type { Metadata } from 'next'
import { Cadre } from '@/components/cadre/cadre'
import { TableauQuestionnaires } from '@/components/questionnaires/tableau-caisse'
import { LienBouton } from '@/components/ui/bouton'
import { EtatVide } from '@/components/ui/etat-vide'
import { Fait } from '@/components/ui/fait'
import { FilRetour } from '@/components/ui/fil-retour'
import { questionnairesDeLaCaisse } from '@/lib/questionnaires/queries-caisse'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Questionnaires' }

export default async function Questionnaires({ searchParams }: PageProps<'/caisse/questionnaires'>) {
  const acteur = await exigerActeur('questionnaire.gerer')
  const questionnaires = await questionnairesDeLaCaisse(acteur, new Date())
  const nouveau = '/caisse/questionnaires/nouveau'
  return (
    <Cadre acteur={acteur} entree="/caisse/bilans">
      <Fait fait={(await searchParams).fait} mots={{ supprime: 'Le brouillon est supprimé.' }} />
      <FilRetour href="/caisse/bilans" libelle="Bilans" />
      <div className="mb-5 flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <div className="max-w-160">
          <h1>Questionnaires</h1>
          <p className="mt-2">
            Une fois par an, l’avis de vos partenaires. Chacun répond une seule fois ; les résultats se lisent dans le
            bilan.
          </p>
        </div>
        {questionnaires.length > 0 && <LienBouton href={nouveau}>Préparer un questionnaire</LienBouton>}
      </div>
      {questionnaires.length > 0 ? (
        <TableauQuestionnaires questionnaires={questionnaires} />
      ) : (
        <EtatVide
          titre="Aucun questionnaire"
          action={<LienBouton href={nouveau}>Préparer un questionnaire</LienBouton>}
        >
          <p>
            Écrivez les questions, choisissez les dates : il part de lui-même, et relance ceux qui n’ont pas répondu.
          </p>
        </EtatVide>
      )}
    </Cadre>
  )
}
