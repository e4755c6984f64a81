import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import type { EvenementJournal } from '@/lib/journal/evenements'
import { etatDeMaintenance, oublierEtat } from '@/lib/maintenance/etat'
import { fabriqueSession } from '@/prisma/seed/fabriques/compte'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { atelierDeTest } from '@/tests/contexte'

const requete = vi.hoisted(() => ({ cookies: new Map<string, string>(), entetes: new Headers() }))
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (nom: string) => (requete.cookies.has(nom) ? { value: requete.cookies.get(nom) } : undefined),
    set: () => {},
  }),
  headers: async () => requete.entetes,
}))

const origine = 'http://localhost:3000'
Object.assign(process.env, { URL_PUBLIQUE: origine, SECRET_SESSION: 'un-secret-pour-les-essais-seulement-0123456789' })

const atelier = await atelierDeTest(await baseDeTest())
const { tx } = atelier
const { agent } = await fabriquePartenariat(atelier)
const { cookiePour } = await import('@/lib/socle/session')
const { defineAction, defineActionPublique } = await import('@/lib/socle/action')
const { defineRoute } = await import('@/lib/socle/route')
const { name, value } = await cookiePour(await fabriqueSession(atelier, agent.id))
requete.cookies.set(name, value)
requete.entetes = new Headers({ origin: origine, 'x-forwarded-for': '192.0.2.7' })

const fait = vi.fn()
const minuteMs = 60_000

/** Minutes from now. */
async function fenetre(debut: number, fin: number) {
  await tx.maintenance.create({
    data: {
      id: randomUUID(),
      debutLe: new Date(Date.now() + debut * minuteMs),
      finLe: new Date(Date.now() + fin * minuteMs),
      preavisHeures: 24,
      creeeLe: new Date(),
      creeeParId: agent.id,
    },
  })
  oublierEtat()
}

beforeEach(async () => {
  fait.mockReset()
  await tx.maintenance.deleteMany()
  oublierEtat()
})

const schema = z.object({ texte: z.string().default('') })
const agir = (journal: EvenementJournal, donnees = new FormData()) =>
  defineAction({ droit: 'compte.soi', schema, journal }, async () => {
    fait()
    return {}
  })({}, donnees)
const agirSansCompte = (journal: EvenementJournal) =>
  defineActionPublique({ droit: 'public', schema, journal }, async () => {
    fait()
    return {}
  })({}, new FormData())
const route = defineRoute({ droit: 'compte.soi', journal: null }, async () => {
  fait()
  return { reponse: new Response('fait') }
})
const demander = (method: string) => route(new Request(`${origine}/api/x`, { method }), { params: Promise.resolve({}) })

describe('while the portal is read only', () => {
  beforeEach(() => fenetre(-10, 50))

  it('an act is refused with words that say until when, and what was typed comes back', async () => {
    const donnees = new FormData()
    donnees.append('texte', 'Une longue réponse')
    const etat = await agir('message.envoye', donnees)
    expect(etat).toMatchObject({ code: 'indisponible', valeurs: { texte: 'Une longue réponse' } })
    expect(etat.message).toMatch(/en maintenance.*jusqu’(à|au).*Rien n’est parti/)
    expect(fait).not.toHaveBeenCalled()
  })

  it('what can’t wait is told: a stolen account, a breach, what does not work', async () => {
    for (const acte of [
      'incident.signale',
      'incident.traite',
      'violation.declaree',
      'violation.completee',
      'support.signale',
      'support.precise',
    ] as const)
      expect(await agir(acte)).toMatchObject({ ok: true })
    for (const acte of ['violation.qualifiee', 'support.traite'] as const)
      expect(await agir(acte)).toMatchObject({ code: 'indisponible' })
  })

  it('drafts are kept, one signs in and out, and the administrateur ends it', async () => {
    const admis = ['brouillon.enregistre', 'brouillon.cree', 'session.fermee', 'maintenance.sortie'] as const
    for (const acte of admis) expect(await agir(acte)).toMatchObject({ ok: true })
    for (const acte of ['connexion.ouverte', 'second_facteur.donne', 'cgu.acceptee', 'session.fermee'] as const)
      expect(await agirSansCompte(acte)).toMatchObject({ ok: true })
    expect(fait).toHaveBeenCalledTimes(8)
    for (const acte of ['compte.active', 'mot_de_passe.demande'] as const)
      expect((await agirSansCompte(acte)).code).toBe('indisponible')
    for (const acte of ['demande.deposee', 'brouillon.supprime', 'compte.preferences', 'caisse.reglages'] as const)
      expect((await agir(acte)).code).toBe('indisponible')
    expect(fait).toHaveBeenCalledTimes(8)
  })

  it('a route still reads, and answers 503 with Retry-After to what would write', async () => {
    expect((await demander('GET')).status).toBe(200)
    for (const methode of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const reponse = await demander(methode)
      expect(reponse.status).toBe(503)
      expect(Number(reponse.headers.get('retry-after'))).toBeGreaterThan(49 * 60)
      expect(Number(reponse.headers.get('retry-after'))).toBeLessThanOrEqual(50 * 60)
      expect(await reponse.json()).toMatchObject({ code: 'indisponible' })
    }
    expect(fait).toHaveBeenCalledTimes(1)
    const presence = defineRoute({ droit: 'compte.soi', journal: null, enLectureSeule: true }, async () => ({
      reponse: new Response('là'),
    }))
    const requise = new Request(`${origine}/api/x`, { method: 'POST' })
    expect((await presence(requise, { params: Promise.resolve({}) })).status).toBe(200)
  })
})

describe('before it, after it, or where it was cancelled', () => {
  it.each([
    ['before', 10, 50],
    ['after', -50, -10],
  ])('%s: everything works', async (_quand, debut, fin) => {
    await fenetre(debut, fin)
    expect(await agir('message.envoye')).toMatchObject({ ok: true })
    expect((await demander('POST')).status).toBe(200)
  })

  it('cancelled: everything works', async () => {
    await fenetre(-10, 50)
    await tx.maintenance.updateMany({ data: { etat: 'annulee' } })
    oublierEtat()
    expect(await agir('message.envoye')).toMatchObject({ ok: true })
  })
})

it('what another process changes is known within ten seconds, and pages ask nothing in between', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
  try {
    expect(await agir('message.envoye')).toMatchObject({ ok: true })
    await fenetreDAilleurs()
    vi.setSystemTime(Date.now() + 4_000)
    expect(await agir('message.envoye')).toMatchObject({ ok: true })
    vi.setSystemTime(Date.now() + 6_000)
    expect((await agir('message.envoye')).code).toBe('indisponible')
  } finally {
    vi.useRealTimers()
  }
})

it('what is in use is read again before a page has to wait for it', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
  try {
    await etatDeMaintenance(new Date())
    await fenetreDAilleurs()
    vi.setSystemTime(Date.now() + 6_000)
    expect((await etatDeMaintenance(new Date())).enCours).toBeNull()
    await vi.waitFor(async () => expect((await etatDeMaintenance(new Date())).enCours).not.toBeNull())
  } finally {
    vi.useRealTimers()
  }
})

/** Written by somebody else: this process is not told. */
async function fenetreDAilleurs() {
  const maintenant = Date.now()
  await tx.maintenance.create({
    data: {
      id: randomUUID(),
      debutLe: new Date(maintenant - minuteMs),
      finLe: new Date(maintenant + 30 * minuteMs),
      preavisHeures: 0,
      creeeLe: new Date(maintenant),
      creeeParId: agent.id,
    },
  })
}
