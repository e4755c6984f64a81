import type { FiltresEquipe } from '@/lib/habilitations/queries'

/** Address of the team with these filters; `attester` opens the attestation of one technicien, or of none («non»). */
export function adresseEquipe(
  { r, etat, tri, tout }: FiltresEquipe,
  change: Partial<FiltresEquipe> & { attester?: string } = {},
): string {
  const parametres = new URLSearchParams()
  const voulus = { r, etat: etat === 'tous' ? undefined : etat, tri: tri === 'nom' ? undefined : tri, tout, ...change }
  for (const [nom, valeur] of Object.entries(voulus)) if (valeur) parametres.set(nom, valeur)
  const suite = parametres.toString()
  return suite ? `/equipe?${suite}` : '/equipe'
}
