import { z } from 'zod'

/** What a browser says of a violation: the old form in hyphens (`report-uri`), the new one in camel case (`report-to`). */
const ancienSchema = z.object({
  'csp-report': z.object({
    'document-uri': z.string().catch(''),
    'effective-directive': z.string().optional(),
    'violated-directive': z.string().optional(),
    'blocked-uri': z.string().catch(''),
    'line-number': z.number().optional().catch(undefined),
  }),
})

const nouveauSchema = z.array(
  z.object({
    type: z.literal('csp-violation'),
    body: z.object({
      documentURL: z.string().catch(''),
      effectiveDirective: z.string().catch(''),
      blockedURL: z.string().catch(''),
      lineNumber: z.number().optional().catch(undefined),
    }),
  }),
)

export type RapportCsp = { regle: string; page: string; bloque: string; ligne?: number }

const RAPPORTS_MAX = 10

/** Reads the reports of a body; nothing when it is none. Addresses lose what they name. */
export function lireRapports(corps: string): RapportCsp[] {
  const json = enJson(corps)
  const ancien = ancienSchema.safeParse(json)
  if (ancien.success) {
    const rapport = ancien.data['csp-report']
    const regle = rapport['effective-directive'] ?? rapport['violated-directive'] ?? ''
    return [dire(regle, rapport['document-uri'], rapport['blocked-uri'], rapport['line-number'])]
  }
  const nouveau = nouveauSchema.safeParse(json)
  if (!nouveau.success) return []
  return nouveau.data
    .slice(0, RAPPORTS_MAX)
    .map(({ body }) => dire(body.effectiveDirective, body.documentURL, body.blockedURL, body.lineNumber))
}

const dire = (regle: string, page: string, bloque: string, ligne?: number): RapportCsp => ({
  regle: /^[a-z-]{1,40}/.exec(regle)?.[0] ?? '',
  page: patron(page),
  bloque: origine(bloque),
  ligne,
})

/** The path, with a star for each part that is no plain word: references, ids, tokens. */
function patron(adresse: string): string {
  const segments = URL.parse(adresse)?.pathname.split('/').slice(0, 8) ?? []
  return segments.map((segment) => (/^[a-z-]{0,20}$/.test(segment) ? segment : '*')).join('/')
}

/** `inline`, `eval`… or where it came from, without its path. */
function origine(bloque: string): string {
  return /^[a-z-]{1,20}$/.test(bloque) ? bloque : (URL.parse(bloque)?.origin ?? '')
}

function enJson(corps: string): unknown {
  try {
    return JSON.parse(corps)
  } catch {
    return null
  }
}
