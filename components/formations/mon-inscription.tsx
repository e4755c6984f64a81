import type { ReactNode } from 'react'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { Avis } from '@/components/ui/avis'
import { LienBouton } from '@/components/ui/bouton'
import { actionInscrire, actionRetirerInscription } from '@/lib/formations/actions'
import type { FormationVue } from '@/lib/formations/queries-partenaire'
import { estComplete, refusInscription } from '@/lib/formations/regles'

type Props = { formation: FormationVue; moi: string; profil: string; maintenant: Date }

/** One's own seat: to take it, to wait for it, to give it back; then one's certificate. */
export function MonInscription({ formation, moi, profil, maintenant }: Props) {
  const { moi: mienne } = formation
  if (mienne?.presente)
    return (
      <Avis titre="Vous avez suivi cette session">
        <p className="mt-1">
          <a href={`/api/formations/${formation.id}/attestations/${mienne.id}`} className="inline-block min-h-6">
            Ouvrir mon attestation (PDF)
          </a>
        </p>
      </Avis>
    )
  if (mienne?.presente === false)
    return (
      <p>Votre place était réservée, et la caisse a noté votre absence. Si c’est une erreur, dites-le à la caisse.</p>
    )
  if (mienne) return <Deja formation={formation} moi={moi} maintenant={maintenant} />
  if (!formation.profils.includes(profil)) return null
  const ferme = refusInscription(formation, maintenant)
  if (ferme) return formation.etat === 'annulee' ? null : <p>{ferme}</p>
  const complete = estComplete(formation)
  return (
    <Formulaire action={actionInscrire} titrePage={formation.theme} cle={`inscription-${formation.id}`}>
      {complete && (
        <p className="mb-4 max-w-160">
          La session est complète. En liste d’attente, la première place libérée va à la première personne qui attend,
          et un courriel la prévient.
        </p>
      )}
      <ChampCache name="id" valeur={formation.id} />
      <ChampCache name="compteId" valeur={moi} />
      {complete && <ChampCache name="attente" valeur="oui" />}
      <BoutonEnvoi enCours="Inscription…">{complete ? 'Me mettre en liste d’attente' : 'M’inscrire'}</BoutonEnvoi>
    </Formulaire>
  )
}

function Deja({ formation, moi, maintenant }: Omit<Props, 'profil'>) {
  const attend = formation.moi?.etat === 'attente'
  if (formation.etat === 'annulee') return null
  const aVenir = formation.etat === 'publiee' && formation.debutLe > maintenant
  return (
    <>
      <p className="mb-4 font-[650]">{attend ? 'Vous êtes en liste d’attente.' : 'Votre place est réservée.'}</p>
      {aVenir && (
        <div className="rangee-boutons">
          {!attend && (
            <LienBouton href={`/api/formations/${formation.id}/calendrier`} aspect="secondaire">
              Ajouter à mon agenda
            </LienBouton>
          )}
          <Retirer formation={formation} compteId={moi}>
            {attend ? 'Quitter la liste d’attente' : 'Me désinscrire'}
          </Retirer>
        </div>
      )}
    </>
  )
}

export function Retirer({
  formation,
  compteId,
  children,
}: {
  formation: Pick<FormationVue, 'id' | 'theme'>
  compteId: string
  children: ReactNode
}) {
  return (
    <Formulaire
      action={actionRetirerInscription}
      titrePage={formation.theme}
      cle={`retrait-${formation.id}-${compteId}`}
    >
      <ChampCache name="id" valeur={formation.id} />
      <ChampCache name="compteId" valeur={compteId} />
      <BoutonEnvoi aspect="tiers" dense enCours="Un instant…">
        {children}
      </BoutonEnvoi>
    </Formulaire>
  )
}
