import { regleEnMots } from '@/components/equipes/regles-routage'
import { Bouton } from '@/components/ui/bouton'
import { Encart } from '@/components/ui/encart'
import { FiltreListe } from '@/components/ui/filtres'
import { definitionDe } from '@/lib/demandes/registre'
import type { Routage } from '@/lib/equipes/queries-reglages'
import { avecArticle } from '@/lib/socle/francais'

type Choix = { motif?: string; partenaire?: string }

/** «Tester une demande»: where one of that motif, by that partenaire, would go today, and by which rule. */
export function EssaiRoutage({ routage, choix }: { routage: Routage; choix: Choix }) {
  const { motifs, partenaires } = routage
  return (
    <Encart id="essai" titre="Tester une demande">
      <form method="get" action="#essai" className="flex flex-wrap items-end gap-3">
        <FiltreListe
          nom="motif"
          libelle="Motif"
          valeur={choix.motif}
          options={motifs.map(({ id, service, libelle }) => ({
            valeur: id,
            libelle: `${libelle} (${definitionDe(service).libelleCourt})`,
          }))}
        />
        <FiltreListe
          nom="partenaire"
          libelle="Déposée par"
          valeur={choix.partenaire}
          options={partenaires.map(({ id, nom }) => ({ valeur: id, libelle: nom }))}
        />
        <Bouton type="submit" aspect="secondaire">
          Voir où elle va
        </Bouton>
      </form>
      <Reponse routage={routage} />
    </Encart>
  )
}

function Reponse({ routage }: { routage: Routage }) {
  const { essai, regles, equipes } = routage
  if (!essai) return null
  const regle = regles.find(({ id }) => id === essai.regleId)
  const equipe = equipes.find(({ id }) => id === essai.equipeId)
  return (
    <p role="status" className="mt-4">
      «{'\u00A0'}
      {essai.motif.libelle}
      {'\u00A0'}», par {avecArticle(essai.partenaire.nom)}, va{' '}
      {equipe && regle ? (
        <>
          à <strong>{equipe.nom}</strong>, par la règle {regles.indexOf(regle) + 1}
          {'\u00A0'}: {regleEnMots(routage, regle)}.
        </>
      ) : (
        <>
          dans la <strong>file commune</strong>
          {'\u00A0'}: aucune règle ne la concerne.
        </>
      )}
    </p>
  )
}
