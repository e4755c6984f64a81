import { createHmac } from 'node:crypto'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fabriqueCompte } from '@/prisma/seed/fabriques/compte'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { atelierDeTest } from '@/tests/contexte'
import { demarrerFournisseur, type PersonneOidc } from '@/tests/fournisseur-oidc'

/** The browser, as the routes of the portal see it. */
const boite = vi.hoisted(() => new Map<string, string>())
const client = vi.hoisted(() => ({ adresse: '192.0.2.9' }))
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (nom: string) => (boite.has(nom) ? { value: boite.get(nom) } : undefined),
    set: (nom: string, valeur: string) => (valeur ? boite.set(nom, valeur) : boite.delete(nom)),
  }),
  headers: async () => new Headers({ 'x-forwarded-for': client.adresse, 'user-agent': 'Firefox/140 Windows' }),
}))

const portail = 'http://localhost:3000'
const fournisseur = await demarrerFournisseur()
fournisseur.declarer(`${portail}/api/oidc/retour`)
afterAll(() => fournisseur.arreter())
const base = await baseDeTest()
const atelier = await atelierDeTest(base)
const { caisse, agent, technicien } = await fabriquePartenariat(atelier)
Object.assign(process.env, {
  URL_PUBLIQUE: portail,
  SECRET_SESSION: 'un-secret-pour-les-essais-seulement-0123456789',
  OIDC_ISSUER: fournisseur.emetteur,
  OIDC_CLIENT_ID: fournisseur.client,
  OIDC_CLIENT_SECRET: fournisseur.secret,
  OIDC_ACR: 'niveau-eleve',
})
const { GET: depart } = await import('@/app/api/oidc/depart/route')
const { GET: retour } = await import('@/app/api/oidc/retour/route')
const { lireActeur } = await import('@/lib/socle/session')

/** What the token endpoint answers, as someone in the middle would change it. */
let alterer: ((jeton: string) => string) | undefined
const vraiFetch = globalThis.fetch
vi.stubGlobal('fetch', async (...demande: Parameters<typeof fetch>) => {
  const reponse = await vraiFetch(...demande)
  if (!alterer || !String(demande[0]).endsWith('/token') || !reponse.ok) return reponse
  const corps = (await reponse.json()) as { id_token: string }
  return Response.json({ ...corps, id_token: alterer(corps.id_token) })
})

beforeEach(async () => {
  boite.clear()
  fournisseur.personnes.clear()
  await atelier.tx.lienOidc.deleteMany()
})
afterEach(() => {
  alterer = undefined
  process.env.OIDC_SECOND_FACTEUR = ''
})

async function partir(chemin = '/api/oidc/depart'): Promise<string> {
  return (await depart(new Request(portail + chemin))).headers.get('location') ?? ''
}

/** Signs in at the provider, as a browser does; gives the address it sends back to. */
async function passer(adresse: string, personne: string | null): Promise<string> {
  const cookies = new Map<string, string>()
  let suite = adresse
  for (let pas = 0; pas < 6 && !suite.startsWith(portail); pas += 1) {
    const enPage = new URL(suite).pathname.startsWith('/entree/')
    const reponse = await vraiFetch(suite, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map((paire) => paire.join('=')).join('; ') },
      ...(enPage && {
        method: 'POST',
        body: new URLSearchParams(personne === null ? { abandonner: 'oui' } : { personne }),
      }),
    })
    for (const pose of reponse.headers.getSetCookie()) {
      const [, nom = '', valeur = ''] = /^([^=]+)=([^;]*)/.exec(pose) ?? []
      cookies.set(nom, valeur)
    }
    suite = new URL(reponse.headers.get('location') ?? '', suite).href
  }
  return suite
}

const revenir = async (adresse: string) =>
  new URL((await retour(new Request(adresse))).headers.get('location') ?? '').href.slice(portail.length)

async function entrer(nom: string, personne: PersonneOidc): Promise<string> {
  fournisseur.personnes.set(nom, personne)
  return revenir(await passer(await partir(), nom))
}

const dernier = () => atelier.tx.journal.findFirstOrThrow({ orderBy: { id: 'desc' } })
const courrielDe = async ({ id }: { id: string }) =>
  (await atelier.tx.compte.findUniqueOrThrow({ where: { id } })).courriel
const sessionEnCours = async () => atelier.tx.session.findFirst({ orderBy: { creeeLe: 'desc' } })
const nouvelAgent = () => fabriqueCompte(atelier, { profil: 'caisse', caisseId: caisse.id, roles: ['agent'] })

describe('the sign-in of the caisses through their provider', () => {
  it('opens the account of a verified address, and remembers who it is there', async () => {
    const courriel = await courrielDe(agent)
    expect(await entrer('u-1', { courriel: courriel.toUpperCase(), verifie: true })).toBe('/caisse/file')
    expect((await lireActeur())?.acteur.compteId).toBe(agent.id)
    expect(await dernier()).toMatchObject({
      action: 'connexion.ouverte',
      compteId: agent.id,
      details: { moyen: 'oidc' },
    })
    // Its address has changed over there since: it is the same person.
    boite.clear()
    expect(await entrer('u-1', { courriel: 'autre@ailleurs.example', verifie: false })).toBe('/caisse/file')
  })

  it('leads where the person wanted to go, and nowhere else', async () => {
    fournisseur.personnes.set('u-1', { courriel: await courrielDe(agent), verifie: true })
    const vers = async (voulu: string) =>
      revenir(await passer(await partir(`/api/oidc/depart?retour=${encodeURIComponent(voulu)}`), 'u-1'))
    expect(await vers('/caisse/recherche')).toBe('/caisse/recherche')
    expect(await vers('//mal.example/')).toBe('/caisse/file')
  })

  it('never makes an account, nor opens one of a partenaire, closed or doubtful', async () => {
    const avant = await atelier.tx.compte.count()
    const partage = await courrielDe(await nouvelAgent())
    const second = await nouvelAgent()
    const inactif = await fabriqueCompte(atelier, { profil: 'caisse', caisseId: caisse.id, etat: 'inactif' })
    const national = await fabriqueCompte(atelier, { profil: 'administrateur' })
    await atelier.tx.compte.update({ where: { id: second.id }, data: { courriel: partage } })
    const courriel = await courrielDe(agent)
    const refus = {
      inconnue: await entrer('r-1', { courriel: 'inconnue@caisse.example', verifie: true }),
      technicien: await entrer('r-2', { courriel: await courrielDe(technicien), verifie: true }),
      inactif: await entrer('r-3', { courriel: await courrielDe(inactif), verifie: true }),
      national: await entrer('r-4', { courriel: await courrielDe(national), verifie: true }),
      double: await entrer('r-5', { courriel: partage, verifie: true }),
      nonVerifie: await entrer('r-6', { courriel, verifie: false }),
      sansDire: await entrer('r-7', { courriel }),
      sansCourriel: await entrer('r-8', { verifie: true }),
    }
    expect(refus).toEqual({
      inconnue: '/connexion?oidc=aucun_compte',
      technicien: '/connexion?oidc=aucun_compte',
      inactif: '/connexion?oidc=aucun_compte',
      national: '/connexion?oidc=aucun_compte',
      double: '/connexion?oidc=plusieurs_comptes',
      nonVerifie: '/connexion?oidc=non_verifie',
      sansDire: '/connexion?oidc=non_verifie',
      sansCourriel: '/connexion?oidc=sans_courriel',
    })
    expect(await atelier.tx.compte.count()).toBe(avant + 4)
    expect(await atelier.tx.lienOidc.count()).toBe(0)
    expect(await lireActeur()).toBeNull()
    expect(await dernier()).toMatchObject({ action: 'connexion.refusee', details: { raison: 'oidc_sans_courriel' } })
  })

  it('leaves an account to the first identity that held it, though another one bears its address', async () => {
    const courriel = await courrielDe(agent)
    expect(await entrer('u-1', { courriel, verifie: true })).toBe('/caisse/file')
    expect(await entrer('u-2', { courriel, verifie: true })).toBe('/connexion?oidc=autre_identite')
  })

  it('closes with the account', async () => {
    const parti = await nouvelAgent()
    const courriel = await courrielDe(parti)
    expect(await entrer('u-1', { courriel, verifie: true })).toBe('/caisse/file')
    await atelier.tx.compte.update({ where: { id: parti.id }, data: { etat: 'inactif' } })
    boite.clear()
    expect(await entrer('u-1', { courriel, verifie: true })).toBe('/connexion?oidc=aucun_compte')
  })

  it('asks for the second factor of the portal, unless the provider says that it did and the portal takes its word', async () => {
    const courriel = await courrielDe(agent)
    const fait = async (personne: PersonneOidc) => {
      await entrer('u-1', { courriel, verifie: true, ...personne })
      return (await sessionEnCours())?.secondFacteurLe !== null
    }
    expect(await fait({ amr: ['pwd', 'mfa'] })).toBe(false)
    process.env.OIDC_SECOND_FACTEUR = 'fournisseur'
    expect(await fait({ amr: ['pwd'] })).toBe(false)
    expect(await fait({ amr: ['pwd', 'mfa'] })).toBe(true)
    expect(await fait({ acr: 'niveau-eleve' })).toBe(true)
    expect(await fait({ acr: 'niveau-faible' })).toBe(false)
  })

  it('takes what the provider sends back once, from the browser that left, and within ten minutes', async () => {
    fournisseur.personnes.set('u-1', { courriel: await courrielDe(agent), verifie: true })
    const adresse = await passer(await partir(), 'u-1')
    const enveloppe = boite.get('ep-oidc') ?? ''
    // Another browser, without what the first one keeps.
    boite.clear()
    expect(await revenir(adresse)).toBe('/connexion?oidc=expire')
    // What another departure keeps.
    await partir()
    expect(await revenir(adresse)).toBe('/connexion?oidc=invalide')
    boite.set('ep-oidc', enveloppe)
    expect(await revenir(adresse)).toBe('/caisse/file')
    // The same again, with the same cookie put back.
    boite.set('ep-oidc', enveloppe)
    expect(await revenir(adresse)).toBe('/connexion?oidc=expire')
    const tard = await passer(await partir(), 'u-1')
    // What is counted by address must not be counted in the future.
    client.adresse = '192.0.2.10'
    vi.useFakeTimers({ now: Date.now() + 11 * 60_000, toFake: ['Date'] })
    expect(await revenir(tard)).toBe('/connexion?oidc=expire')
    vi.useRealTimers()
    client.adresse = '192.0.2.9'
    const etat = await passer(await partir(), 'u-1')
    expect(await revenir(etat.replace(/state=[^&]+/, 'state=autre'))).toBe('/connexion?oidc=invalide')
  })

  it('goes back to the sign-in page when the person gives up, or the provider does not answer', async () => {
    expect(await revenir(await passer(await partir(), null))).toBe('/connexion?oidc=annule')
    const issuer = process.env.OIDC_ISSUER
    process.env.OIDC_ISSUER = 'http://localhost:9'
    expect(await partir()).toBe(`${portail}/connexion?oidc=indisponible`)
    process.env.OIDC_ISSUER = issuer
  })

  const parties = (jeton: string) => jeton.split('.') as [string, string, string]
  const lire = (partie: string) => JSON.parse(Buffer.from(partie, 'base64url').toString()) as Record<string, unknown>
  const ecrire = (objet: object) => Buffer.from(JSON.stringify(objet)).toString('base64url')
  const changer = (champs: object) => (jeton: string) => {
    const [entete, corps, signature] = parties(jeton)
    return [entete, ecrire({ ...lire(corps), ...champs }), signature].join('.')
  }

  it.each<[string, (jeton: string) => string]>([
    ['of another person', changer({ sub: 'u-autre' })],
    ['with another address', changer({ email: 'autre@caisse.example', email_verified: true })],
    ['with a second factor that was not asked', changer({ amr: ['mfa'] })],
    ['of another provider', changer({ iss: 'https://ailleurs.example' })],
    ['for another application', changer({ aud: 'une-autre' })],
    ['of another departure', changer({ nonce: 'autre' })],
    ['out of date', changer({ exp: 1 })],
    ['without a signature', (jeton) => `${ecrire({ alg: 'none' })}.${parties(jeton)[1]}.`],
    ['with a signature cut short', (jeton) => jeton.slice(0, -8)],
    [
      'sealed with the secret of the application instead of the key of the provider',
      (jeton) => {
        const sceller = `${ecrire({ alg: 'HS256' })}.${parties(jeton)[1]}`
        return `${sceller}.${createHmac('sha256', fournisseur.secret).update(sceller).digest('base64url')}`
      },
    ],
  ])('refuses an identity %s', async (_quoi, changement) => {
    alterer = changement
    expect(await entrer('u-1', { courriel: await courrielDe(agent), verifie: true })).toBe('/connexion?oidc=invalide')
    expect(await atelier.tx.lienOidc.count()).toBe(0)
    expect(boite.has('ep-session')).toBe(false)
  })

  it('is not there without a setting', async () => {
    const issuer = process.env.OIDC_ISSUER
    process.env.OIDC_ISSUER = ''
    expect((await depart(new Request(`${portail}/api/oidc/depart`))).status).toBe(404)
    expect((await retour(new Request(`${portail}/api/oidc/retour?code=a&state=b`))).status).toBe(404)
    process.env.OIDC_ISSUER = issuer
  })

  it('keeps no link for an account of a partenaire, whatever the product asks for', async () => {
    const { avecConnexion } = await import('@/lib/socle/base')
    const lier = (compteId: string) =>
      avecConnexion((tx) =>
        tx.lienOidc.createMany({
          data: [{ emetteur: 'e', sujet: compteId, compteId, creeLe: new Date(), utiliseLe: new Date() }],
        }),
      )
    await expect(lier(technicien.id)).rejects.toThrow()
    expect((await lier(agent.id)).count).toBe(1)
  })

  it('is the only way in of the caisses where it is required, and changes nothing for the others', async () => {
    const { avecConnexion } = await import('@/lib/socle/base')
    const { seConnecter } = await import('@/lib/comptes/se-connecter')
    const essayer = async ({ id }: { id: string }) => {
      const { identifiant } = await atelier.tx.compte.findUniqueOrThrow({ where: { id } })
      const contexte = { acteur: null, maintenant: new Date(), adresse: '192.0.2.11', navigateur: null }
      const saisie = { identifiant, motDePasse: 'x' }
      return avecConnexion((tx) => seConnecter({ ...contexte, tx }, saisie, { juste: true }))
    }
    process.env.OIDC_USAGE = 'requis'
    process.env.OIDC_LIBELLE = 'Cassiopée'
    const { suite, sessionId } = await essayer(agent)
    expect(sessionId).toBeUndefined()
    expect(suite.refus?.message).toContain('avec Cassiopée')
    expect((await essayer(technicien)).sessionId).toBeDefined()
    // A password of long ago, which serves no more, is not asked to be changed.
    const courriel = await courrielDe(agent)
    await atelier.tx.authentification.updateMany({
      where: { compteId: agent.id },
      data: { motDePasseLe: new Date('2020-01-01') },
    })
    await entrer('u-1', { courriel, verifie: true })
    expect((await lireActeur())?.reste).not.toBe('mot_de_passe')
    process.env.OIDC_USAGE = ''
    expect((await essayer(agent)).sessionId).toBeDefined()
  })
})
