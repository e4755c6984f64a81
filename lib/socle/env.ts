import { z } from 'zod'
import { lireClesFichiers } from '@/lib/socle/cles-fichiers'

type Source = Record<string, string | undefined>

const adresse = (protocoles: string[], exemple: string) =>
  z.string({ error: `à renseigner, par exemple ${exemple}` }).refine((texte) => {
    const url = URL.parse(texte)
    return url !== null && protocoles.includes(url.protocol) && url.hostname !== ''
  }, `adresse invalide, par exemple ${exemple}`)

const base = adresse(['postgresql:', 'postgres:'], 'postgresql://role:secret@hote:5432/base')

const cles = z.string({ error: 'à renseigner, par exemple 1:<32 octets en base64>' }).superRefine((texte, ctx) => {
  try {
    lireClesFichiers(texte)
  } catch (erreur) {
    ctx.addIssue({ code: 'custom', message: erreur instanceof Error ? erreur.message : 'illisible' })
  }
})

const texte = (exemple: string) => z.string({ error: `à renseigner, par exemple ${exemple}` }).min(1)

export const schemaEnv = z.object({
  EP_MODE: z
    .enum(['production', 'demo', 'test', 'dev'], { error: 'valeur inconnue : production, demo, test ou dev' })
    .default('production'),
  PORT: z.coerce.number({ error: 'numéro de port invalide' }).int().min(0).max(65_535).default(3000),
  URL_PUBLIQUE: adresse(['https:', 'http:'], 'https://partenaires.exemple.fr').refine(
    (valeur) => URL.parse(valeur)?.pathname === '/' && !/[?#]/.test(valeur),
    'seulement le protocole, l’hôte et le port, sans chemin',
  ),
  DATABASE_URL: base,
  DATABASE_URL_TRAVAUX: base,
  DATABASE_URL_MIGRATION: base.optional(),
  SECRET_SESSION: z.string({ error: 'à renseigner : 32 caractères au moins, tirés au hasard' }).min(32, {
    error: '32 caractères au moins, tirés au hasard (openssl rand -base64 48)',
  }),
  CLES_FICHIERS: cles,
  CLES_JOURNAL: cles,
  CLES_COMPTES: cles,
  STOCKAGE_DOSSIER: texte('/var/lib/espace-partenaires/fichiers'),
  /** Folder of the anchors of the journal, on another machine. */
  JOURNAL_ANCRES: z.string().optional(),
  SMTP_URL: adresse(['smtp:', 'smtps:'], 'smtps://utilisateur:secret@smtp.exemple.fr:465'),
  COURRIEL_EXPEDITEUR: texte('Espace Partenaires <ne-pas-repondre@exemple.fr>').regex(
    /[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+/,
    {
      error: 'adresse invalide',
    },
  ),
  /** Envelope sender: where mails that can't be delivered come back. */
  COURRIEL_RETOURS: z.email({ error: 'adresse invalide, par exemple retours@exemple.fr' }).optional(),
  CLAMD: z
    .string()
    .regex(/^(unix:\/.+|\[?[^\s/]+\]?:\d{1,5})$/, { error: 'adresse invalide : hote:3310, ou unix:/chemin/clamd.sock' })
    .optional(),
  /** Word of the monitoring probe, that gets the detail of `/api/sante`. */
  SONDE_JETON: z.string().min(16, { error: '16 caractères au moins, tirés au hasard' }).optional(),
  /** Whom to tell of a weakness: an address of mail or of a page, in `/.well-known/security.txt`. */
  CONTACT_SECURITE: z
    .union([z.email(), z.url({ protocol: /^https$/ })], { error: 'courriel ou adresse https' })
    .optional(),
  /** Tests only: every bound of lib/debits/limites.ts times this. */
  EP_DEBITS: z.coerce.number({ error: 'nombre invalide' }).positive().optional(),
  /** The provider of identities of the caisses (OpenID Connect), where there is one. See lib/oidc/reglages.ts. */
  OIDC_ISSUER: adresse(['https:', 'http:'], 'https://connexion.exemple.fr').optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_LIBELLE: z.string().max(60, { error: '60 caractères au plus : c’est le nom du bouton' }).optional(),
  OIDC_USAGE: z.enum(['offert', 'requis'], { error: 'valeur inconnue : offert ou requis' }).optional(),
  OIDC_SECOND_FACTEUR: z
    .enum(['portail', 'fournisseur'], { error: 'valeur inconnue : portail ou fournisseur' })
    .optional(),
  OIDC_ACR: z.string().optional(),
  /** Where the demo and the tests keep the mails they caught. Never in production. */
  COURRIELS_DOSSIER: z.string().optional(),
})

export type Env = z.infer<typeof schemaEnv>

export function lireEnv(source: Source): Env {
  const resultat = schemaEnv.safeParse(sansVides(source))
  if (resultat.success) return resultat.data
  throw new Error(`Environnement incomplet :\n${enListe(resultat.error).join('\n')}`)
}

/** An empty variable is an absent one: `CLAMD=` in a file means that there is none. */
export function sansVides(source: Source): Source {
  return Object.fromEntries(Object.entries(source).filter(([, valeur]) => valeur?.trim()))
}

export function enListe(erreur: z.ZodError): string[] {
  return erreur.issues.map(({ path, message }) => `${path.join('.')} : ${message}`)
}
