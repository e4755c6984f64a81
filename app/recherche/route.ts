import { debiter } from '@/lib/debits/debiter'
import { lireCanaux } from '@/lib/maintenance/copie-des-canaux'
import { pageIndisponible } from '@/lib/maintenance/page-indisponible'
import { baseJoignable } from '@/lib/maintenance/sentinelle'
import { lireRecherche } from '@/lib/recherche/adresse-de-recherche'
import { garderMots } from '@/lib/recherche/mots-gardes'
import { origineSure } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { lireDebut } from '@/lib/socle/lire-debut'
import { reponsePage } from '@/lib/socle/reponse-page'
import { munir } from '@/lib/socle/route'
import { lireActeur } from '@/lib/socle/session'

/**
 * Where every search box sends what is typed. The words are kept for the account and the address gets their id: an address is
 * kept by the browser, by proxies, by logs. Reads nothing and tells nothing: the page it leads to is guarded.
 */
export async function POST(requete: Request): Promise<Response> {
  const demande = lireRecherche(new URLSearchParams(await lireDebut(requete, 4_000)))
  try {
    return await chercher(demande)
  } catch (erreur) {
    // Lost since the proxy looked: said in words, as any page says it.
    if (await baseJoignable()) throw erreur
    return pageIndisponible(await lireCanaux(), demande.chemin)
  }
}

async function chercher({ chemin, mots, adresse }: ReturnType<typeof lireRecherche>): Promise<Response> {
  const lu = await lireActeur()
  if (!lu || lu.reste || !(await origineSure())) return vers(chemin)
  const maintenant = new Date()
  try {
    if (mots) await debiter('recherche', { sujet: lu.acteur.compteId, maintenant })
  } catch (erreur) {
    if (erreur instanceof ErreurMetier) return tropDeRecherches(erreur, chemin)
    throw erreur
  }
  return vers(adresse(mots ? await garderMots(lu.acteur, mots, maintenant) : null))
}

const vers = (location: string) => munir(new Response(null, { status: 303, headers: { location } }))

function tropDeRecherches({ message, attente }: ErreurMetier, chemin: string): Response {
  return munir(
    reponsePage(
      { titre: 'Trop de recherches', textes: [message], lien: { href: chemin, libelle: 'Revenir à la page' } },
      429,
      { 'retry-after': String(attente) },
    ),
  )
}
