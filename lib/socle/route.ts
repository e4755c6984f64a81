import { debiter, debiterActe } from '@/lib/debits/debiter'
import type { NomLimite } from '@/lib/debits/limites'
import { journaliserVue, type LigneJournal } from '@/lib/journal/ecrire'
import type { EvenementJournal } from '@/lib/journal/evenements'
import { consignerRefus } from '@/lib/journal/refus'
import { refuserEnLectureSeule } from '@/lib/maintenance/lecture-seule'
import { baseJoignable } from '@/lib/maintenance/sentinelle'
import { type Acteur, aDroit, type Droit } from '@/lib/socle/acteur'
import { origineSure } from '@/lib/socle/action'
import { hsts, politiqueApercu, politiqueInerte } from '@/lib/socle/entetes'
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

/** An answer, and what the row of the journal says of it. */
export type Issue = {
  reponse: Response
  journal?: Pick<LigneJournal, 'objetType' | 'objetId' | 'caisseId' | 'details'> & { action?: EvenementJournal }
}

/**
 * A route of someone signed in: origin (unless it only reads), session, right, then the work and its row in the journal.
 * `journal: null` is for reads that show nothing of a person. `debit`: a bound that the row of the journal does not tell.
 * `enLectureSeule`: still answers while the portal is read only, though it is no GET.
 */
export function defineRoute<P = Record<string, never>>(
  {
    droit,
    journal,
    debit,
    enLectureSeule = false,
  }: { droit: Droit; journal: EvenementJournal | null; debit?: NomLimite; enLectureSeule?: boolean },
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
        const maintenant = new Date()
        if (requete.method !== 'GET' && !enLectureSeule) await refuserEnLectureSeule(journal, maintenant)
        await debiterActe(journal, { compteId: acteur.compteId, adresse, maintenant })
        if (debit) await debiter(debit, { sujet: acteur.compteId, maintenant })
        const contexte = { acteur, requete, parametres: await params, maintenant, adresse }
        const issue = await executer(contexte)
        if (journal) await journaliserVue({ action: journal, acteur, adresse, ...issue.journal })
        return munir(issue.reponse)
      })
    } catch (erreur) {
      return munir(reponseErreur(erreur instanceof ErreurMetier ? erreur : await attendue(erreur)))
    }
  }
}

/** What fails because the database can't be reached is no fault of the portal: it is to be asked again. */
async function attendue(erreur: unknown): Promise<unknown> {
  return (await baseJoignable()) ? erreur : new ErreurMetier('indisponible', undefined, undefined, 60)
}

function reponseErreur(erreur: unknown): Response {
  if (erreur instanceof ErreurMetier) {
    const { code, message, erreurs, attente } = erreur
    const headers = attente ? { ...sansCache, 'retry-after': String(attente) } : sansCache
    return Response.json({ code, message, erreurs }, { status: statuts[code], headers })
  }
  const incident = consignerIncident(erreur, 'route')
  return Response.json(
    { code: 'inattendue', message: `${messagesErreur.inattendue} Incident ${incident}.` },
    { status: 500, headers: sansCache },
  )
}

/** Headers of an answer that is no page, where it has none of its own: nothing runs in it, nobody keeps it. */
export function munir(reponse: Response): Response {
  const { headers } = reponse
  const completer = (nom: string, valeur: string) => headers.has(nom) || headers.set(nom, valeur)
  const montree = headers.get('content-disposition')?.startsWith('inline')
  const pdf = headers.get('content-type') === 'application/pdf'
  completer('content-security-policy', montree ? politiqueApercu(pdf) : politiqueInerte)
  completer('cache-control', sansCache['cache-control'])
  completer('x-frame-options', 'DENY')
  if ((process.env.URL_PUBLIQUE ?? '').startsWith('https:')) completer(hsts.key, hsts.value)
  return reponse
}

export const sansCache = { 'cache-control': 'private, no-store' }
