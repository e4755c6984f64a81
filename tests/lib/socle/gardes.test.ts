import { beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import type { Droit } from '@/lib/socle/acteur'
import { memoireBreve } from '@/lib/socle/memoire-breve'
import { fabriqueCompte, fabriqueSession } from '@/prisma/seed/fabriques/compte'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { atelierDeTest } from '@/tests/contexte'

/** The request that is answered: its cookie and its headers. */
const requete = vi.hoisted(() => ({ cookies: new Map<string, string>(), entetes: new Headers() }))
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (nom: string) => (requete.cookies.has(nom) ? { value: requete.cookies.get(nom) } : undefined),
    set: () => {},
  }),
  headers: async () => requete.entetes,
}))
vi.mock('next/navigation', async (importer) => ({
  ...(await importer<typeof import('next/navigation')>()),
  redirect: (vers: string) => {
    throw new Error(`vers ${vers}`)
  },
  notFound: () => {
    throw new Error('introuvable')
  },
}))

const origine = 'http://localhost:3000'
Object.assign(process.env, { URL_PUBLIQUE: origine, SECRET_SESSION: 'un-secret-pour-les-essais-seulement-0123456789' })

const base = await baseDeTest()
const atelier = await atelierDeTest(base)
const { cookiePour, exigerActeur } = await import('@/lib/socle/session')
const { defineAction, defineActionPublique } = await import('@/lib/socle/action')
const { defineRoute } = await import('@/lib/socle/route')
const { agent, technicien, partenaire, structure } = await fabriquePartenariat(atelier)
const sansCgu = await fabriqueCompte(atelier, {
  profil: 'technicien',
  cgu: false,
  partenaireId: partenaire.id,
  structureId: structure.id,
})
await atelier.tx.secondFacteur.create({
  data: { compteId: agent.id, secret: new Uint8Array(48), cleVersion: 1, dernierPas: 0 },
})

const inactive = await fabriqueCompte(atelier, {
  profil: 'technicien',
  partenaireId: partenaire.id,
  structureId: structure.id,
})
await atelier.tx.compte.update({ where: { id: inactive.id }, data: { etat: 'inactif' } })

type Qui = 'personne' | 'agent' | 'technicien' | 'sansCgu' | 'inactive' | 'mot de passe seul'

async function entrer(qui: Qui, entetes: Record<string, string> = { origin: origine }): Promise<void> {
  requete.entetes = new Headers({ 'x-forwarded-for': '192.0.2.7', 'x-ep-chemin': '/une/page?x=1', ...entetes })
  requete.cookies.clear()
  if (qui === 'personne') return
  const { id } = { agent, technicien, sansCgu, inactive, 'mot de passe seul': agent }[qui]
  const sid = await fabriqueSession(atelier, id, { secondFacteur: qui !== 'mot de passe seul' })
  const { name, value } = await cookiePour(sid)
  requete.cookies.set(name, value)
}

const fait = vi.fn()
beforeEach(() => fait.mockReset())
const dernierRefus = () => atelier.tx.journal.count({ where: { action: 'acces.refuse' } })

describe('a page', () => {
  const ouvrir = async (qui: Qui, droit: Droit) => {
    await entrer(qui)
    return exigerActeur(droit)
      .then(({ compteId }) => compteId)
      .catch(({ message }: Error) => message)
  }

  it('opens to whoever has its right, sends to the sign-in or to what is left of it, and is not found for the others', async () => {
    const avant = await dernierRefus()
    expect(await ouvrir('agent', 'demande.voir')).toBe(agent.id)
    for (const qui of ['personne', 'inactive'] as const)
      expect(await ouvrir(qui, 'compte.soi')).toBe('vers /connexion?retour=%2Fune%2Fpage%3Fx%3D1')
    expect(await ouvrir('sansCgu', 'compte.soi')).toMatch(/^vers \/cgu\?/)
    expect(await ouvrir('mot de passe seul', 'demande.voir')).toMatch(/^vers \/connexion\/second-facteur\?/)
    expect(await dernierRefus()).toBe(avant)
    expect(await ouvrir('technicien', 'demande.voir')).toBe('introuvable')
    expect(await dernierRefus()).toBe(avant + 1)
  })
})

describe('a route', () => {
  const route = defineRoute({ droit: 'demande.voir', journal: null }, async () => {
    fait()
    return { reponse: new Response('fait') }
  })
  const demander = async (qui: Qui, method: string, entetes?: Record<string, string>) => {
    await entrer(qui, entetes)
    return (await route(new Request(`${origine}/api/x`, { method }), { params: Promise.resolve({}) })).status
  }

  it('answers whoever has its right, and nobody else', async () => {
    expect(await demander('personne', 'GET')).toBe(401)
    expect(await demander('sansCgu', 'GET')).toBe(401)
    expect(await demander('mot de passe seul', 'GET')).toBe(401)
    expect(await demander('technicien', 'GET')).toBe(404)
    expect(fait).not.toHaveBeenCalled()
    expect(await demander('agent', 'GET', {})).toBe(200)
    expect(fait).toHaveBeenCalledTimes(1)
  })

  it.each(['POST', 'PUT', 'DELETE'])('writes nothing for another site (%s)', async (method) => {
    expect(await demander('agent', method, {})).toBe(403)
    expect(await demander('agent', method, { origin: 'https://ailleurs.example' })).toBe(403)
    expect(fait).not.toHaveBeenCalled()
    expect(await demander('agent', method)).toBe(200)
  })
})

describe('an action', () => {
  const schema = z.object({})
  const action = defineAction({ droit: 'demande.voir', schema, journal: 'page.vue' }, async () => {
    fait()
    return {}
  })
  const publique = defineActionPublique({ droit: 'public', schema, journal: 'page.vue' }, async ({ acteur }) => {
    fait(acteur?.compteId)
    return {}
  })
  const pendant = defineActionPublique(
    { droit: 'public', schema, journal: 'page.vue', pendantSecondFacteur: true },
    async ({ acteur }) => {
      fait(acteur?.compteId)
      return {}
    },
  )
  const envoyer = async (une: typeof action, qui: Qui, entetes?: Record<string, string>) => {
    await entrer(qui, entetes)
    const donnees = new FormData()
    donnees.set('_js', '1')
    const { ok, code } = await une({}, donnees)
    return ok ? 'fait' : code
  }

  it('is done for whoever has its right, and nobody else', async () => {
    expect(await envoyer(action, 'personne')).toBe('session_expiree')
    expect(await envoyer(action, 'sansCgu')).toBe('session_expiree')
    expect(await envoyer(action, 'mot de passe seul')).toBe('session_expiree')
    expect(await envoyer(action, 'technicien')).toBe('interdit')
    expect(await envoyer(action, 'agent', {})).toBe('origine')
    expect(await envoyer(action, 'agent', { origin: 'https://ailleurs.example' })).toBe('origine')
    expect(fait).not.toHaveBeenCalled()
    expect(await envoyer(action, 'agent')).toBe('fait')
  })

  it('shows what a caisse sets on its next page, and forgets nothing for an act on a demande', async () => {
    const lecture = vi.fn(async () => 'lu')
    const lire = () => memoireBreve<string>('essai').lire(agent.caisseId ?? '', lecture)
    await lire()
    expect(await envoyer(action, 'agent')).toBe('fait')
    await lire()
    expect(lecture).toHaveBeenCalledTimes(1)
    const reglage = defineAction({ droit: 'modele.gerer', schema, journal: 'page.vue' }, async () => ({}))
    expect(await envoyer(reglage, 'agent')).toBe('fait')
    await lire()
    expect(lecture).toHaveBeenCalledTimes(2)
  })

  it('open to all counts a password alone as nobody, unless it is there to complete it', async () => {
    expect(await envoyer(publique, 'agent', {})).toBe('origine')
    expect(fait).not.toHaveBeenCalled()
    await envoyer(publique, 'mot de passe seul')
    expect(fait).toHaveBeenLastCalledWith(undefined)
    await envoyer(publique, 'agent')
    expect(fait).toHaveBeenLastCalledWith(agent.id)
    await envoyer(pendant, 'mot de passe seul')
    expect(fait).toHaveBeenLastCalledWith(agent.id)
  })

  const ecrire = defineAction(
    { droit: 'demande.voir', schema: z.object({ texte: z.string(), autre: z.string() }), journal: 'page.vue' },
    async () => {
      fait()
      return {}
    },
  )
  const dire = async (champs: Record<string, string>) => {
    await entrer('agent')
    const donnees = new FormData()
    for (const nom of ['texte', 'autre']) donnees.append('_surveille', nom)
    for (const [nom, valeur] of Object.entries({ autre: 'Rien.', ...champs })) donnees.set(nom, valeur)
    return ecrire({}, donnees)
  }

  it('gives a text that looks like health data back with all that was typed, and takes it once it is to be kept', async () => {
    const texte = 'Il commence une chimiothérapie.'
    const refus = await dire({ texte })
    expect(refus.erreurs).toEqual({ texte__sante: expect.stringContaining('«\u00A0chimiothérapie\u00A0»') })
    expect(refus.valeurs).toEqual({ texte, autre: 'Rien.' })
    // React writes only plain objects into the form that is sent again.
    expect(Object.getPrototypeOf(refus.valeurs)).toBe(Object.prototype)
    expect(fait).not.toHaveBeenCalled()
    expect(await dire({ texte: 'Il demande une attestation.', texte__sante: 'gardee' })).toMatchObject({ ok: true })
    expect(await dire({ texte, texte__sante: 'gardee' })).toMatchObject({ ok: true })
    const lignes = await atelier.tx.journal.findMany({ where: { action: 'page.vue' }, orderBy: { id: 'asc' } })
    expect(lignes.slice(-2).map(({ details }) => details)).toEqual([{}, { santeGardee: 1 }])
    expect(JSON.stringify(lignes.at(-1)?.details)).not.toContain('chimio')
  })
})
