import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { BadgeSituation } from '@/components/questionnaires/badge-situation'
import { CorpsResultats } from '@/components/questionnaires/resultats'
import { Avis } from '@/components/ui/avis'
import { Fait } from '@/components/ui/fait'
import { FilRetour } from '@/components/ui/fil-retour'
import { MASQUE_SOUS } from '@/lib/bilan/regles'
import { actionPublierResultats } from '@/lib/questionnaires/actions'
import { type ResultatsDeLaCaisse, resultatsDeLaCaisse } from '@/lib/questionnaires/queries-caisse'
import { exigerActeur } from '@/lib/socle/session'

const titre = 'Résultats du questionnaire'

export const metadata: Metadata = { title: titre }

const faits = {
  publie: 'Les résultats sont publiés : les partenaires interrogés les lisent, sans les textes libres ni les noms.',
  depublie: 'Les résultats ne sont plus publiés.',
}

const formats = [
  { format: 'xlsx', mots: 'Excel' },
  { format: 'ods', mots: 'LibreOffice' },
  { format: 'csv', mots: 'CSV' },
]

export default async function Resultats({ params, searchParams }: PageProps<'/caisse/questionnaires/[id]/resultats'>) {
  const acteur = await exigerActeur('questionnaire.gerer')
  const lu = await resultatsDeLaCaisse(acteur, (await params).id, new Date())
  if (!lu) notFound()
  return (
    <Cadre acteur={acteur} entree="/caisse/bilans">
      <Fait fait={(await searchParams).fait} mots={faits} />
      <FilRetour href={`/caisse/questionnaires/${lu.id}`} libelle={lu.titre} />
      <div className="mb-2">
        <BadgeSituation situation={lu.situation} />
      </div>
      <h1>{titre}</h1>
      <p className="mt-1">
        {lu.titre}, année {lu.annee}.
      </p>
      <nav
        aria-label="Télécharger ces résultats"
        className="my-4 flex flex-wrap items-baseline gap-x-5 gap-y-1 text-15"
      >
        <span className="text-encre-2">Télécharger :</span>
        {formats.map(({ format, mots }) => (
          <a
            key={format}
            href={`/api/questionnaires/${lu.id}/resultats?format=${format}`}
            download
            className="inline-block min-h-6"
          >
            {mots}
          </a>
        ))}
      </nav>
      <Publication lu={lu} />
      {lu.anonyme && <Secret lu={lu} />}
      <CorpsResultats resultats={lu.resultats} textes />
    </Cadre>
  )
}

/** Once it is closed, the caisse chooses whether the partenaires read the results. */
function Publication({ lu: { id, etat, publieLe, resultats } }: { lu: ResultatsDeLaCaisse }) {
  const { envoyees } = resultats.participation
  if (etat !== 'clos') return null
  return (
    <Formulaire action={actionPublierResultats} titrePage={titre} cle={`publier-${id}`} className="mb-6">
      <ChampCache name="id" valeur={id} />
      <ChampCache name="publier" valeur={publieLe ? 'non' : 'oui'} />
      <p className="mb-3 max-w-160">
        {publieLe
          ? 'Les partenaires interrogés lisent ces résultats sans les noms ni les textes libres, les petits nombres masqués.'
          : 'Vous seuls lisez ces résultats. Publiés, les partenaires les lisent sans les noms ni les textes libres, les petits nombres masqués.'}
        {envoyees < MASQUE_SOUS &&
          ` Il faut ${MASQUE_SOUS} réponses pour qu’ils les lisent : avec ${envoyees}, chacune se devinerait.`}
      </p>
      <BoutonEnvoi aspect="secondaire" enCours="Un instant…">
        {publieLe ? 'Ne plus publier les résultats' : 'Publier les résultats'}
      </BoutonEnvoi>
    </Formulaire>
  )
}

/** Why an anonymous questionnaire shows nothing yet. */
function Secret({ lu: { situation, etat, resultats } }: { lu: ResultatsDeLaCaisse }) {
  return (
    <Avis ton="fond" titre="Réponses anonymes" className="mb-6">
      <p>
        {etat !== 'clos' || situation === 'ouvert'
          ? 'Les résultats se lisent après la clôture : avant, chaque nouvelle réponse se devinerait.'
          : resultats.retenues
            ? 'Moins de 5 partenaires ont répondu : leurs réponses se devineraient, elles ne sont pas montrées.'
            : 'Rien ne dit de qui est une réponse, ni que deux réponses sont du même partenaire.'}
      </p>
    </Avis>
  )
}
