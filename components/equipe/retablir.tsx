import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { actionRetablirTechnicien } from '@/lib/habilitations/actions'
import type { Technicien } from '@/lib/habilitations/queries'
import { dateLongue } from '@/lib/socle/format'
import { dateAParis } from '@/lib/socle/temps'

/** Brings an inactivated account back, or cancels an inactivation planned for a day to come. */
export function Retablir({ technicien, titre }: { technicien: Technicien; titre: string }) {
  const { id, etat, effaceLe, inactiveLe, inactivationPrevueLe, motifInactivation } = technicien
  const inactif = etat === 'inactif'
  return (
    <Formulaire
      action={actionRetablirTechnicien}
      titrePage="Rétablir un compte"
      cle={`retablir-${id}`}
      className="mb-10"
    >
      <h1 className="mb-4">{titre}</h1>
      <ChampCache name="id" valeur={id} />
      {inactif && inactiveLe ? (
        <p className="mb-6">
          Inactivé le {dateLongue(dateAParis(inactiveLe))}
          {motifInactivation && `, «\u00a0${motifInactivation.replace(/\.$/, '')}\u00a0»`}. Sans rien faire, il sera
          effacé le {effaceLe && dateLongue(effaceLe)}. Rétabli, il reprend sa place, son identifiant et ses demandes.
          Si le mot de passe est trop ancien, ou n’a jamais été choisi, un lien part à {technicien.courriel}.
        </p>
      ) : (
        <p className="mb-6">
          L’inactivation est prévue le {inactivationPrevueLe && dateLongue(inactivationPrevueLe)}. Le compte fonctionne
          jusque-là.
        </p>
      )}
      <div className="rangee-boutons">
        <BoutonEnvoi aspect={inactif ? 'primaire' : 'secondaire'} enCours="Enregistrement…">
          {inactif ? 'Rétablir le compte' : 'Garder le compte actif'}
        </BoutonEnvoi>
        {inactif && (
          <a href="/equipe" className="inline-block min-h-6">
            Revenir à l’équipe
          </a>
        )}
      </div>
    </Formulaire>
  )
}
