import type { ContextePublic, Suite } from '@/lib/socle/action'
import { envoyerTravail } from '@/lib/travaux/file'

/**
 * «Mot de passe oublié». Nothing is looked up here: the answer, and its time, are the same for an address that no account
 * has. The rest is done by `envoyerLiensMotDePasse`, in a job.
 */
export async function demanderMotDePasse(
  { tx }: Pick<ContextePublic, 'tx'>,
  { courriel }: { courriel: string },
): Promise<Suite> {
  await envoyerTravail(tx, 'compte.oubli', { courriel })
  return { vers: '/mot-de-passe/oublie?envoye=1' }
}
