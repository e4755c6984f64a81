import { NextRequest } from 'next/server'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { munir } from '@/lib/socle/route'
import { poserCookie, retirerCookie } from '@/lib/socle/session'
import { texteSecurite } from '@/lib/socle/texte-securite'
import { proxy } from '@/proxy'

const poses = vi.hoisted(() => [] as unknown[][])
vi.mock('next/headers', () => ({
  cookies: async () => ({ set: (...arguments_: unknown[]) => poses.push(arguments_) }),
  headers: async () => new Headers(),
}))

// What happens without it is proved on a database that was stopped (see base-absente.test.ts).
vi.mock('@/lib/maintenance/sentinelle', () => ({ baseJoignable: async () => true }))

afterEach(() => vi.unstubAllEnvs())

const demander = (chemin: string) => proxy(new NextRequest(`http://interne:3000${chemin}`))
const politique = (reponse: Response) => reponse.headers.get('content-security-policy') ?? ''

describe('in https', () => {
  it('pages and routes forbid plain http from then on', async () => {
    vi.stubEnv('URL_PUBLIQUE', 'https://partenaires.exemple.fr')
    const page = await demander('/connexion')
    expect(page.headers.get('strict-transport-security')).toBe('max-age=63072000; includeSubDomains')
    expect(politique(page)).toContain('upgrade-insecure-requests')
    expect(munir(new Response('x')).headers.get('strict-transport-security')).toContain('max-age=63072000')
  })

  it('the cookie of the session is bound to this host, sent in https alone and hidden from scripts', async () => {
    vi.stubEnv('URL_PUBLIQUE', 'https://partenaires.exemple.fr')
    vi.stubEnv('SECRET_SESSION', 'x'.repeat(40))
    await poserCookie('0190a1b2-c3d4-4e5f-8a9b-0c1d2e3f4a5b')
    await retirerCookie()
    expect(poses).toHaveLength(2)
    for (const [nom, , options] of poses) {
      expect(nom).toBe('__Host-ep-session')
      expect(options).toMatchObject({ httpOnly: true, secure: true, sameSite: 'lax', path: '/' })
      expect(options).not.toHaveProperty('domain')
    }
  })
})

describe('an address that can’t be read', () => {
  it.each([
    '/caisse/personnes/%E0%A4%A',
    '/violations/%ZZ',
    '/%',
  ])('%s is a page that does not exist', async (chemin) => {
    const reponse = await demander(chemin)
    expect(new URL(reponse.headers.get('x-middleware-rewrite') ?? '').pathname).toBe('/introuvable')
    expect(politique(reponse)).toContain("default-src 'none'")
  })

  it('any other goes where it leads', async () => {
    expect((await demander('/caisse/personnes/%C3%A9')).headers.get('x-middleware-rewrite')).toBeNull()
  })
})

describe('the content policy of a page', () => {
  it('has a nonce of its own at each request, told to Next and to nobody before', async () => {
    const nonces = new Set<string>()
    for (let rang = 0; rang < 50; rang += 1) {
      const reponse = await demander('/demandes')
      const nonce = /'nonce-([^']+)'/.exec(politique(reponse))?.[1] ?? ''
      expect(Buffer.from(nonce, 'base64')).toHaveLength(16)
      expect(reponse.headers.get('x-middleware-request-content-security-policy')).toBe(politique(reponse))
      nonces.add(nonce)
    }
    expect(nonces.size).toBe(50)
  })

  it('lets nothing inline nor evaluated through, and frames nothing but the caught mails of the demo', async () => {
    vi.stubEnv('NODE_ENV', 'production')
    for (const chemin of ['/', '/dev/courriels', '/caisse/file']) {
      const texte = politique(await demander(chemin))
      expect(texte).not.toMatch(/unsafe|blob:|https:|\*/)
      expect(texte.includes('frame-src')).toBe(chemin === '/dev/courriels')
    }
  })
})

describe('the policy of what is no page', () => {
  const munie = (headers: Record<string, string>) => politique(munir(new Response('x', { headers })))

  it('is inert, but for what the browser shows by itself, where nothing runs either', () => {
    expect(munie({})).toContain('sandbox')
    const image = munie({ 'content-disposition': 'inline; filename="a.jpg"', 'content-type': 'image/jpeg' })
    expect(image).toContain('sandbox')
    // A sandbox would close the PDF viewer of the browser.
    const pdf = munie({ 'content-disposition': 'inline; filename="a.pdf"', 'content-type': 'application/pdf' })
    expect(pdf).not.toContain('sandbox')
    for (const texte of [image, pdf]) expect(texte).toMatch(/^default-src 'none'; .*frame-ancestors 'none'/)
    for (const texte of [image, pdf]) expect(texte).not.toContain('script-src')
  })
})

describe('security.txt', () => {
  it('names the contact of the settings, and expires within a year', () => {
    vi.stubEnv('URL_PUBLIQUE', 'https://partenaires.exemple.fr')
    const midi = new Date('2026-11-22T11:00:00.123Z')
    expect(texteSecurite(midi)).toContain('Contact: https://partenaires.exemple.fr/aide\n')
    expect(texteSecurite(midi)).toContain('Expires: 2027-05-21T11:00:00Z\n')
    vi.stubEnv('CONTACT_SECURITE', 'securite@exemple.fr')
    expect(texteSecurite(midi)).toContain('Contact: mailto:securite@exemple.fr\n')
  })
})
