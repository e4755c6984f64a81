import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { activerCompte } from '@/lib/comptes/activer-compte'
import { creerJeton, type TypeJeton } from '@/lib/comptes/creer-jeton'
import { ouvrirLien } from '@/lib/comptes/queries'
import { renouvelerMotDePasse } from '@/lib/comptes/renouveler-mot-de-passe'
import { examinerMotDePasse } from '@/lib/comptes/se-connecter'
import { avecConnexion } from '@/lib/socle/base'
import { lireSession } from '@/lib/socle/lire-session'
import { fermerFile } from '@/lib/travaux/file'
import { baseDeTest } from '@/tests/base-de-test'
import { AUTRE_MOT_DE_PASSE, BON_MOT_DE_PASSE, ids, peupler, sql } from './comptes-de-test'

const base = await baseDeTest()
await peupler(base)
afterAll(fermerFile)

const T0 = new Date()
const dans = (heures: number) => new Date(T0.getTime() + heures * 3_600_000)
const contexte = { acteur: null, maintenant: T0, adresse: '192.0.2.1', navigateur: null }

async function lien(compteId: string, type: TypeJeton, maintenant = T0): Promise<string> {
  const url = await avecConnexion((tx) => creerJeton(tx, { compteId, type, maintenant }))
  return url.split('/').at(-1) ?? ''
}

const activer = (jeton: string, nouveauMotDePasse = BON_MOT_DE_PASSE) =>
  avecConnexion((tx) => activerCompte({ ...contexte, tx }, { jeton, nouveauMotDePasse }))

const renouveler = (jeton: string, nouveauMotDePasse = AUTRE_MOT_DE_PASSE) =>
  avecConnexion((tx) => renouvelerMotDePasse({ ...contexte, tx }, { jeton, nouveauMotDePasse }))

const ouvre = async (identifiant: string, motDePasse: string) =>
  (await examinerMotDePasse({ identifiant, motDePasse }, { adresse: 'x', maintenant: T0 }))?.juste

beforeEach(async () => {
  await sql(base, 'DELETE FROM jeton')
  await sql(base, 'DELETE FROM tentative')
  await sql(base, `UPDATE compte SET etat = 'attente_activation', "activeLe" = NULL WHERE id = $1`, [ids.attente])
  await sql(base, 'DELETE FROM authentification WHERE "compteId" = $1', [ids.attente])
})

describe('an activation link', () => {
  it('is kept as a hash only', async () => {
    const jeton = await lien(ids.attente, 'activation')
    const rangs = await sql<{ empreinte: string }>(base, 'SELECT * FROM jeton')
    expect(JSON.stringify(rangs)).not.toContain(jeton)
    expect(rangs[0]?.empreinte).toMatch(/^[0-9a-f]{64}$/)
  })

  it('is not consumed by reading it, as mail scanners do', async () => {
    const jeton = await lien(ids.attente, 'activation')
    for (let fois = 0; fois < 3; fois += 1) {
      expect(await ouvrirLien(jeton, 'activation', T0)).toMatchObject({
        etat: 'valable',
        compte: { identifiant: 'vaucreux-ibenaissa', longueurMin: 12 },
      })
    }
  })

  it('opens the account with the chosen password, and a session', async () => {
    const { sessionId } = await activer(await lien(ids.attente, 'activation'))
    expect((await lireSession(sessionId))?.acteur.compteId).toBe(ids.attente)
    expect(await ouvre('vaucreux-ibenaissa', BON_MOT_DE_PASSE)).toBe(true)
  })

  it('serves once: of 20 uses at the same time, exactly one goes through', async () => {
    const jeton = await lien(ids.attente, 'activation')
    const issues = await Promise.allSettled(Array.from({ length: 20 }, () => activer(jeton)))
    expect(issues.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await ouvrirLien(jeton, 'activation')).toEqual({ etat: 'utilise' })
  })

  it('serves once too when two links of one account are used at the same time', async () => {
    const deux = [await lien(ids.attente, 'activation'), await lien(ids.attente, 'activation')]
    const issues = await Promise.allSettled(deux.map((jeton) => activer(jeton)))
    expect(issues.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('stays valid when a second one is asked for, and both end with the first use', async () => {
    const premier = await lien(ids.attente, 'activation')
    const second = await lien(ids.attente, 'activation')
    expect((await ouvrirLien(premier, 'activation')).etat).toBe('valable')
    await activer(premier)
    expect((await ouvrirLien(second, 'activation')).etat).toBe('utilise')
  })

  it('lasts 24 hours', async () => {
    const jeton = await lien(ids.attente, 'activation')
    expect((await ouvrirLien(jeton, 'activation', dans(23.99))).etat).toBe('valable')
    expect((await ouvrirLien(jeton, 'activation', dans(24))).etat).toBe('expire')
    await expect(activer(await lien(ids.attente, 'activation', dans(-25)))).rejects.toThrow('plus valable')
  })

  it('is not spent by a password that the rules refuse', async () => {
    const jeton = await lien(ids.attente, 'activation')
    await expect(activer(jeton, 'trop court')).rejects.toMatchObject({
      erreurs: { nouveauMotDePasse: expect.any(String) },
    })
    expect((await ouvrirLien(jeton, 'activation')).etat).toBe('valable')
  })

  it('does not serve as a link of another kind, nor for an inactivated account', async () => {
    const jeton = await lien(ids.attente, 'activation')
    expect((await ouvrirLien(jeton, 'mot_de_passe')).etat).toBe('inconnu')
    await expect(renouveler(jeton)).rejects.toThrow('pas reconnu')
    expect((await ouvrirLien(await lien(ids.inactif, 'activation'), 'activation')).etat).toBe('inconnu')
  })
})

describe('a link of new password', () => {
  it('unlocks the sign-in, closes the other sessions and tells by mail', async () => {
    const { sessionId: ancienne } = await renouveler(await lien(ids.technicien, 'mot_de_passe'), BON_MOT_DE_PASSE)
    await sql(base, `INSERT INTO tentative VALUES ('identifiant:vaucreux-mlegall', 10, NULL, now())`)
    const { sessionId } = await renouveler(await lien(ids.technicien, 'mot_de_passe'))
    expect(await lireSession(ancienne)).toBeNull()
    expect((await lireSession(sessionId))?.acteur.compteId).toBe(ids.technicien)
    expect(await ouvre('vaucreux-mlegall', AUTRE_MOT_DE_PASSE)).toBe(true)
    expect(await ouvre('vaucreux-mlegall', BON_MOT_DE_PASSE)).toBe(false)
    expect(await sql(base, `SELECT 1 FROM courriel WHERE modele = 'mot_de_passe_change'`)).toHaveLength(2)
  })

  it('asks 16 characters of the caisse side', async () => {
    const jeton = await lien(ids.agent, 'mot_de_passe')
    expect(await ouvrirLien(jeton, 'mot_de_passe')).toMatchObject({ compte: { longueurMin: 16 } })
    await expect(renouveler(jeton, 'tilleul mardi 7')).rejects.toMatchObject({
      erreurs: { nouveauMotDePasse: expect.stringContaining('16') },
    })
  })
})
