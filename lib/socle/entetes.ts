type Entete = { key: string; value: string }

/** Two years, the length browsers ask for. */
export const hsts: Entete = { key: 'Strict-Transport-Security', value: 'max-age=63072000; includeSubDomains' }

const fermes = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'encrypted-media',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'screen-wake-lock',
  'usb',
  'xr-spatial-tracking',
]

/** Headers of every answer, whatever it is. */
export const entetesCommuns: Entete[] = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  // No address of the portal is told to another site: some name a demande.
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: fermes.map((nom) => `${nom}=()`).join(', ') },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  { key: 'X-Permitted-Cross-Domain-Policies', value: 'none' },
]

/** For what is no page: nothing may run, load, be sent from it, nor frame it. */
export const politiqueInerte =
  "default-src 'none'; sandbox; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/**
 * For a file that the browser shows by itself. It dresses its own viewer with inline styles, and its PDF viewer is an object
 * that a sandbox would close; a script has no way in either case.
 */
export const politiqueApercu = (pdf: boolean) =>
  `default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; ${
    pdf ? "object-src 'self'" : "img-src 'self'; sandbox"
  }`

/**
 * Content policy of a page. Scripts run by the nonce of this answer only, and bring in those they load; everything comes from
 * the portal itself, and forms go nowhere else.
 * @param dev `next dev` compiles in the browser, and dresses its error panel inline
 */
export function politiquePage(
  nonce: string,
  { https, dev = false, cadres = false }: { https: boolean; dev?: boolean; cadres?: boolean },
): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    `style-src 'self'${dev ? " 'unsafe-inline'" : ''}`,
    // The icons of the lists are masks that their style sheet holds.
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    ...(cadres ? ["frame-src 'self'"] : []),
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    ...(https ? ['upgrade-insecure-requests'] : []),
    'report-uri /api/csp',
    'report-to csp',
  ].join('; ')
}
