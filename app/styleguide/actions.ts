'use server'

import type { EtatAction } from '@/lib/socle/etat-action'

const horsProduction = () => {
  if (process.env.EP_MODE === 'production') throw new Error('La planche n’existe pas en production.')
}

/** Answers as a real action would, without reading nor writing anything: the button pressed chooses the case. */
export async function essayer(_etat: EtatAction, donnees: FormData): Promise<EtatAction> {
  horsProduction()
  const valeurs =
    donnees.get('_js') === '1'
      ? undefined
      : Object.fromEntries([...donnees].flatMap(([nom, v]) => (typeof v === 'string' ? [[nom, v]] : [])))
  switch (donnees.get('cas')) {
    case 'session':
      return { code: 'session_expiree', valeurs }
    case 'message':
      return { code: 'etat_change', message: 'Un collègue a répondu entre-temps. Relisez la demande.', valeurs }
    case 'reussi':
      return { ok: true, message: 'C’est enregistré.' }
    default:
      return {
        code: 'saisie',
        message: 'Certaines réponses sont à corriger.',
        erreurs: {
          telephone: 'Indiquez le téléphone où joindre la personne',
          pasAvant: 'La date doit être dans le futur\u00a0: le 10 mars 2026 est passé',
          lieu: 'Choisissez où se tiendra le rendez-vous',
          departement: 'Choisissez le département de résidence',
          obstacles: 'Cochez au moins un obstacle',
          motDePasse: 'Tapez votre mot de passe',
          attestation: 'Cochez l’attestation, ou choisissez «\u00a0Étude de dossier\u00a0»',
        },
        valeurs,
      }
  }
}

export async function garder(_etat: EtatAction, donnees: FormData): Promise<EtatAction> {
  horsProduction()
  const version = Number(donnees.get('version') ?? 0) + 1
  return { ok: true, donnees: { version, enregistreLe: new Date().toISOString() } }
}

export async function quitter(): Promise<void> {
  horsProduction()
}
