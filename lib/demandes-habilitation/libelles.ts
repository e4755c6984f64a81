import type { EtatDemande, TypeDemande } from '@/lib/demandes-habilitation/regles'

export const libellesType: Record<TypeDemande, string> = {
  creation: 'Créer un compte',
  modification: 'Modifier un compte',
  inactivation: 'Inactiver un compte',
}

export const libellesEtat: Record<EtatDemande, string> = {
  deposee: 'Transmise',
  appliquee: 'Appliquée',
  refusee: 'Non appliquée',
  retiree: 'Retirée',
}

export const libellesCivilite: Record<string, string> = { madame: 'Madame', monsieur: 'Monsieur' }
