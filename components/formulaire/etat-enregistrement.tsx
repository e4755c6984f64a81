'use client'

import { useFormulaire } from '@/components/formulaire/contexte'
import { CloudCheck, CloudOff } from '@/components/ui/icones'

const heure = new Intl.DateTimeFormat('fr-FR', { hour: 'numeric', minute: '2-digit', timeZone: 'Europe/Paris' })

const enHeures = (iso: string) => heure.format(new Date(iso)).replace(':', '\u00a0h\u00a0')

/** «Enregistré à 14 h 02», or why not. `initial`: what the server knows of the draft, in words. */
export function EtatEnregistrement({ initial }: { initial?: string }) {
  const { enregistrement, seReconnecter } = useFormulaire()
  const { statut, a, message } = enregistrement
  const alerte = statut === 'echec' || statut === 'refus' || statut === 'session'
  return (
    <span role="status" className={`etat-enregistrement${alerte ? ' etat-enregistrement--alerte' : ''}`}>
      {statut === 'repos' && initial && (
        <>
          <CloudCheck /> {initial}
        </>
      )}
      {statut === 'enregistre' && a && (
        <>
          <CloudCheck /> Enregistré à {enHeures(a)}
        </>
      )}
      {alerte && <CloudOff />}
      {statut === 'echec' && 'Non enregistré : connexion coupée. Nouvel essai…'}
      {statut === 'refus' && (message ?? 'Non enregistré : un point est à corriger.')}
      {statut === 'session' && (
        <span>
          Non enregistré : votre session est fermée.{' '}
          <button type="button" className="text-bleu-700 underline" onClick={seReconnecter}>
            Se reconnecter
          </button>
        </span>
      )}
    </span>
  )
}
