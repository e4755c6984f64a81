import { beforeEach, describe, expect, it } from 'vitest'
import { changerMotDePasse } from '@/lib/comptes/changer-mot-de-passe'
import { hacher } from '@/lib/comptes/hachage'
import { normaliserCode } from '@/lib/securite/codes-secours'
import { ouvrirSecret, scellerSecret } from '@/lib/securite/coffre'
import { confirmerMotDePasse } from '@/lib/securite/confirmer-mot-de-passe'
import { installerApplication } from '@/lib/securite/installer-application'
import { refaireCodes } from '@/lib/securite/refaire-codes'
import { retirerApplication } from '@/lib/securite/retirer-application'
import { pasDuCode, secretPropose } from '@/lib/securite/totp'
import { fabriqueCompte } from '@/prisma/seed/fabriques/compte'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { agir, atelierDeTest } from '@/tests/contexte'
import { agirEnConnexion, codeDe, essayerCode, installer, lire, ouvrir } from './monde-securite'

const base = await baseDeTest()
Object.assign(process.env, { URL_PUBLIQUE: 'http://localhost:3000' })
const atelier = await atelierDeTest(base)
const { tx } = atelier
const monde = await fabriquePartenariat(atelier)
const { structure } = monde
const motDePasse = 'quatre hérons sur la digue'
const motDePasseHash = await hacher(motDePasse)

const T0 = new Date()
const dans = (secondes: number, depuis = T0) => new Date(depuis.getTime() + secondes * 1000)

const nouveau = (valeurs: Partial<Parameters<typeof fabriqueCompte>[1]> = {}) =>
  fabriqueCompte(atelier, {
    profil: 'technicien',
    partenaireId: structure.partenaireId,
    structureId: structure.id,
    motDePasseHash,
    ...valeurs,
  })

const exiger = (exige: boolean | null) =>
  exige === null
    ? tx.parametre.deleteMany({ where: { cle: 'second_facteur' } })
    : tx.parametre.upsert({
        where: { cle: 'second_facteur' },
        create: { cle: 'second_facteur', valeur: exige },
        update: { valeur: exige },
      })

beforeEach(async () => {
  await exiger(null)
  await tx.reglagesCaisse.updateMany({ data: { secondFacteurTechniciens: false } })
})

describe('a code', () => {
  it('is of the minute: one step of skew on each side, no more', () => {
    const secret = Buffer.from('12345678901234567890')
    // RFC 6238, appendix B: at 59 s the SHA-1 code is 94287082, whose last six digits are 287082.
    expect(codeDe(secret, new Date(59_000))).toBe('287082')
    const milieu = new Date(1_800_000_015_000)
    const code = codeDe(secret, milieu)
    for (const ecart of [-30, 0, 30]) expect(pasDuCode(secret, code, dans(ecart, milieu))).toBe(60_000_000)
    for (const ecart of [-60, 60, 3_600]) expect(pasDuCode(secret, code, dans(ecart, milieu))).toBeNull()
    for (const faux of ['', '28708', '2870822', 'abcdef']) expect(pasDuCode(secret, faux, milieu)).toBeNull()
  })

  it('completes the session that waited for it, once; replayed, it is refused', async () => {
    const { id } = await nouveau()
    const { secret } = await installer(id, T0)
    const plusTard = dans(60)
    const code = codeDe(secret, plusTard)
    const { suite, sessionId } = await essayerCode(id, code, plusTard)
    expect(suite).toMatchObject({ vers: '/demandes', journal: { details: { par: 'application' } } })
    expect((await lire(sessionId, plusTard)).reste).toBeNull()
    const rejeu = await essayerCode(id, code, dans(20, plusTard))
    expect(rejeu.suite.refus?.erreurs?.code).toContain('déjà servi')
    expect((await lire(rejeu.sessionId, plusTard)).reste).toBe('second_facteur')
  })

  it('is not taken after a later one', async () => {
    const { id } = await nouveau()
    const { secret } = await installer(id, T0)
    await essayerCode(id, codeDe(secret, dans(90)), dans(90))
    expect((await essayerCode(id, codeDe(secret, dans(60)), dans(90))).suite.refus?.erreurs?.code).toContain(
      'déjà servi',
    )
  })

  it('sent by ten at once opens one session', async () => {
    const { id } = await nouveau()
    const { secret } = await installer(id, T0)
    const code = codeDe(secret, dans(60))
    const essais = await Promise.all(Array.from({ length: 10 }, () => essayerCode(id, code, dans(60))))
    expect(essais.filter(({ suite }) => suite.vers)).toHaveLength(1)
  })

  it('is locked by ten wrong ones in a row, known to the account alone, until a new password', async () => {
    const { id } = await nouveau()
    const { secret } = await installer(id, T0)
    let maintenant = dans(60)
    for (let rang = 0; rang < 10; rang += 1) {
      await essayerCode(id, '000000', maintenant)
      maintenant = dans(600, maintenant)
    }
    const verrou = await essayerCode(id, codeDe(secret, maintenant), maintenant)
    expect(verrou.suite.refus?.code).toBe('trop_de_tentatives')
    expect(verrou.suite.refus?.message).toContain('verrouillée')
    const autre = await nouveau()
    const { secret: sien } = await installer(autre.id, maintenant)
    expect(
      (await essayerCode(autre.id, codeDe(sien, dans(60, maintenant)), dans(60, maintenant))).suite.vers,
    ).toBeDefined()
  })

  it('waits after five wrong ones, even a right one', async () => {
    const { id } = await nouveau()
    const { secret } = await installer(id, T0)
    for (let rang = 0; rang < 5; rang += 1) await essayerCode(id, '000000', dans(60))
    const { suite } = await essayerCode(id, codeDe(secret, dans(60)), dans(60))
    expect(suite.refus?.message).toContain('30\u00a0secondes')
    expect((await essayerCode(id, codeDe(secret, dans(95)), dans(95))).suite.vers).toBe('/demandes')
  })
})

describe('a recovery code', () => {
  it('opens once, however it is typed, and its owner is told', async () => {
    const { id, courriel } = await nouveau()
    const { codes } = await installer(id, T0)
    expect(new Set(codes).size).toBe(10)
    const [premier = '', second = ''] = codes
    expect(premier).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    const { suite } = await essayerCode(id, ` ${premier.toLowerCase().replaceAll('-', ' ')}`, dans(60))
    expect(suite.journal?.details).toEqual({ par: 'code_secours', restants: 9 })
    expect((await essayerCode(id, premier, dans(61))).suite.refus?.erreurs?.code).toContain('déjà servi')
    const essais = await Promise.all(Array.from({ length: 6 }, () => essayerCode(id, second, dans(120))))
    expect(essais.filter((essai) => essai.suite.vers)).toHaveLength(1)
    const mails = await tx.courriel.findMany({ where: { destinataire: courriel, modele: 'code_secours_utilise' } })
    expect(mails.map(({ donnees }) => (donnees as { nombre: number }).nombre).sort()).toEqual([8, 9])
  })

  it('opens while codes are locked or capped for the day; a wrong one does not, and the codes answer again once the day is over', async () => {
    const { id } = await nouveau()
    const { secret, codes } = await installer(id, T0)
    const [premier = '', second = ''] = codes
    let maintenant = dans(60)
    const echouer = async (fois: number) => {
      for (let rang = 0; rang < fois; rang += 1) {
        await essayerCode(id, '000000', maintenant)
        maintenant = dans(600, maintenant)
      }
    }
    await echouer(10)
    expect((await essayerCode(id, codeDe(secret, maintenant), maintenant)).suite.refus?.message).toContain(
      'verrouillée',
    )
    expect((await essayerCode(id, 'AAAA-BBBB-CCCC', maintenant)).suite.refus?.code).toBe('trop_de_tentatives')
    expect((await essayerCode(id, premier, maintenant)).suite.vers).toBe('/demandes')
    expect((await essayerCode(id, premier, maintenant)).suite.vers).toBeUndefined()
    // The lock ended with it; the failures of the day stay counted.
    maintenant = dans(600, maintenant)
    expect((await essayerCode(id, codeDe(secret, maintenant), maintenant)).suite.vers).toBe('/demandes')
    maintenant = dans(600, maintenant)
    await echouer(9)
    expect((await essayerCode(id, codeDe(secret, maintenant), maintenant)).suite.vers).toBe('/demandes')
    maintenant = dans(600, maintenant)
    await echouer(6)
    const fin = await essayerCode(id, codeDe(secret, maintenant), maintenant)
    expect(fin.suite.refus?.message).toContain('Attendez')
    expect((await essayerCode(id, second, maintenant)).suite.vers).toBe('/demandes')
    expect((await essayerCode(id, codeDe(secret, dans(86_400, maintenant)), dans(86_400, maintenant))).suite.vers).toBe(
      '/demandes',
    )
  })

  it('of one account opens no other, and is kept as a hash', async () => {
    const [ici, autre] = [await nouveau(), await nouveau()]
    const { codes } = await installer(ici.id, T0)
    await installer(autre.id, T0)
    expect((await essayerCode(autre.id, codes[0] ?? '', dans(60))).suite.refus?.erreurs?.code).toContain('pas reconnu')
    const rangs = JSON.stringify(await tx.codeSecours.findMany())
    for (const code of codes) expect(rangs).not.toContain(normaliserCode(code))
  })

  it('ends when new ones are made', async () => {
    const { id } = await nouveau()
    const { codes, secret } = await installer(id, T0)
    const { sessionId } = await essayerCode(id, codeDe(secret, dans(60)), dans(60))
    const { acteur } = await lire(sessionId, dans(60))
    const { donnees } = await agir(acteur, refaireCodes, dans(60))
    expect((await essayerCode(id, codes[0] ?? '', dans(70))).suite.vers).toBeUndefined()
    expect((await essayerCode(id, (donnees as { codes: string[] }).codes[0] ?? '', dans(80))).suite.vers).toBeDefined()
  })
})

describe('the secret of an application', () => {
  it('is sealed: its row does not hold it, and opens for no other account', async () => {
    const { id } = await nouveau()
    const { secret } = await installer(id, T0)
    const rang = await tx.secondFacteur.findUniqueOrThrow({ where: { compteId: id } })
    expect(Buffer.from(rang.secret).includes(secret)).toBe(false)
    expect(ouvrirSecret(rang, id)).toEqual(secret)
    expect(() => ouvrirSecret(rang, monde.agent.id)).toThrow()
    const cles = process.env.CLES_COMPTES ?? ''
    const scelle = scellerSecret(secret, id)
    process.env.CLES_COMPTES = `2:${Buffer.from('0123456789abcdefghijklmnopqrstuv').toString('base64')},${cles}`
    expect(ouvrirSecret(scelle, id)).toEqual(secret)
    expect(scellerSecret(secret, id).cleVersion).toBe(2)
    process.env.CLES_COMPTES = cles
  })

  it('is offered alike while a page is open, and never again once installed', async () => {
    const { id } = await nouveau()
    const sessionId = await ouvrir(id, T0)
    expect(secretPropose(sessionId, id, null)).toEqual(secretPropose(sessionId, id, null))
    expect(secretPropose(sessionId, id, T0)).not.toEqual(secretPropose(sessionId, id, null))
    expect(secretPropose(await ouvrir(id, T0), id, null)).not.toEqual(secretPropose(sessionId, id, null))
  })

  it('is not tied by a wrong code, nor from a session open for long without its password again', async () => {
    const { id } = await nouveau()
    const sessionId = await ouvrir(id, T0)
    const { acteur } = await lire(sessionId, T0)
    const secret = secretPropose(sessionId, id, null)
    const tenter = (code: string, maintenant: Date) =>
      agirEnConnexion(acteur, maintenant, (contexte) => installerApplication(contexte, { code }))
    await expect(tenter('000000', T0)).rejects.toMatchObject({ erreurs: { code: expect.any(String) } })
    const tard = dans(16 * 60)
    await expect(tenter(codeDe(secret, tard), tard)).rejects.toMatchObject({ code: 'etat_change' })
    const confirmer = (motDePasseActuel: string) =>
      agirEnConnexion(acteur, tard, (contexte) => confirmerMotDePasse(contexte, { motDePasseActuel }))
    expect((await confirmer('faux')).refus?.erreurs).toHaveProperty('motDePasseActuel')
    expect((await confirmer(motDePasse)).vers).toBe('/compte/securite')
    expect((await tenter(codeDe(secret, tard), tard)).donnees).toMatchObject({ fait: true })
  })
})

describe('a session', () => {
  it('waits for the second factor of an account that has one, before anything else', async () => {
    const { id } = await nouveau({ cgu: false })
    await installer(id, T0)
    expect((await lire(await ouvrir(id, T0), T0)).reste).toBe('second_facteur')
  })

  it('changes no password while it waits: it is nobody’s', async () => {
    const saisie = { motDePasseActuel: motDePasse, nouveauMotDePasse: 'le tilleul penche vers mardi' }
    await expect(agirEnConnexion(null, T0, (contexte) => changerMotDePasse(contexte, saisie))).rejects.toMatchObject({
      code: 'session_expiree',
    })
  })

  it('must enrol on the caisse side and for gestionnaires and administrateurs, unless the national parameter says otherwise', async () => {
    const administrateur = await fabriqueCompte(atelier, { profil: 'administrateur' })
    const tenus = [monde.agent.id, monde.referent.id, monde.dpo.id, monde.gestionnaire.id, administrateur.id]
    for (const id of tenus) expect((await lire(await ouvrir(id, T0), T0)).reste, id).toBe('enrolement')
    expect((await lire(await ouvrir(monde.technicien.id, T0), T0)).reste).toBeNull()
    await exiger(true)
    expect((await lire(await ouvrir(monde.agent.id, T0), T0)).reste).toBe('enrolement')
    await exiger(false)
    for (const id of tenus) expect((await lire(await ouvrir(id, T0), T0)).reste, id).toBeNull()
  })

  it('must enrol for a technicien as soon as one of its open caisses asks for it, whatever the others and the nation say', async () => {
    await exiger(false)
    const session = await ouvrir(monde.technicien.id, T0)
    await tx.reglagesCaisse.updateMany({
      where: { caisseId: { not: monde.caisse.id } },
      data: { secondFacteurTechniciens: true },
    })
    expect((await lire(session, T0)).reste).toBeNull()
    await tx.reglagesCaisse.updateMany({
      where: { caisseId: monde.caisse.id },
      data: { secondFacteurTechniciens: true },
    })
    expect((await lire(session, T0)).reste).toBe('enrolement')
  })

  it('goes on once it has enrolled; what is required is not taken away, what is chosen is', async () => {
    const { id } = await nouveau({ profil: 'gestionnaire' })
    const { secret } = await installer(id, T0)
    const { sessionId } = await essayerCode(id, codeDe(secret, dans(60)), dans(60))
    const { acteur, reste } = await lire(sessionId, dans(60))
    expect(reste).toBeNull()
    await expect(agir(acteur, retirerApplication, dans(60))).rejects.toMatchObject({ code: 'etat_change' })
    await exiger(false)
    await agir(acteur, retirerApplication, dans(60))
    expect(await tx.codeSecours.count({ where: { compteId: id } })).toBe(0)
    expect((await lire(await ouvrir(id, dans(61)), dans(61))).reste).toBeNull()
  })
})
