import { TableauFiches } from '@/components/administration/tableau-fiches'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { actionSupprimerRegle } from '@/lib/equipes/actions'
import { criteresEnMots } from '@/lib/equipes/libelles'
import type { Routage } from '@/lib/equipes/queries-reglages'

type Regle = Routage['regles'][number]

/** The rule as a sentence, without its team. */
export function regleEnMots({ motifs, partenaires }: Routage, regle: Regle): string {
  const nom = <L extends { id: string }>(liste: L[], id: string | null) => liste.find((ligne) => ligne.id === id)
  return criteresEnMots(regle, {
    motif: regle.motifId && (nom(motifs, regle.motifId)?.libelle ?? 'motif retiré du catalogue'),
    partenaire: regle.partenaireId && (nom(partenaires, regle.partenaireId)?.nom ?? 'un ancien partenaire'),
  })
}

/** In the order in which they are tried; `gagnante`: the one that the trial has found. */
export function ReglesRoutage({ routage, gagnante }: { routage: Routage; gagnante: string | null }) {
  const equipes = new Map(routage.equipes.map(({ id, nom }) => [id, nom]))
  return (
    <TableauFiches
      legende="Règles, dans l’ordre où elles sont essayées"
      colonnes={['Ce qui arrive', 'Va à', 'Changer']}
      lignes={routage.regles.map((regle, rang) => ({
        cle: regle.id,
        cellules: [
          <span key="mots">
            <span className="chiffres">{rang + 1}.</span> {regleEnMots(routage, regle)}
            {regle.id === gagnante && (
              <span className="block text-14 font-normal text-encre-2">La règle de votre essai</span>
            )}
          </span>,
          <span key="equipe">
            <span className="bureau:sr-only">va à </span>
            {equipes.get(regle.equipeId)}
          </span>,
          <span key="agir" className="flex flex-wrap items-center gap-x-4">
            {equipes.size > 1 && (
              <a href={`/caisse/parametres/routage/${regle.id}`} className="inline-block min-h-6">
                Changer d’équipe<span className="sr-only">, règle {rang + 1}</span>
              </a>
            )}
            <Formulaire action={actionSupprimerRegle} titrePage="Routage" cle={`regle-${regle.id}`}>
              <ChampCache name="id" valeur={regle.id} />
              <BoutonEnvoi aspect="tiers" dense enCours="Un instant…">
                Supprimer<span className="sr-only"> la règle {rang + 1}</span>
              </BoutonEnvoi>
            </Formulaire>
          </span>,
        ],
      }))}
    />
  )
}
