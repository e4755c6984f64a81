import { headers } from 'next/headers'
import { redirect, unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import { debiterActe } from '@/lib/debits/debiter'
import { journaliser, type LigneJournal } from '@/lib/journal/ecrire'
import type { EvenementJournal } from '@/lib/journal/evenements'
import { consignerRefus } from '@/lib/journal/refus'
import { refuserEnLectureSeule } from '@/lib/maintenance/lecture-seule'
import { baseJoignable } from '@/lib/maintenance/sentinelle'
import { type Acteur, aDroit, type Droit, perimetre } from '@/lib/socle/acteur'
import { avecConnexion, avecPerimetre, type Transaction } from '@/lib/socle/base'
import { ErreurMetier } from '@/lib/socle/erreurs'
import type { ActionFormulaire, EtatAction } from '@/lib/socle/etat-action'
import { consignerIncident } from '@/lib/socle/logs'
import { oublierSous } from '@/lib/socle/memoire-breve'
import { erreursParChamp, lireSaisie, valeursTapees } from '@/lib/socle/saisie'
import { adresseClient, cheminCourant, lireActeur } from '@/lib/socle/session'
import { messageSante, signalerSante } from '@/lib/socle/texte-libre'

/** What a use case receives: who acts, in which transaction, when. */
export type Contexte = { tx: Transaction; acteur: Acteur; maintenant: Date }

export type ContextePublic = { tx: Transaction; acteur: Acteur | null; maintenant: Date; adresse: string }

/** What a use case gives back: where to go, what to show, and what the journal must keep of it. */
export type Suite = {
  vers?: string
  donnees?: unknown
  message?: string
  journal?: Pick<LigneJournal, 'acteur' | 'objetType' | 'objetId' | 'caisseId' | 'details'> & {
    action?: EvenementJournal
  }
  /** A refusal that must be kept in the database (a failed sign-in): the transaction is committed all the same. */
  refus?: ErreurMetier
}

type Avant<S extends z.ZodType, P> = (
  saisie: z.output<S>,
  contexte: Pick<ContextePublic, 'adresse' | 'maintenant'>,
) => Promise<P>

/** `fichier`: name of the one field that may carry a file, given to the schema as a `File`. */
type Definition<S extends z.ZodType> = { schema: S; journal: EvenementJournal; fichier?: string }

/** `avant` of someone signed in: an act made of several transactions, one for each thing it touches. */
type AvantConnecte<S extends z.ZodType, P> = (
  saisie: z.output<S>,
  contexte: { acteur: Acteur; adresse: string; maintenant: Date },
) => Promise<P>

/** An action of someone signed in: origin, session, right, input, then the use case and its journal row in one transaction. */
export function defineAction<S extends z.ZodType, P = undefined>(
  { droit, schema, journal, fichier, avant }: Definition<S> & { droit: Droit; avant?: AvantConnecte<S, P> },
  executer: (contexte: Contexte, saisie: z.output<S>, prepare: P) => Promise<Suite>,
): ActionFormulaire {
  return (_etat, donnees) =>
    repondre(donnees, async () => {
      const lu = await lireActeur()
      if (!lu || lu.reste) throw new ErreurMetier('session_expiree')
      const { acteur } = lu
      const adresse = await adresseClient()
      return consignerRefus({ acteur, adresse, acte: journal }, async () => {
        if (!aDroit(acteur, droit)) throw new ErreurMetier('interdit')
        await refuserEnLectureSeule(journal, new Date())
        await debiterActe(journal, { compteId: acteur.compteId, adresse, maintenant: new Date() })
        const saisie = valider(schema, donnees, fichier)
        const prepare = (await avant?.(saisie, { acteur, adresse, maintenant: new Date() })) as P
        const fait = await avecPerimetre(perimetre(acteur), async (tx) => {
          const suite = await executer({ tx, acteur, maintenant: new Date() }, saisie, prepare)
          await journaliser(tx, { action: journal, acteur, adresse, ...suite.journal, ...gardes(donnees, suite) })
          return suite
        })
        // What a caisse sets shows on its next page.
        if (acteur.caisse && !droit.startsWith('demande.')) oublierSous(acteur.caisse.id)
        return fait
      })
    })
}

/**
 * An action open to people who are not signed in, or not fully: it reaches accounts and sessions, never a demande.
 * `avant` is for long work (hashing a password) that must hold neither a connection nor a lock. A session that waits for its
 * second factor counts as nobody's, but where `pendantSecondFacteur` says so: to give it, or to sign out.
 */
export function defineActionPublique<S extends z.ZodType, P = undefined>(
  {
    schema,
    journal,
    avant,
    pendantSecondFacteur = false,
  }: Definition<S> & { droit: 'public'; avant?: Avant<S, P>; pendantSecondFacteur?: boolean },
  executer: (contexte: ContextePublic, saisie: z.output<S>, prepare: P) => Promise<Suite>,
): ActionFormulaire {
  return (_etat, donnees) =>
    repondre(donnees, async () => {
      await refuserEnLectureSeule(journal, new Date())
      const saisie = valider(schema, donnees)
      const lu = await lireActeur()
      const acteur = lu && (pendantSecondFacteur || lu.reste !== 'second_facteur') ? lu.acteur : null
      const adresse = await adresseClient()
      await debiterActe(journal, { compteId: acteur?.compteId ?? null, adresse, maintenant: new Date() })
      const prepare = (await avant?.(saisie, { adresse, maintenant: new Date() })) as P
      return avecConnexion(async (tx) => {
        const suite = await executer({ tx, acteur, maintenant: new Date(), adresse }, saisie, prepare)
        await journaliser(tx, { action: journal, acteur, adresse, ...suite.journal })
        return suite
      })
    })
}

const SANTE = '__sante'
/** No page has more texts than this, nor longer ones: what is beyond was not written in the portal. */
const textesMax = 30
const longueurMax = 20_000

function motsDeSante(donnees: FormData, nom: string): string[] {
  const texte = donnees.get(nom)
  return typeof texte === 'string' ? signalerSante(texte.slice(0, longueurMax)).mots : []
}

/** The texts of the page that was sent, each named by a field `_surveille`; none for a draft that saves itself. */
const textesDe = (donnees: FormData): string[] =>
  [...new Set(donnees.getAll('_surveille'))].filter((nom) => typeof nom === 'string').slice(0, textesMax)

const garde = (donnees: FormData, nom: string) => donnees.get(`${nom}${SANTE}`) === 'gardee'

/** How many texts were kept in spite of the warning about health (règles du domaine, §6): counted, never repeated. */
function gardes(donnees: FormData, { journal }: Suite): Pick<LigneJournal, 'details'> {
  const gardees = textesDe(donnees).filter((nom) => garde(donnees, nom) && motsDeSante(donnees, nom).length > 0)
  return gardees.length > 0 ? { details: { ...journal?.details, santeGardee: gardees.length } } : {}
}

/**
 * The texts of the page that look like health data, when nobody said that they are to be kept: the form comes back once, with
 * all that was typed. The browser warns at once where it runs scripts; this is for the others.
 */
function avertissements(donnees: FormData): Record<string, string> {
  const erreurs: Record<string, string> = {}
  for (const nom of textesDe(donnees)) {
    const mots = garde(donnees, nom) ? [] : motsDeSante(donnees, nom)
    if (mots.length > 0) erreurs[`${nom}${SANTE}`] = messageSante(mots)
  }
  return erreurs
}

function valider<S extends z.ZodType>(schema: S, donnees: FormData, fichier?: string): z.output<S> {
  const envoye = fichier ? donnees.get(fichier) : null
  // An empty field of a file is sent as a file without name nor content.
  const recu = envoye instanceof File && (envoye.name || envoye.size) ? { [String(fichier)]: envoye } : {}
  const lecture = schema.safeParse({ ...lireSaisie(donnees), ...recu })
  const erreurs = { ...(lecture.success ? {} : erreursParChamp(lecture.error)), ...avertissements(donnees) }
  if (!lecture.success || Object.keys(erreurs).length > 0) throw new ErreurMetier('saisie', undefined, erreurs)
  return lecture.data
}

/** True when the request comes from a page of the portal: browsers always send the origin of a form. */
export async function origineSure(): Promise<boolean> {
  const entetes = await headers()
  return entetes.get('origin') === new URL(process.env.URL_PUBLIQUE ?? 'http://localhost').origin
}

async function repondre(donnees: FormData, agir: () => Promise<Suite>): Promise<EtatAction> {
  const parScript = donnees.get('_js') === '1'
  const etat = await tenter(donnees, parScript, agir)
  // Without JavaScript the browser follows a redirection; with it, the form goes there itself.
  if (etat.ok && etat.vers && !parScript) redirect(etat.vers)
  // The guard of the page would send what was typed along, to a page that knows nothing of this form.
  if (etat.code === 'session_expiree' && !parScript)
    redirect(`/connexion?retour=${encodeURIComponent(await cheminCourant())}&session=finie`)
  return etat
}

async function tenter(donnees: FormData, parScript: boolean, agir: () => Promise<Suite>): Promise<EtatAction> {
  const valeurs = parScript ? undefined : valeursTapees(donnees)
  const refuser = ({ code, message, erreurs }: ErreurMetier): EtatAction => ({ code, message, erreurs, valeurs })
  try {
    if (!(await origineSure())) throw new ErreurMetier('origine')
    const { vers, donnees: resultat, message, refus } = await agir()
    return refus ? refuser(refus) : { ok: true, vers, donnees: resultat, message }
  } catch (erreur) {
    unstable_rethrow(erreur)
    if (erreur instanceof ErreurMetier) return refuser(erreur)
    const incident = consignerIncident(erreur, 'action')
    if (!(await baseJoignable())) return { ...refuser(new ErreurMetier('indisponible')), valeurs }
    return {
      code: 'inattendue',
      message: `Une erreur inattendue s’est produite. Votre saisie est gardée : réessayez, ou signalez l’incident ${incident}.`,
      valeurs,
    }
  }
}
