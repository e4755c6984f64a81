import { journaliserVue, type LigneJournal } from '@/lib/journal/ecrire'
import type { EvenementJournal } from '@/lib/journal/evenements'
import { consignerRefus } from '@/lib/journal/refus'
import { type Acteur, aDroit, type Droit } from '@/lib/socle/acteur'
import { origineSure } from '@/lib/socle/action'
import { type CodeErreur, ErreurMetier, messagesErreur } from '@/lib/socle/erreurs'
import { consignerIncident } from '@/lib/socle/logs'
import { adresseClient, lireActeur } from '@/lib/socle/session'

const statuts: Record<CodeErreur, number> = {
  session_expiree: 401,
  introuvable: 404,
  interdit: 404,
  origine: 403,
  saisie: 422,
  etat_change: 409,
  doublon: 409,
  trop_de_tentatives: 429,
  indisponible: 503,
  inattendue: 500,
}

export type ContexteRoute<P> = { acteur: Acteur; requete: Request; parametres: P; maintenant: Date; adresse: string }

type Issue = {
  reponse: Response
  journal?: Pick<LigneJournal, 'objetType' | 'objetId' | 'caisseId' | 'details'> & { action?: EvenementJournal }
}

/**
 * A route of someone signed in: origin (unless it only reads), session, right, then the work and its row in the journal.
 * `journal: null` is for reads that show nothing of a person.
 */
export function defineRoute<P = Record<string, never>>(
  { droit, journal }: { droit: Droit; journal: EvenementJournal | null },
  executer: (contexte: ContexteRoute<P>) => Promise<Issue>,
) {
  return async (requete: Request, { params }: { params: Promise<P> }): Promise<Response> => {
    try {
      if (requete.method !== 'GET' && !(await origineSure())) throw new ErreurMetier('origine')
      const lu = await lireActeur()
      if (!lu || lu.reste) throw new ErreurMetier('session_expiree')
      const { acteur } = lu
      const adresse = await adresseClient()
      const acte = journal ?? new URL(requete.url).pathname
      return await consignerRefus({ acteur, adresse, acte }, async () => {
        if (!aDroit(acteur, droit)) throw new ErreurMetier('introuvable')
        const contexte = { acteur, requete, parametres: await params, maintenant: new Date(), adresse }
        const issue = await executer(contexte)
        if (journal) await journaliserVue({ action: journal, acteur, adresse, ...issue.journal })
        return issue.reponse
      })
    } catch (erreur) {
      return reponseErreur(erreur)
    }
  }
}

function reponseErreur(erreur: unknown): Response {
  if (erreur instanceof ErreurMetier) {
    const { code, message, erreurs } = erreur
    return Response.json({ code, message, erreurs }, { status: statuts[code], headers: sansCache })
  }
  const incident = consignerIncident(erreur, 'route')
  return Response.json(
    { code: 'inattendue', message: `${messagesErreur.inattendue} Incident ${incident}.` },
    { status: 500, headers: sansCache },
  )
}

export const sansCache = { 'cache-control': 'private, no-store' }
