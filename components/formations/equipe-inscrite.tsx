import { TableauFiches } from '@/components/administration/tableau-fiches'
import { Retirer } from '@/components/formations/mon-inscription'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { Liste } from '@/components/formulaire/liste'
import { actionInscrire } from '@/lib/formations/actions'
import { libellesInscription } from '@/lib/formations/libelles'
import type { FormationVue } from '@/lib/formations/queries-partenaire'
import { estComplete, refusInscription } from '@/lib/formations/regles'
import { nomComplet } from '@/lib/socle/acteur'

/** For a gestionnaire: who of its structure takes part, and whom it may still register. */
export function EquipeInscrite({ formation, maintenant }: { formation: FormationVue; maintenant: Date }) {
  const ouverte = refusInscription(formation, maintenant) === null
  const complete = estComplete(formation)
  const { collegues, aInscrire } = formation
  if (collegues.length === 0 && (!ouverte || aInscrire.length === 0)) return null
  return (
    <section aria-labelledby="equipe" className="mt-10">
      <h2 id="equipe">Votre équipe</h2>
      {collegues.length > 0 && (
        <TableauFiches
          legende="Personnes de votre équipe inscrites à cette session"
          colonnes={['Personne', 'Inscription', 'Changer']}
          lignes={collegues.map((inscription) => ({
            cle: inscription.id,
            cellules: [
              nomComplet(inscription.compte),
              <Situation key="etat" formation={formation} inscription={inscription} />,
              formation.etat === 'publiee' && formation.debutLe > maintenant ? (
                <Retirer key="retirer" formation={formation} compteId={inscription.compteId}>
                  Désinscrire<span className="sr-only"> {nomComplet(inscription.compte)}</span>
                </Retirer>
              ) : null,
            ],
          }))}
        />
      )}
      {ouverte && aInscrire.length > 0 && (
        <Formulaire
          action={actionInscrire}
          titrePage={formation.theme}
          cle={`inscrire-${formation.id}`}
          className="mt-5 max-w-160"
        >
          <ChampCache name="id" valeur={formation.id} />
          {complete && <ChampCache name="attente" valeur="oui" />}
          <Liste
            name="compteId"
            label="Inscrire une personne de votre équipe"
            aide={complete ? 'La session est complète : la personne sera en liste d’attente.' : undefined}
            options={aInscrire.map((compte) => ({
              valeur: compte.id,
              libelle: `${nomComplet(compte)}, ${compte.profil}`,
            }))}
          />
          <BoutonEnvoi aspect="secondaire" enCours="Inscription…">
            {complete ? 'Mettre en liste d’attente' : 'Inscrire cette personne'}
          </BoutonEnvoi>
        </Formulaire>
      )}
    </section>
  )
}

function Situation({
  formation,
  inscription: { id, etat, presente, compte },
}: {
  formation: FormationVue
  inscription: FormationVue['collegues'][number]
}) {
  if (presente === null) return <>{libellesInscription[etat]}</>
  if (!presente) return <>Absence notée</>
  return (
    <>
      Session suivie,{' '}
      <a href={`/api/formations/${formation.id}/attestations/${id}`}>
        attestation (PDF)<span className="sr-only"> {nomComplet(compte)}</span>
      </a>
    </>
  )
}
