import type { TypeDemande } from '@/lib/demandes-habilitation/regles'
import type { Acteur } from '@/lib/socle/acteur'

/** Entry of the header these pages belong to, for who reads. */
export const entreeHabilitations = ({ profil }: Acteur) => (profil === 'gestionnaire' ? '/equipe' : '/demandes')

/** A step of a new request: each answer stands in the address. */
export function adresseNouvelle(choix: { caisse?: string; type?: TypeDemande; compte?: string } = {}): string {
  const parametres = Object.entries(choix).filter(([, valeur]) => valeur)
  return `/habilitations/nouvelle${parametres.length > 0 ? `?${new URLSearchParams(parametres as [string, string][])}` : ''}`
}
