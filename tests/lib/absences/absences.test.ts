import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { enregistrerAbsence } from '@/lib/absences/enregistrer-absence'
import { absenceAModifier, absencesDeLaCaisse } from '@/lib/absences/queries'
import { boucleDe, couvre } from '@/lib/absences/regles'
import { remplacantDe } from '@/lib/absences/remplacant'
import { repartirDemandes } from '@/lib/absences/repartir-demandes'
import { terminerAbsence } from '@/lib/absences/terminer-absence'
import { consulterDemande } from '@/lib/demandes/consulter-demande'
import { ajouterJours, dateAParis } from '@/lib/socle/temps'
import { fabriqueCompte } from '@/prisma/seed/fabriques/compte'
import { fabriqueDemande } from '@/prisma/seed/fabriques/demande'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, agir, atelierDeTest } from '@/tests/contexte'

const base = await baseDeTest()
const atelier = await atelierDeTest(base)
const ici = await fabriquePartenariat(atelier)
const ailleurs = await fabriquePartenariat(atelier)
const nouvelAgent = () => fabriqueCompte(atelier, { profil: 'caisse', caisseId: ici.caisse.id, roles: ['agent'] })
const [b, c, d] = [await nouvelAgent(), await nouvelAgent(), await nouvelAgent()]
const a = ici.agent
const [agent, referent, technicien] = await Promise.all([a, ici.referent, ici.technicien].map(({ id }) => acteurDe(id)))
if (!agent || !referent || !technicien) throw new Error('acteurs')

const aujourdhui = dateAParis(new Date())
const jour = (n: number) => ajouterJours(aujourdhui, n)
const vider = () => atelier.tx.absence.deleteMany({})
const noter = (qui: typeof agent, compteId: string, remplacantId: string, debut = 0, fin: number | null = 5) =>
  agir(qui, (x) =>
    enregistrerAbsence(x, {
      id: '',
      compteId,
      remplacantId,
      debutLe: jour(debut),
      finLe: fin === null ? null : jour(fin),
    }),
  )
const remplacant = async (compteId: string, n = 0) =>
  (await agir(referent, ({ tx }) => remplacantDe(tx, compteId, jour(n))))?.id ?? null

describe('an absence', () => {
  it('is noted by the agent for itself, by a référent for anybody of the caisse, and by nobody else', async () => {
    await vider()
    await noter(agent, a.id, b.id)
    await noter(referent, c.id, b.id)
    await expect(noter(agent, b.id, c.id)).rejects.toMatchObject({ code: 'introuvable' })
    const autre = await acteurDe(ailleurs.referent.id)
    await expect(noter(autre, d.id, b.id)).rejects.toMatchObject({ code: 'saisie' })
    await expect(noter(technicien, a.id, b.id)).rejects.toMatchObject({ code: 'introuvable' })
    expect(await agir(technicien, ({ tx }) => tx.absence.count())).toBe(0)
    expect(await agir(autre, ({ tx }) => tx.absence.count())).toBe(0)
    const lues = await absencesDeLaCaisse(agent)
    expect(lues.map(({ compteId, modifiable }) => [compteId, modifiable])).toEqual(
      expect.arrayContaining([
        [a.id, true],
        [c.id, false],
      ]),
    )
  })

  it('is opened to be changed by who holds it and by a référent, and by no colleague', async () => {
    await vider()
    await noter(referent, c.id, b.id)
    const { id } = await atelier.tx.absence.findFirstOrThrow({ where: { compteId: c.id } })
    for (const qui of [referent, await acteurDe(c.id)])
      expect((await absenceAModifier(qui, id))?.absence).toMatchObject({ id, remplacantId: b.id })
    expect(await absenceAModifier(agent, id)).toBeNull()
    expect(await absenceAModifier(await acteurDe(ailleurs.referent.id), id)).toBeNull()
  })

  it('is refused in words when it is over, overlaps another one, or names oneself or who is not an agent', async () => {
    await vider()
    await noter(agent, a.id, b.id, 0, 5)
    const champs = (essai: Promise<unknown>) =>
      essai.then(
        () => [],
        ({ erreurs }: { erreurs: object }) => Object.keys(erreurs),
      )
    expect(await champs(noter(agent, a.id, b.id, 5, 9))).toEqual(['debutLe'])
    expect(await champs(noter(agent, a.id, b.id, 8, null))).toEqual([])
    expect(await champs(noter(agent, a.id, b.id, -9, -3))).toEqual(['finLe'])
    expect(await champs(noter(agent, a.id, b.id, -9000, 3))).toEqual(['debutLe'])
    expect(await champs(noter(referent, b.id, b.id))).toEqual(['remplacantId'])
    expect(await champs(noter(referent, b.id, ici.referent.id))).toEqual(['remplacantId'])
    expect(await champs(noter(referent, b.id, ailleurs.agent.id))).toEqual(['remplacantId'])
  })

  it('ends when the agent is back, and leaves no trace when it had not begun', async () => {
    await vider()
    await noter(agent, a.id, b.id, -3, null)
    const [absence] = await atelier.tx.absence.findMany()
    expect((await acteurDe(b.id)).remplace).toEqual([a.id])
    await agir(agent, (x) => terminerAbsence(x, { id: absence?.id ?? '' }))
    expect((await acteurDe(b.id)).remplace).toEqual([])
    expect((await acteurDe(a.id)).absence).toMatchObject({ finLe: jour(-1), nom: b.nom })
    await noter(agent, a.id, b.id, 10, 12)
    const future = await atelier.tx.absence.findFirstOrThrow({ where: { debutLe: { gt: new Date() } } })
    await expect(agir(await acteurDe(c.id), (x) => terminerAbsence(x, { id: future.id }))).rejects.toMatchObject({
      code: 'introuvable',
    })
    await agir(agent, (x) => terminerAbsence(x, { id: future.id }))
    expect(await atelier.tx.absence.count({ where: { id: future.id } })).toBe(0)
  })
})

describe('the substitute', () => {
  it('follows the chain of those who are away that day, and never turns in circles', async () => {
    await vider()
    await noter(referent, a.id, b.id, 0, 9)
    expect(await remplacant(a.id)).toBe(b.id)
    expect(await remplacant(a.id, 10)).toBeNull()
    await noter(referent, b.id, c.id, 2, 4)
    expect([await remplacant(a.id, 1), await remplacant(a.id, 3), await remplacant(b.id, 3)]).toEqual([
      b.id,
      c.id,
      c.id,
    ])
    for (const [qui, par] of [
      [c.id, a.id],
      [c.id, b.id],
    ] as const)
      await expect(noter(referent, qui, par, 3, 3)).rejects.toMatchObject({
        erreurs: { remplacantId: expect.stringMatching(/choisissez quelqu’un d’autre/) },
      })
    await noter(referent, c.id, a.id, 5, 9)
    const lendemain = new Date(`${jour(3)}T10:00:00Z`)
    expect((await acteurDe(c.id, lendemain)).remplace.sort()).toEqual([a.id, b.id].sort())
    // Written straight into the database, a circle gives nobody, and answers.
    await atelier.tx.absence.updateMany({ where: { compteId: c.id }, data: { debutLe: new Date(jour(3)) } })
    expect(await remplacant(a.id, 3)).toBeNull()
    expect((await acteurDe(c.id, lendemain)).remplace.sort()).toEqual([a.id, b.id].sort())
  })

  it('is nobody once its account is closed, and is told to who files, who reads no absence', async () => {
    await vider()
    await noter(referent, a.id, d.id)
    const vu = await agir(technicien, ({ tx }) => remplacantDe(tx, a.id, aujourdhui))
    expect(vu).toMatchObject({ id: d.id, courriel: d.courriel, etat: 'actif' })
    const autre = await acteurDe(ailleurs.technicien.id)
    expect(await agir(autre, ({ tx }) => remplacantDe(tx, a.id, aujourdhui))).toBeNull()
    await atelier.tx.compte.update({ where: { id: d.id }, data: { etat: 'inactif' } })
    expect(await remplacant(a.id)).toBeNull()
  })

  it('reads the messages of the absent: they are no longer unread', async () => {
    await vider()
    await noter(agent, a.id, b.id)
    const { id } = await fabriqueDemande(atelier, ici.cadre, { agent: a, motif: 'puma', etat: 'prise_en_charge' })
    const lire = async (compteId: string) => {
      const demande = await atelier.tx.demande.update({ where: { id }, data: { nonLusCaisse: 2 } })
      await consulterDemande(await acteurDe(compteId), demande, '127.0.0.1')
      return (await atelier.tx.demande.findUniqueOrThrow({ where: { id } })).nonLusCaisse
    }
    expect([await lire(c.id), await lire(b.id), await lire(a.id)]).toEqual([2, 0, 0])
  })
})

describe('the demandes of an absent agent', () => {
  it('can be put back to be taken, by a référent of its caisse alone', async () => {
    await vider()
    await noter(agent, a.id, b.id)
    const { id } = await atelier.tx.absence.findFirstOrThrow({ where: { compteId: a.id } })
    const demande = await fabriqueDemande(atelier, ici.cadre, { agent: a, motif: 'puma', etat: 'prise_en_charge' })
    const repartir = (qui: typeof agent) => agir(qui, (x) => repartirDemandes(x, { id, demandes: 'garder' }))
    await expect(repartir(await acteurDe(ailleurs.referent.id))).rejects.toMatchObject({ code: 'introuvable' })
    await expect(repartir(agent)).rejects.toThrow(/permission denied/)
    await repartir(referent)
    expect(await atelier.tx.demande.findUniqueOrThrow({ where: { id: demande.id } })).toMatchObject({
      agentId: null,
      etat: 'prise_en_charge',
    })
  })
})

describe('a chain of substitutes', () => {
  it('ends with somebody, every day, as long as each absence is refused when it would turn in circles', () => {
    const personnes = ['a', 'b', 'c', 'd']
    const absence = fc
      .record({
        compteId: fc.constantFrom(...personnes),
        remplacantId: fc.constantFrom(...personnes),
        debut: fc.integer({ min: 0, max: 12 }),
        duree: fc.option(fc.integer({ min: 0, max: 8 }), { nil: null }),
      })
      .filter(({ compteId, remplacantId }) => compteId !== remplacantId)
      .map(({ debut, duree, ...qui }) => ({
        ...qui,
        debutLe: jour(debut),
        finLe: duree === null ? null : jour(debut + duree),
      }))
    const chevauche = (x: { debutLe: string; finLe: string | null }, n: number) => couvre(x, jour(n))
    const jours = Array.from({ length: 24 }, (_, n) => n)
    fc.assert(
      fc.property(fc.array(absence, { maxLength: 10 }), (proposees) => {
        const tenues: typeof proposees = []
        for (const proposee of proposees) {
          const deja = tenues.some(
            (t) => t.compteId === proposee.compteId && jours.some((n) => chevauche(t, n) && chevauche(proposee, n)),
          )
          const essai = [...tenues, proposee]
          const tourne = jours.some(
            (n) =>
              chevauche(proposee, n) &&
              !aboutit(
                essai.filter((t) => chevauche(t, n)),
                proposee.compteId,
              ),
          )
          if (deja) continue
          expect(boucleDe(proposee, tenues) !== null).toBe(tourne)
          if (!tourne) tenues.push(proposee)
        }
      }),
      { numRuns: 300 },
    )
  })
})

/** Day by day, by hand: from one to the next, at most as many steps as there are people. */
function aboutit(duJour: { compteId: string; remplacantId: string }[], depart: string): boolean {
  let courant: string | undefined = depart
  for (let pas = 0; pas < 5; pas++) {
    courant = duJour.find(({ compteId }) => compteId === courant)?.remplacantId
    if (courant === undefined) return true
  }
  return false
}
