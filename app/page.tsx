import { redirect } from 'next/navigation'
import { accueilDe } from '@/lib/socle/acteur'
import { etapes, lireActeur } from '@/lib/socle/session'

/** Nothing to see here: each goes to the first page of its profile. */
export default async function Accueil() {
  const lu = await lireActeur()
  if (!lu) redirect('/connexion')
  if (lu.reste) redirect(`${etapes[lu.reste]}?retour=%2F`)
  redirect(accueilDe(lu.acteur))
}
