import type { Fichier } from '@/components/pieces/modele'

export type Resultat =
  | { fichier: Fichier }
  /** `refus`: the server said no, with words. `coupure`: it could not be reached. `session`: signed out meanwhile. */
  | { echec: 'refus' | 'coupure' | 'session' | 'annule'; message?: string }

const COUPURE = 'L’envoi a été coupé. Rien n’est perdu\u00A0: réessayez.'
const SESSION = 'Votre session est fermée\u00A0: reconnectez-vous, puis renvoyez ce fichier.'

/** Sends one file. `XMLHttpRequest`, since `fetch` does not tell how much has left. */
export function televerser(adresse: string, fichier: File, surProgres: (octets: number) => void) {
  const requete = new XMLHttpRequest()
  const fin = new Promise<Resultat>((resoudre) => {
    requete.upload.onprogress = ({ loaded }) => surProgres(loaded)
    requete.onerror = () => resoudre({ echec: 'coupure', message: COUPURE })
    requete.ontimeout = requete.onerror
    requete.onabort = () => resoudre({ echec: 'annule' })
    requete.onload = () => resoudre(lire(requete))
    requete.open('POST', adresse)
    requete.responseType = 'json'
    requete.setRequestHeader('x-requested-with', 'ep')
    const donnees = new FormData()
    donnees.append('fichier', fichier)
    requete.send(donnees)
  })
  return { fin, annuler: () => requete.abort() }
}

function lire({ status, response }: XMLHttpRequest): Resultat {
  const reponse = (response ?? {}) as { piece?: Fichier; message?: string }
  if (status === 201 && reponse.piece) return { fichier: reponse.piece }
  if (status === 401) return { echec: 'session', message: SESSION }
  if (status >= 400 && status < 500)
    return { echec: 'refus', message: reponse.message ?? 'Ce fichier est refusé. Essayez-en un autre.' }
  return { echec: 'coupure', message: reponse.message ?? COUPURE }
}

export async function lireFichiers(adresse: string): Promise<Fichier[] | null> {
  const reponse = await fetch(adresse, { headers: { 'x-requested-with': 'ep' } }).catch(() => null)
  if (!reponse?.ok) return null
  return ((await reponse.json()) as { pieces: Fichier[] }).pieces
}

/** Says whether the file is gone. */
export async function retirerFichier(id: string): Promise<boolean> {
  const reponse = await fetch(`/api/pieces-jointes/${id}`, {
    method: 'DELETE',
    headers: { 'x-requested-with': 'ep' },
  }).catch(() => null)
  return reponse !== null && (reponse.ok || reponse.status === 404)
}
