import { accessSync, constants, statSync } from 'node:fs'
import { isAbsolute } from 'node:path'
import { type Env, enListe, sansVides, schemaEnv } from '@/lib/socle/env'

const hotesLocaux = ['localhost', '127.0.0.1', '[::1]']

/** Texts of `.env.example`: whoever copied them has not chosen a secret. */
const exemples = ['remplacez', 'changez', 'exemple']

/**
 * What is missing or unsafe, in French, one line each; empty when all is well.
 * The connections themselves (database, scanner) are tried apart, by `verifierServices`.
 */
export function verifierEnvironnement(source: Record<string, string | undefined>): string[] {
  const propre = sansVides(source)
  const lu = schemaEnv.safeParse(propre)
  const defauts = lu.success ? [] : enListe(lu.error)
  // What could be read is judged too: one list, not one refusal after the other.
  const valide = (nom: string) => !defauts.some((defaut) => defaut.startsWith(`${nom} :`))
  const env = Object.fromEntries(Object.entries(propre).filter(([nom]) => valide(nom))) as Partial<
    Record<keyof Env, string>
  >
  defauts.push(
    ...defautsDeDossier('STOCKAGE_DOSSIER', env.STOCKAGE_DOSSIER),
    ...defautsDeDossier('JOURNAL_ANCRES', env.JOURNAL_ANCRES),
  )
  if (env.DATABASE_URL && env.DATABASE_URL === env.DATABASE_URL_TRAVAUX) {
    defauts.push('DATABASE_URL_TRAVAUX : le serveur web et les travaux ont chacun leur rôle')
  }
  defauts.push(...defautsOidc(env))
  if ((env.EP_MODE ?? 'production') === 'production') defauts.push(...defautsDeProduction(env))
  return defauts
}

function defautsDeProduction(env: Partial<Record<keyof Env, string>>): string[] {
  const defauts: string[] = []
  const url = URL.parse(env.URL_PUBLIQUE ?? '')
  if (url && url.protocol !== 'https:' && !hotesLocaux.includes(url.hostname)) {
    defauts.push('URL_PUBLIQUE : le portail doit être servi en https')
  }
  const secret = env.SECRET_SESSION
  if (secret && (new Set(secret).size < 12 || exemples.some((mot) => secret.toLowerCase().includes(mot)))) {
    defauts.push('SECRET_SESSION : ce n’est pas une valeur tirée au hasard (openssl rand -base64 48)')
  }
  const cles = [env.CLES_FICHIERS, env.CLES_JOURNAL].flatMap((texte) => morceaux(texte))
  if (morceaux(env.CLES_COMPTES).some((cle) => cles.includes(cle)))
    defauts.push('CLES_COMPTES : une clé ne sert qu’à un usage ; celle-ci protège déjà les fichiers ou le journal')
  for (const nom of ['DATABASE_URL', 'DATABASE_URL_TRAVAUX'] as const) {
    const role = URL.parse(env[nom] ?? '')?.username
    if (role === 'postgres' || (role && role === URL.parse(env.DATABASE_URL_MIGRATION ?? '')?.username)) {
      defauts.push(`${nom} : « ${role} » possède la base, et échappe donc au cloisonnement entre organismes`)
    }
  }
  if (!env.CLAMD)
    defauts.push('CLAMD : sans antivirus, aucun fichier ne peut être accepté (par exemple 127.0.0.1:3310)')
  for (const nom of ['STOCKAGE_DOSSIER', 'JOURNAL_ANCRES'] as const) {
    const chemin = env[nom]
    if (chemin && !isAbsolute(chemin)) defauts.push(`${nom} : donnez un chemin absolu`)
  }
  if (!env.JOURNAL_ANCRES)
    defauts.push('JOURNAL_ANCRES : sans ancres hors de la base, une fin de journal coupée ne se voit pas')
  if (URL.parse(env.OIDC_ISSUER ?? '')?.protocol === 'http:')
    defauts.push('OIDC_ISSUER : le fournisseur d’identité doit être servi en https')
  if (env.EP_DEBITS) defauts.push('EP_DEBITS : réservé aux tests, à retirer')
  if (env.COURRIELS_DOSSIER) defauts.push('COURRIELS_DOSSIER : réservé à la démonstration, à retirer')
  return defauts
}

/** The keys themselves, without their numbers. */
const morceaux = (texte = '') => texte.split(',').flatMap((morceau) => /:\s*(\S+)/.exec(morceau)?.[1] ?? [])

function defautsOidc(env: Partial<Record<keyof Env, string>>): string[] {
  const noms = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const
  const absents = noms.filter((nom) => !env[nom])
  const options = (['OIDC_LIBELLE', 'OIDC_USAGE', 'OIDC_SECOND_FACTEUR', 'OIDC_ACR'] as const).some((nom) => env[nom])
  if (absents.length === noms.length && !options) return []
  return absents.map((nom) => `${nom} : à renseigner avec les autres variables OIDC_, ou aucune`)
}

function defautsDeDossier(nom: string, dossier: string | undefined): string[] {
  if (!dossier) return []
  try {
    if (!statSync(dossier).isDirectory()) return [`${nom} : ${dossier} n’est pas un dossier`]
  } catch {
    return [`${nom} : le dossier ${dossier} n’existe pas`]
  }
  try {
    accessSync(dossier, constants.R_OK | constants.W_OK | constants.X_OK)
    return []
  } catch {
    return [`${nom} : le dossier ${dossier} n’est pas accessible en écriture`]
  }
}
