import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { services } from '@/lib/demandes/modele'
import { ajouterRegle } from '@/lib/equipes/ajouter-regle'
import { appliquerRoutage } from '@/lib/equipes/appliquer-routage'
import { attribuerDemande } from '@/lib/equipes/attribuer-demande'
import { changerRegle } from '@/lib/equipes/changer-regle'
import { dissoudreEquipe } from '@/lib/equipes/dissoudre-equipe'
import { enregistrerEquipe } from '@/lib/equipes/enregistrer-equipe'
import { equipePour } from '@/lib/equipes/equipe-pour'
import { equipesAGerer, routageDeLaCaisse } from '@/lib/equipes/queries-reglages'
import { regleGagnante } from '@/lib/equipes/regles'
import { supprimerRegle } from '@/lib/equipes/supprimer-regle'
import { motifNational } from '@/prisma/seed/catalogue'
import { fabriqueDemande } from '@/prisma/seed/fabriques/demande'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, agir, atelierDeTest } from '@/tests/contexte'

const base = await baseDeTest()
const atelier = await atelierDeTest(base)
const ici = await fabriquePartenariat(atelier)
const ailleurs = await fabriquePartenariat(atelier)
const [referent, agent, autreReferent, technicien] = await Promise.all(
  [ici.referent, ici.agent, ailleurs.referent, ici.technicien].map(({ id }) => acteurDe(id)),
)
if (!referent || !agent || !autreReferent || !technicien) throw new Error('acteurs')

const puma = motifNational('puma').id
const c2sMotif = motifNational('c2s').id
const membres = [ici.agent.id]
const creerEquipe = async (nom: string): Promise<string> => {
  const { journal } = await agir(referent, (c) => enregistrerEquipe(c, { id: '', version: 0, nom, membres }))
  return journal?.objetId ?? ''
}
const relire = (id: string) => atelier.tx.demande.findUniqueOrThrow({ where: { id } })
const version = async (id: string) => (await atelier.tx.equipe.findUniqueOrThrow({ where: { id } })).version
const viderRegles = () => atelier.tx.regleRoutage.deleteMany({ where: { caisseId: ici.caisse.id } })

describe('a team', () => {
  it('is a name of its own and agents of the caisse, and changes from what was read', async () => {
    const id = await creerEquipe('Droits')
    expect((await acteurDe(ici.agent.id)).equipes).toContain(id)
    const modifier = (saisie: object) =>
      agir(referent, (c) => enregistrerEquipe(c, { id, version: 1, nom: 'Droits', membres, ...saisie }))
    await expect(creerEquipe('droits')).rejects.toMatchObject({
      erreurs: { nom: expect.stringMatching(/existe déjà/) },
    })
    for (const intrus of [ici.referent.id, ici.technicien.id, ailleurs.agent.id])
      await expect(modifier({ membres: [ici.agent.id, intrus] })).rejects.toMatchObject({
        erreurs: { membres: expect.any(String) },
      })
    await modifier({ nom: 'Droits de base' })
    await expect(modifier({ nom: 'Autre' })).rejects.toMatchObject({ code: 'etat_change' })
    await expect(
      agir(autreReferent, (c) => enregistrerEquipe(c, { id, version: 2, nom: 'Vol', membres: [ailleurs.agent.id] })),
    ).rejects.toMatchObject({ code: 'introuvable' })
    expect((await atelier.tx.equipe.findUniqueOrThrow({ where: { id } })).nom).toBe('Droits de base')
  })

  it('that is dissolved gives its demandes and its rules to another, or to the common queue, and its name back', async () => {
    const [une, deux] = [await creerEquipe('Une'), await creerEquipe('Deux')]
    const demande = await fabriqueDemande(atelier, ici.cadre, {
      agent: ici.agent,
      motif: 'puma',
      etat: 'prise_en_charge',
    })
    await atelier.tx.demande.update({ where: { id: demande.id }, data: { equipeId: une } })
    await agir(referent, (c) => ajouterRegle(c, { motif: puma, equipe: une }))
    const { equipes } = await equipesAGerer(referent)
    expect(equipes.find(({ id }) => id === une)).toMatchObject({ ouvertes: 1, aPrendre: 0, regles: 1 })

    await expect(
      agir(referent, async (c) => dissoudreEquipe(c, { id: une, version: await version(une), vers: une })),
    ).rejects.toMatchObject({ code: 'saisie' })
    await agir(referent, async (c) => dissoudreEquipe(c, { id: une, version: await version(une), vers: deux }))
    expect(await relire(demande.id)).toMatchObject({ equipeId: deux, agentId: ici.agent.id })
    expect(await atelier.tx.regleRoutage.findFirst({ where: { equipeId: deux } })).toMatchObject({ motifId: puma })

    await agir(referent, async (c) => dissoudreEquipe(c, { id: deux, version: await version(deux), vers: '' }))
    expect((await relire(demande.id)).equipeId).toBeNull()
    expect(await atelier.tx.regleRoutage.count({ where: { equipeId: deux } })).toBe(0)
    expect((await acteurDe(ici.agent.id)).equipes).not.toContain(deux)
    await creerEquipe('Une')
  })
})

describe('a rule', () => {
  it('is refused twice, without criterion of its own, or when no demande could follow it', async () => {
    await viderRegles()
    const [a, b] = [await creerEquipe('A'), await creerEquipe('B')]
    const ajouter = (saisie: object) => agir(referent, (c) => ajouterRegle(c, { equipe: a, ...saisie }))
    await ajouter({ motif: puma, service: 'dossier' })
    // The service of the motif adds nothing: the same rule under another name.
    await expect(ajouter({ motif: puma })).rejects.toMatchObject({ erreurs: { equipe: 'Cette règle existe déjà' } })
    await expect(ajouter({ motif: puma, equipe: b })).rejects.toMatchObject({
      erreurs: { equipe: expect.stringContaining('à « A »'.replace(/ /g, '\u00A0').replace('à\u00A0', 'à ')) },
    })
    await expect(ajouter({ motif: puma, service: 'document' })).rejects.toMatchObject({
      erreurs: { service: expect.stringMatching(/aucune demande/) },
    })
    await expect(ajouter({ partenaire: ailleurs.partenaire.id })).rejects.toMatchObject({
      erreurs: { partenaire: expect.any(String) },
    })
    const etrangere = await atelier.tx.equipe.create({ data: { caisseId: ailleurs.caisse.id, nom: 'Ailleurs' } })
    await expect(ajouter({ service: 'document', equipe: etrangere.id })).rejects.toMatchObject({
      erreurs: { equipe: expect.any(String) },
    })
    expect(await atelier.tx.regleRoutage.count({ where: { caisseId: ici.caisse.id } })).toBe(1)
  })

  it('goes to another team of its caisse in one step, by its référent, and keeps its rank', async () => {
    await viderRegles()
    const [a, b] = [await creerEquipe('De'), await creerEquipe('Vers')]
    const { journal } = await agir(referent, (c) => ajouterRegle(c, { motif: puma, equipe: a }))
    const id = journal?.objetId ?? ''
    const avant = await atelier.tx.regleRoutage.findUniqueOrThrow({ where: { id } })
    const changer = (acteur: typeof referent, equipe: string) => agir(acteur, (c) => changerRegle(c, { id, equipe }))
    await expect(changer(autreReferent, b)).rejects.toMatchObject({ code: 'introuvable' })
    await expect(changer(referent, randomUUID())).rejects.toMatchObject({ erreurs: { equipe: expect.any(String) } })
    expect(await changer(referent, b)).toMatchObject({ journal: { details: { avant: a, equipe: b } } })
    expect(await atelier.tx.regleRoutage.findUniqueOrThrow({ where: { id } })).toEqual({ ...avant, equipeId: b })
  })

  it('once for two référents at the same instant', async () => {
    await viderRegles()
    const equipe = await creerEquipe('Course')
    const essais = await Promise.allSettled(
      Array.from({ length: 6 }, () => agir(referent, (c) => ajouterRegle(c, { motif: puma, equipe }))),
    )
    expect(essais.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await atelier.tx.regleRoutage.count({ where: { caisseId: ici.caisse.id } })).toBe(1)
  })

  it('acts on what comes; on what waits when asked, save what a colleague has handed over or follows', async () => {
    await viderRegles()
    const [x, y] = [await creerEquipe('X'), await creerEquipe('Y')]
    const deposer = (valeurs = {}) =>
      fabriqueDemande(atelier, ici.cadre, { agent: ici.agent, motif: 'puma', ...valeurs })
    const [libre, confiee, suivie, autre] = [
      await deposer(),
      await deposer(),
      await deposer({ etat: 'prise_en_charge' }),
      await deposer({ motif: 'c2s' }),
    ]
    await agir(agent, (c) => attribuerDemande(c, { id: confiee.id, a: `equipe:${y}` }))
    await agir(referent, (c) => ajouterRegle(c, { motif: puma, equipe: x }))
    expect((await relire(libre.id)).equipeId).toBeNull()
    expect((await routageDeLaCaisse(referent)).mouvements).toEqual([{ apres: x, n: 1 }])

    const { vers } = await agir(referent, appliquerRoutage)
    expect(vers).toBe('/caisse/parametres/routage?rangees=1')
    const equipes = await Promise.all(
      [libre, confiee, suivie, autre].map(async ({ id }) => (await relire(id)).equipeId),
    )
    expect(equipes).toEqual([x, y, null, null])
    const { regles } = await routageDeLaCaisse(referent)
    await agir(referent, (c) => supprimerRegle(c, { id: regles[0]?.id ?? '' }))
    await agir(referent, appliquerRoutage)
    expect((await relire(libre.id)).equipeId).toBeNull()
  })

  it('tells where a demande would go, and why', async () => {
    await viderRegles()
    const [motif, partenaire] = [await creerEquipe('Par motif'), await creerEquipe('Par partenaire')]
    await agir(referent, (c) => ajouterRegle(c, { partenaire: ici.partenaire.id, equipe: partenaire }))
    await agir(referent, (c) => ajouterRegle(c, { motif: c2sMotif, equipe: motif }))
    const essayer = async (m: string) =>
      (await routageDeLaCaisse(referent, { motif: m, partenaire: ici.partenaire.id })).essai
    expect((await essayer(c2sMotif))?.equipeId).toBe(motif)
    expect((await essayer(puma))?.equipeId).toBe(partenaire)
    expect((await routageDeLaCaisse(referent, { motif: puma, partenaire: ailleurs.partenaire.id })).essai).toBeNull()
  })

  it('is read by its caisse alone, and written by its référent alone', async () => {
    const lire = (qui: typeof agent) => agir(qui, (c) => c.tx.regleRoutage.count())
    expect(await lire(referent)).toBeGreaterThan(0)
    expect(await lire(technicien)).toBe(0)
    expect(await lire(autreReferent)).toBe(0)
    expect(await agir(technicien, (c) => c.tx.equipe.count())).toBe(0)
    const [equipe] = await atelier.tx.equipe.findMany({ where: { caisseId: ici.caisse.id, actif: true } })
    for (const qui of [agent, technicien, autreReferent])
      await expect(
        agir(qui, (c) =>
          c.tx.regleRoutage.createMany({
            data: [{ id: randomUUID(), caisseId: ici.caisse.id, service: 'document', equipeId: equipe?.id ?? '' }],
          }),
        ),
      ).rejects.toThrow(/row-level security/)
    expect(await agir(agent, (c) => c.tx.$queryRaw`SELECT * FROM ep_a_router()`)).toEqual([])
    expect(await agir(autreReferent, appliquerRoutage)).toMatchObject({ vers: '/caisse/parametres/routage?rangees=0' })
  })
})

describe('the team of a demande', () => {
  it('is the one of the most precise rule, as written here a second time', async () => {
    await viderRegles()
    const { caisse } = ici
    const motifs = [puma, c2sMotif, motifNational('ame').id]
    const partenaires = [ici.partenaire.id, ailleurs.partenaire.id]
    const equipes = await Promise.all(['P1', 'P2', 'P3'].map(creerEquipe))
    const dissoute = await atelier.tx.equipe.create({ data: { caisseId: caisse.id, nom: 'Dissoute', actif: false } })
    const facultatif = <T>(...choix: T[]) => fc.option(fc.constantFrom(...choix), { nil: null })
    const regle = fc.record({
      service: facultatif(...services),
      motifId: facultatif(...motifs),
      partenaireId: facultatif(...partenaires),
      equipeId: fc.constantFrom(...equipes, dissoute.id),
    })
    const cle = ({ service, motifId, partenaireId }: Record<string, unknown>) => `${service} ${motifId} ${partenaireId}`
    const regles = fc
      .uniqueArray(regle, { selector: cle, maxLength: 8 })
      .map((lues) => lues.filter((r) => r.service || r.motifId || r.partenaireId))
    const depot = fc.record({
      service: fc.constantFrom(...services),
      motifId: fc.constantFrom(...motifs),
      partenaireId: fc.constantFrom(...partenaires),
    })
    await fc.assert(
      fc.asyncProperty(regles, fc.array(depot, { minLength: 1, maxLength: 6 }), async (lues, depots) => {
        await viderRegles()
        const ecrites = lues.map((r, rang) => ({ ...r, id: randomUUID(), creeeLe: new Date(1_700_000_000_000 + rang) }))
        await atelier.tx.regleRoutage.createMany({ data: ecrites.map((r) => ({ ...r, caisseId: caisse.id })) })
        const actives = ecrites.filter(({ equipeId }) => equipeId !== dissoute.id)
        for (const d of depots) {
          const trouvee = await agir(technicien, ({ tx }) => equipePour(tx, { caisseId: caisse.id, ...d }))
          const attendue = oracle(actives, d)
          expect(trouvee).toBe(attendue)
          expect(regleGagnante(actives, d)?.equipeId ?? null).toBe(attendue)
        }
      }),
      { numRuns: 40 },
    )
  })
})

type Ecrite = { service: string | null; motifId: string | null; partenaireId: string | null; equipeId: string }

/** «Motif, then partenaire, then service», said as it is to a référent: the criteria are looked at in turn. */
function oracle(regles: Ecrite[], depot: { service: string; motifId: string; partenaireId: string }): string | null {
  let restantes = regles.filter((r) =>
    (['service', 'motifId', 'partenaireId'] as const).every((cle) => r[cle] === null || r[cle] === depot[cle]),
  )
  for (const cle of ['motifId', 'partenaireId', 'service'] as const) {
    const precises = restantes.filter((r) => r[cle] !== null)
    if (precises.length > 0) restantes = precises
  }
  return restantes[0]?.equipeId ?? null
}
