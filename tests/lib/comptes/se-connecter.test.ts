import { beforeEach, describe, expect, it, vi } from 'vitest'
import { examinerMotDePasse, seConnecter } from '@/lib/comptes/se-connecter'
import { avecConnexion } from '@/lib/socle/base'
import { lireSession } from '@/lib/socle/lire-session'
import { baseDeTest } from '@/tests/base-de-test'
import { BON_MOT_DE_PASSE, ids, peupler, sql } from './comptes-de-test'

/** Algorithm and cost of each password weighed: what the time of an answer depends on. */
const verifications = vi.hoisted((): string[] => [])
vi.mock('@node-rs/argon2', async (importer) => {
  const reel = await importer<typeof import('@node-rs/argon2')>()
  const verify: typeof reel.verify = (empreinte, ...suite) => {
    const [, algorithme, , prix] = String(empreinte).split('$')
    verifications.push(`${algorithme} ${prix}`)
    return reel.verify(empreinte, ...suite)
  }
  return { ...reel, verify }
})

const base = await baseDeTest()
await peupler(base)

const T0 = new Date()

/** As the action does: the password is compared first, then the attempt is counted in its transaction. */
async function essayer(identifiant: string, motDePasse: string, { adresse = '192.0.2.1', maintenant = T0 } = {}) {
  const saisie = { identifiant, motDePasse, retour: undefined as string | undefined }
  const examen = await examinerMotDePasse(saisie, { adresse, maintenant })
  const { suite, sessionId } = await avecConnexion((tx) =>
    seConnecter({ tx, acteur: null, maintenant, adresse, navigateur: 'Firefox/140' }, saisie, examen),
  )
  return { ...suite, sessionId }
}

const dans = (secondes: number) => new Date(T0.getTime() + secondes * 1000)

beforeEach(async () => {
  await sql(base, 'DELETE FROM tentative')
  await sql(base, 'DELETE FROM session')
})

describe('signing in', () => {
  it('opens a session that the next request reads', async () => {
    const { vers, sessionId = '' } = await essayer('vaucreux-mlegall', BON_MOT_DE_PASSE)
    expect(vers).toBe('/demandes')
    expect((await lireSession(sessionId, T0))?.acteur).toMatchObject({ compteId: ids.technicien, profil: 'technicien' })
  })

  it('leads each profile to its first page', async () => {
    expect((await essayer('vaucreux-mlegall-g', BON_MOT_DE_PASSE)).vers).toBe('/equipe')
    expect((await essayer('deuxvallees-faubertin', BON_MOT_DE_PASSE)).vers).toBe('/caisse/file')
  })

  it('ends on the next request once revoked, after 30 idle minutes, and after 10 hours', async () => {
    const { sessionId = '' } = await essayer('vaucreux-mlegall', BON_MOT_DE_PASSE)
    expect(await lireSession(sessionId, dans(30 * 60))).toBeNull()
    for (let minute = 20; minute < 600; minute += 20)
      expect(await lireSession(sessionId, dans(minute * 60))).not.toBeNull()
    expect(await lireSession(sessionId, dans(600 * 60))).toBeNull()
    const { sessionId: autre = '' } = await essayer('vaucreux-mlegall', BON_MOT_DE_PASSE)
    await sql(base, 'UPDATE session SET "fermeeLe" = now() WHERE id = $1', [autre])
    expect(await lireSession(autre, T0)).toBeNull()
  })

  it('gives the same answer to a wrong password, an unknown, an inactive and a not yet activated account', async () => {
    const reponses = await Promise.all([
      essayer('vaucreux-mlegall', 'ce n’est pas le bon', { adresse: 'a' }),
      essayer('personne-ici', BON_MOT_DE_PASSE, { adresse: 'b' }),
      essayer('vaucreux-parti', BON_MOT_DE_PASSE, { adresse: 'c' }),
      essayer('vaucreux-ibenaissa', BON_MOT_DE_PASSE, { adresse: 'd' }),
    ])
    const vus = reponses.map(({ refus, vers }) => ({ message: refus?.message, code: refus?.code, vers }))
    expect(new Set(vus.map((vu) => JSON.stringify(vu))).size).toBe(1)
    expect(vus[0]).toMatchObject({ code: 'saisie', vers: undefined })
  })

  it('weighs one password for an unknown account as for a known one, at the same price', async () => {
    const pesees: string[][] = []
    for (const identifiant of ['vaucreux-mlegall', 'personne-ici', 'vaucreux-parti', 'vaucreux-ibenaissa']) {
      verifications.length = 0
      await essayer(identifiant, 'ce n’est pas le bon', { adresse: `prix-${identifiant}` })
      pesees.push([...verifications])
    }
    expect(pesees[0]).toEqual(['argon2id m=65536,t=3,p=1'])
    expect(new Set(pesees.map(String)).size).toBe(1)
  })

  it('waits after five failures, even with the right password, for a known and an unknown account alike', async () => {
    for (const identifiant of ['vaucreux-mlegall', 'personne-ici']) {
      for (let rang = 0; rang < 5; rang += 1) await essayer(identifiant, 'faux', { adresse: `${identifiant}-${rang}` })
      const { refus } = await essayer(identifiant, BON_MOT_DE_PASSE, { adresse: 'neuve' })
      expect(refus?.code).toBe('trop_de_tentatives')
      expect(refus?.message).toContain('30\u00a0secondes')
    }
    expect((await essayer('vaucreux-mlegall', BON_MOT_DE_PASSE, { adresse: 'neuve', maintenant: dans(31) })).vers).toBe(
      '/demandes',
    )
  })

  it('locks an identifiant after ten failures in a row, whatever the time since', async () => {
    let maintenant = T0
    for (let rang = 0; rang < 10; rang += 1) {
      await essayer('vaucreux-mlegall', 'faux', { adresse: `x${rang}`, maintenant })
      maintenant = new Date(maintenant.getTime() + 600_000)
    }
    const { refus } = await essayer('vaucreux-mlegall', BON_MOT_DE_PASSE, { adresse: 'y', maintenant: dans(86_400) })
    expect(refus?.message).toContain('verrouillée')
  })

  it('closes an address that tries many identifiants, and reopens it after 15 minutes', async () => {
    let maintenant = T0
    for (let rang = 0; rang < 10; rang += 1) {
      await essayer(`compte-${rang}`, 'faux', { maintenant })
      maintenant = new Date(maintenant.getTime() + 500_000)
    }
    const derniere = new Date(maintenant.getTime() - 500_000)
    const apres = (s: number) => new Date(derniere.getTime() + s * 1000)
    expect((await essayer('vaucreux-mlegall', BON_MOT_DE_PASSE, { maintenant: apres(890) })).refus?.code).toBe(
      'trop_de_tentatives',
    )
    expect((await essayer('vaucreux-mlegall', BON_MOT_DE_PASSE, { maintenant: apres(901) })).vers).toBe('/demandes')
  })

  it('starts counting again after a success', async () => {
    for (let tour = 0; tour < 3; tour += 1) {
      for (let rang = 0; rang < 4; rang += 1) await essayer('vaucreux-mlegall', 'faux')
      expect((await essayer('vaucreux-mlegall', BON_MOT_DE_PASSE)).vers).toBe('/demandes')
    }
  })

  it('does not let whoever has an account open the way to others, again and again, from one address', async () => {
    for (let rang = 0; rang < 12; rang += 1) {
      const maintenant = dans(rang * 10)
      await essayer('vaucreux-mlegall', BON_MOT_DE_PASSE, { maintenant })
      await essayer(`compte-${rang}`, 'faux', { maintenant })
    }
    const [rang] = await sql<{ echecs: number }>(base, `SELECT echecs FROM tentative WHERE cle = 'adresse:192.0.2.1'`)
    expect(rang?.echecs).toBeLessThanOrEqual(8)
    expect((await essayer('compte-13', 'faux', { maintenant: dans(121) })).refus?.code).toBe('trop_de_tentatives')
  })

  it('lets at most 25 failures through in a day, whatever succeeds in between, and says when it opens again', async () => {
    await sql(
      base,
      `INSERT INTO tentative (cle, echecs, "derniereLe", recents) SELECT 'identifiant:vaucreux-mlegall', 0, now(), array_agg($1::timestamptz)
       FROM generate_series(1, 24)`,
      [T0],
    )
    const faux = (seconde: number) => essayer('vaucreux-mlegall', 'faux', { adresse: 'j', maintenant: dans(seconde) })
    expect((await faux(60)).refus?.code).toBe('saisie')
    expect((await faux(120)).refus?.code).toBe('trop_de_tentatives')
    const { refus } = await essayer('vaucreux-mlegall', BON_MOT_DE_PASSE, { adresse: 'k', maintenant: dans(28_800) })
    expect(refus?.message).toContain('16\u00a0heures')
    const demain = await essayer('vaucreux-mlegall', BON_MOT_DE_PASSE, { adresse: 'k', maintenant: dans(86_401) })
    expect(demain.vers).toBe('/demandes')
  })

  it('counts parallel failures exactly: of 20 at once, five are weighed and the others are refused', async () => {
    const essais = await Promise.all(
      Array.from({ length: 20 }, (_, rang) => essayer('vaucreux-mlegall', 'faux', { adresse: `p${rang}` })),
    )
    expect(essais.filter(({ refus }) => refus?.code === 'saisie')).toHaveLength(5)
    expect(essais.filter(({ refus }) => refus?.code === 'trop_de_tentatives')).toHaveLength(15)
    const [rang] = await sql<{ echecs: number }>(
      base,
      `SELECT echecs FROM tentative WHERE cle = 'identifiant:vaucreux-mlegall'`,
    )
    expect(rang?.echecs).toBe(5)
  })

  it('never follows an address of another site', async () => {
    const examen = { juste: true }
    for (const retour of ['//mal.example', 'https://mal.example', '/\\mal.example', '/connexion?retour=/x']) {
      const saisie = { identifiant: 'vaucreux-mlegall', motDePasse: BON_MOT_DE_PASSE, retour }
      const { suite } = await avecConnexion((tx) =>
        seConnecter({ tx, acteur: null, maintenant: T0, adresse: 'r', navigateur: null }, saisie, examen),
      )
      expect(suite.vers).toBe('/demandes')
    }
  })
})
