import { beforeEach, describe, expect, it } from 'vitest'
import { publierVersion, retirerPublication, supprimerBrouillonCgu } from '@/lib/cgu/publier-version'
import { registreCgu, registreComplet, taillePageRegistre, versionCgu, versionsCgu } from '@/lib/cgu/queries'
import { redigerVersion } from '@/lib/cgu/rediger-version'
import { filtresRegistreSchema, schemaBrouillonCgu, schemaPublication } from '@/lib/cgu/schema'
import { lireSession } from '@/lib/socle/lire-session'
import { ajouterJours, dateAParis } from '@/lib/socle/temps'
import { fabriqueCompte, fabriqueSession } from '@/prisma/seed/fabriques/compte'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, agir, atelierDeTest } from '@/tests/contexte'

const base = await baseDeTest()
const atelier = await atelierDeTest(base)
const ici = await fabriquePartenariat(atelier)
const administrateur = await acteurDe((await fabriqueCompte(atelier, { profil: 'administrateur' })).id)
const demain = ajouterJours(dateAParis(new Date()), 1)

const brouillon = { texte: '## 1. Objet\n\nNouveau texte.', resume: 'Un article de plus.' }
const rediger = async () => (await agir(administrateur, (c) => redigerVersion(c, brouillon))).journal?.objetId ?? ''
const ligne = (id: string) => atelier.tx.versionCgu.findUniqueOrThrow({ where: { id } })
const publier = (id: string, valeurs: Partial<Parameters<typeof publierVersion>[1]> = {}) =>
  agir(administrateur, (c) => publierVersion(c, { id, version: 1, quand: 'maintenant', le: undefined, ...valeurs }))

beforeEach(async () => {
  await atelier.tx.acceptationCgu.deleteMany({ where: { version: { numero: { gt: 1 } } } })
  await atelier.tx.versionCgu.deleteMany({ where: { numero: { gt: 1 } } })
})

describe('a version of the CGU', () => {
  it('is one draft at a time, whoever writes', async () => {
    const essais = await Promise.allSettled([rediger(), rediger(), rediger()])
    expect(essais.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await atelier.tx.versionCgu.findMany({ where: { numero: 2 } })).toHaveLength(1)
  })

  it('changes while it is a draft, and is refused empty or when a colleague has changed it', async () => {
    const id = await rediger()
    const changer = (version: number, texte: string) =>
      agir(administrateur, (c) => redigerVersion(c, { ...brouillon, id, version, texte }))
    await changer(1, 'Autre texte.')
    expect(await ligne(id)).toMatchObject({ texte: 'Autre texte.', version: 2, publieeLe: null })
    await expect(changer(1, 'Écrasé')).rejects.toMatchObject({ code: 'etat_change' })
    expect(schemaBrouillonCgu.safeParse({ texte: ' \n ', resume: '' }).error?.issues).toHaveLength(2)
  })

  it('published now is asked of everybody at their next request, the administrateur included', async () => {
    const session = await fabriqueSession({ tx: atelier.tx, maintenant: new Date() }, ici.technicien.id)
    expect((await lireSession(session))?.reste).toBeNull()
    const id = await rediger()
    await publier(id)
    for (const compteId of [ici.technicien.id, administrateur.compteId]) {
      const sid = await fabriqueSession({ tx: atelier.tx, maintenant: new Date() }, compteId)
      expect((await lireSession(sid))?.reste).toBe('cgu')
    }
    expect((await lireSession(session))?.reste).toBe('cgu')
    expect((await versionsCgu(administrateur, new Date())).versions[0]).toMatchObject({
      enVigueur: true,
      acceptations: 0,
    })
  })

  it('never changes once published, in the database too', async () => {
    const id = await rediger()
    await publier(id)
    const { version } = await ligne(id)
    const actes = [
      () => agir(administrateur, (c) => redigerVersion(c, { ...brouillon, id, version, texte: 'Réécrit' })),
      () => agir(administrateur, (c) => supprimerBrouillonCgu(c, { id, version })),
      () => agir(administrateur, (c) => retirerPublication(c, { id, version })),
      () => publier(id, { version }),
    ]
    for (const acte of actes) await expect(acte()).rejects.toMatchObject({ code: 'etat_change' })
    const ecrites = await agir(administrateur, ({ tx }) =>
      tx.versionCgu.updateMany({ where: { id }, data: { texte: 'X' } }),
    )
    const effacees = await agir(administrateur, ({ tx }) => tx.versionCgu.deleteMany({ where: { id } }))
    expect([ecrites.count, effacees.count]).toEqual([0, 0])
  })

  it('planned for a day to come asks nothing until then, and can be taken back', async () => {
    const id = await rediger()
    await publier(id, { quand: 'date', le: demain })
    const session = await fabriqueSession({ tx: atelier.tx, maintenant: new Date() }, ici.technicien.id)
    expect((await lireSession(session))?.reste).toBeNull()
    expect(await versionCgu(administrateur, id, new Date())).toMatchObject({ etat: 'prevue' })
    await expect(agir(administrateur, (c) => supprimerBrouillonCgu(c, { id, version: 2 }))).rejects.toMatchObject({
      code: 'etat_change',
    })
    await agir(administrateur, (c) => retirerPublication(c, { id, version: 2 }))
    await agir(administrateur, (c) => supprimerBrouillonCgu(c, { id, version: 3 }))
    expect(await atelier.tx.versionCgu.count({ where: { numero: 2 } })).toBe(0)
  })

  it('is not published in the past, nor today from midnight, nor at a day that does not exist', async () => {
    const id = await rediger()
    for (const le of [dateAParis(new Date()), '2020-01-01', undefined])
      await expect(publier(id, { quand: 'date', le })).rejects.toMatchObject({ erreurs: { le: expect.any(String) } })
    const faux = { id, version: '1', quand: 'date', le: { jour: '31', mois: '2', annee: '2030' } }
    expect(schemaPublication.safeParse(faux).error?.issues[0]?.message).toMatch(/n’existe pas/)
    expect(schemaPublication.safeParse({ id, version: '1' }).error?.issues[0]?.path).toEqual(['quand'])
    expect((await ligne(id)).publieeLe).toBeNull()
  })

  it('is out of reach of everybody else', async () => {
    const referent = await acteurDe(ici.referent.id)
    await expect(agir(referent, (c) => redigerVersion(c, brouillon))).rejects.toThrow()
  })
})

describe('the register', () => {
  const lire = (recherche: Record<string, string> = {}) =>
    registreCgu(administrateur, filtresRegistreSchema.parse(recherche))

  it('says who accepted what and when, latest first, and finds by name, identifiant or address', async () => {
    const { lignes } = await lire({ q: `${ici.technicien.prenom} ${ici.technicien.nom}` })
    expect(lignes[0]).toMatchObject({ identifiant: ici.technicien.identifiant, numero: 1, profil: 'Technicien' })
    expect((await lire({ q: ici.technicien.courriel.toUpperCase() })).lignes).toHaveLength(1)
    expect((await lire({ q: 'personne de ce nom' })).lignes).toEqual([])
    expect((await lire({ version: '00000000-0000-4000-8000-000000000000' })).lignes).toEqual([])
    expect((await lire({ version: 'x', apres: 'n’importe quoi' })).lignes.length).toBeGreaterThan(0)
  })

  it('is read page by page without losing nor repeating anyone, and exported whole', async () => {
    for (let n = 0; n < taillePageRegistre; n += 1) {
      const creeLe = new Date(Date.UTC(2026, 0, 1, 8, Math.floor(n / 10)))
      await fabriqueCompte(atelier, { profil: 'administrateur', creeLe })
    }
    const lues: string[] = []
    let apres: string | undefined
    do {
      const page = await lire(apres ? { apres } : {})
      lues.push(...page.lignes.map(({ compteId }) => compteId))
      apres = page.suivante
    } while (apres)
    const total = await atelier.tx.acceptationCgu.count()
    expect(new Set(lues).size).toBe(lues.length)
    expect(lues).toHaveLength(total)
    expect(await registreComplet(administrateur, filtresRegistreSchema.parse({}))).toHaveLength(total)
  })

  it('forgets a deleted account, and is closed to a référent', async () => {
    const { lignes } = await lire({ q: ici.technicien.identifiant })
    expect(lignes).toHaveLength(1)
    await atelier.tx.compte.update({ where: { id: ici.technicien.id }, data: { supprimeLe: new Date() } })
    expect((await lire({ q: ici.technicien.identifiant })).lignes).toEqual([])
    const referent = await acteurDe(ici.referent.id)
    const vues = await registreComplet(referent, filtresRegistreSchema.parse({}))
    expect(vues.every(({ compteId }) => compteId === referent.compteId)).toBe(true)
  })
})
