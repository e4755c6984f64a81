'use client'

import { type Envoi, enRoute, type Fichier, ouvrable, refuse } from '@/components/pieces/modele'
import { poids } from '@/components/pieces/mots'
import { Progression } from '@/components/ui/progression'

const lien = 'inline-block min-h-6 text-bleu-700 underline underline-offset-3 hover:text-bleu-900 hover:decoration-2'

/** One file that has arrived: its name opens it, its state in words, and a way to take it out of a draft. */
export function LigneFichier({ fichier, surRetrait }: { fichier: Fichier; surRetrait?: () => void }) {
  const { id, nomFichier, etat } = fichier
  if (refuse(fichier))
    return (
      <li className="mt-1">
        <p className="font-semibold text-brique-700">
          {fichier.raisonRefus ?? `«\u00A0${nomFichier}\u00A0» est refusé\u00A0: il n’a pas été gardé.`}
        </p>
        {surRetrait && (
          <button type="button" onClick={surRetrait} className={`${lien} text-15`}>
            Effacer ce message<span className="sr-only"> sur {nomFichier}</span>
          </button>
        )}
      </li>
    )
  return (
    <li className="flex flex-wrap items-baseline gap-x-2 text-15">
      {ouvrable(fichier) ? (
        <a
          href={`/api/pieces-jointes/${id}?voir=1`}
          target="_blank"
          rel="noreferrer"
          className="inline-block min-h-6 min-w-0 break-all"
        >
          {nomFichier}
          <span className="sr-only"> (nouvel onglet)</span>
        </a>
      ) : (
        <span className="min-w-0 break-all">{nomFichier}</span>
      )}
      <span className="whitespace-nowrap text-14 text-encre-2">{poids(fichier.taille)}</span>
      {etat === 'en_analyse' && <span className="text-14 text-encre-2">analyse en cours</span>}
      {etat === 'non_analysee' && (
        <span className="text-14 text-encre-2">non analysé{'\u00A0'}: pas d’antivirus sur cette démonstration</span>
      )}
      {surRetrait && (
        <button type="button" onClick={surRetrait} className={`${lien} noscript:hidden`}>
          Retirer<span className="sr-only"> {nomFichier}</span>
        </button>
      )}
    </li>
  )
}

/** One file on its way: its progress and a way to stop it; or why it did not arrive, and what to do. */
export function LigneEnvoi({
  envoi,
  surAnnulation,
  surReprise,
  surReconnexion,
}: {
  envoi: Envoi
  surAnnulation: () => void
  surReprise: () => void
  surReconnexion: () => void
}) {
  const { fichier, envoye, etat, message } = envoi
  if (enRoute(envoi)) {
    const part = Math.min(100, Math.round((envoye / Math.max(1, fichier.size)) * 100))
    return (
      <li className="mt-1 text-15">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="min-w-0 break-all">{fichier.name}</span>
          <span className="chiffres text-14 whitespace-nowrap text-encre-2">
            {etat === 'attente' ? 'en attente' : `${poids(Math.min(envoye, fichier.size))} sur ${poids(fichier.size)}`}
          </span>
          <button type="button" onClick={surAnnulation} className={lien}>
            Annuler<span className="sr-only"> l’envoi de {fichier.name}</span>
          </button>
        </p>
        <div className="mt-1">
          <Progression pourcent={part} nom={`Envoi de ${fichier.name}`} />
        </div>
      </li>
    )
  }
  return (
    <li className="mt-1">
      <p className="font-semibold text-brique-700">
        {etat !== 'refus' && `«\u00A0${fichier.name}\u00A0» n’est pas arrivé. `}
        {message}
      </p>
      <p className="mt-1 flex flex-wrap gap-x-4 text-15">
        {etat === 'coupure' && (
          <button type="button" onClick={surReprise} className={lien}>
            Réessayer<span className="sr-only"> d’envoyer {fichier.name}</span>
          </button>
        )}
        {etat === 'session' && (
          <button type="button" onClick={surReconnexion} className={lien}>
            Se reconnecter
          </button>
        )}
        <button type="button" onClick={surAnnulation} className={lien}>
          Effacer ce message<span className="sr-only"> sur {fichier.name}</span>
        </button>
      </p>
    </li>
  )
}
