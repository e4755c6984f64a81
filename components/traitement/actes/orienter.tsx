import type { ReactNode } from 'react'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { ChampTexteLong } from '@/components/formulaire/champ-texte-long'
import { SortDuRendezVous } from '@/components/traitement/actes/sort-du-rendez-vous'
import { type CadreActe, FormulaireActe } from '@/components/traitement/formulaire-acte'
import { actionClore } from '@/lib/demandes/actions'
import type { ChoixDeCorrection } from '@/lib/demandes/queries-corrections'
import { libelleIssue } from '@/lib/demandes/registre'
import { telephoneEspace } from '@/lib/socle/format'
import { avecArticle, complementDuNom } from '@/lib/socle/francais'

type Autre = NonNullable<ChoixDeCorrection>['autres'][number]

const ISSUE = 'orientation'

/** The answer, ready to be read over: which caisse, and how to reach it. */
function reponse(caisse: Autre | undefined): string {
  if (!caisse) return ''
  const { nom, contact } = caisse
  const lignes = [contact?.nom, contact?.telephone && telephoneEspace(contact.telephone), contact?.courriel]
  return [
    'Bonjour,',
    '',
    `Cette demande ne relève pas de notre caisse, mais ${complementDuNom(nom)}. Votre structure n’y a pas accès dans le portail : nous ne pouvons pas la lui transférer. Adressez-vous directement à elle.`,
    '',
    nom,
    ...lignes.filter((ligne) => ligne),
  ].join('\n')
}

/** «Clore avec une orientation»: the wrong caisse, and the right one closed to the partenaire. */
export function Orienter({ cadre, depasse, maintenant }: { cadre: CadreActe; depasse: ReactNode; maintenant: Date }) {
  const { demande, correction, vers } = cadre
  const caisse = correction?.autres.find(({ id }) => id === vers)
  return (
    <FormulaireActe
      cadre={cadre}
      agir="orienter"
      action={actionClore}
      titre={caisse ? `Clore avec une orientation vers ${avecArticle(caisse.nom)}` : 'Clore avec une orientation'}
      avis={
        <>
          {depasse}
          <p className="lecture mt-2">
            Résultat{'\u00A0'}: {libelleIssue(demande.service, ISSUE)}. La demande est close{'\u00A0'}; relisez la
            réponse avant de l’envoyer.
          </p>
        </>
      }
      bouton="Répondre et clore"
      enCours="Envoi…"
    >
      <ChampCache name="issue" valeur={ISSUE} />
      <SortDuRendezVous cadre={cadre} maintenant={maintenant} />
      <ChampTexteLong
        name="texte"
        label={`Votre réponse, ${demande.partenaire.nom}`}
        valeur={reponse(caisse)}
        lignes={9}
        maxLength={4000}
      />
    </FormulaireActe>
  )
}
