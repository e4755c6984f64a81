import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { ChampTexteLong } from '@/components/formulaire/champ-texte-long'
import { Formulaire } from '@/components/formulaire/formulaire'
import { Avis } from '@/components/ui/avis'
import { actionAppliquerHabilitation, actionRefuserHabilitation } from '@/lib/demandes-habilitation/actions'
import type { DemandeAExaminer } from '@/lib/demandes-habilitation/queries-caisse'
import type { TypeDemande } from '@/lib/demandes-habilitation/regles'

const verbes: Record<TypeDemande, { appliquer: string; enCours: string }> = {
  creation: { appliquer: 'Créer ce compte', enCours: 'Création…' },
  modification: { appliquer: 'Modifier ce compte', enCours: 'Modification…' },
  inactivation: { appliquer: 'Inactiver ce compte', enCours: 'Inactivation…' },
}

/** One step: what stands in the way and cannot be applied, or what applying does; and the refusal, with its reason. */
export function Decision({ demande, titrePage }: { demande: DemandeAExaminer; titrePage: string }) {
  const { id, type, examen } = demande
  const { obstacles, effets, compte, le } = examen
  const { appliquer, enCours } = verbes[type]
  return (
    <>
      <section aria-labelledby="appliquer" className="mb-10">
        <h2 id="appliquer" className="mb-3">
          {obstacles.length > 0 ? 'Cette demande ne peut pas être appliquée' : 'Appliquer la demande'}
        </h2>
        {obstacles.length > 0 ? (
          <Avis ton="chaud">
            {obstacles.map((obstacle) => (
              <p key={obstacle} className="mt-1 first:mt-0">
                {obstacle}
              </p>
            ))}
          </Avis>
        ) : (
          <Formulaire action={actionAppliquerHabilitation} titrePage={titrePage} cle={`appliquer-${id}`}>
            <ul className="mb-4 list-disc pl-5">
              {effets.map((effet) => (
                <li key={effet}>{effet}</li>
              ))}
              <li>La demande est close, et le partenaire en est averti par courriel.</li>
            </ul>
            <ChampCache name="id" valeur={id} />
            <ChampCache name="version" valeur={compte?.version ?? ''} />
            <BoutonEnvoi enCours={enCours}>{le ? 'Programmer l’inactivation' : appliquer}</BoutonEnvoi>
          </Formulaire>
        )}
      </section>
      <section aria-labelledby="refuser">
        <h2 id="refuser" className="mb-3">
          Ou refuser la demande
        </h2>
        <Formulaire action={actionRefuserHabilitation} titrePage={titrePage} cle={`refuser-${id}`}>
          <ChampCache name="id" valeur={id} />
          <ChampTexteLong
            name="motifRefus"
            label="Pourquoi la demande n’est pas appliquée"
            lignes={3}
            aide="Le partenaire lit ce texte : dites ce qu’il peut faire à la place."
          />
          <BoutonEnvoi aspect="danger" enCours="Refus…">
            Refuser la demande
          </BoutonEnvoi>
        </Formulaire>
      </section>
    </>
  )
}
