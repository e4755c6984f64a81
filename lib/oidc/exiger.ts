import { passerParLaCaisse } from '@/lib/oidc/libelles'
import { parOidcSeulement, reglagesOidc } from '@/lib/oidc/reglages'
import { ErreurMetier } from '@/lib/socle/erreurs'

/** The refusal of an account that signs in through the provider only, or null. Said to whoever has proved who it is. */
export function exigerOidc({ profil }: { profil: string }): ErreurMetier | null {
  if (!parOidcSeulement(profil)) return null
  return new ErreurMetier('etat_change', passerParLaCaisse(reglagesOidc()?.libelle ?? ''))
}
