import { beforeAll, describe, expect, it } from 'vitest'
import { demandeDeCaisse } from '@/lib/demandes/demande-caisse'
import type { FiltresFile, Vue } from '@/lib/demandes/filtres-file'
import { filtresFileSchema } from '@/lib/demandes/filtres-file'
import { fileDAttente, taillePage } from '@/lib/demandes/queries-caisse'
import { fabriqueDemande } from '@/prisma/seed/fabriques/demande'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, atelierDeTest } from '@/tests/contexte'

const base = await baseDeTest()
const atelier = await atelierDeTest(base)
const monde = await fabriquePartenariat(atelier)
const ailleurs = await fabriquePartenariat(atelier)
const agent = await acteurDe(monde.agent.id)
const jourMs = 86_400_000

/** Every reference of a view, page after page. */
async function parcourir(filtres: FiltresFile): Promise<string[]> {
  const references: string[] = []
  let apres: string | undefined
  do {
    const page = await fileDAttente(agent, { ...filtres, apres })
    expect(page.lignes.length).toBeLessThanOrEqual(taillePage)
    references.push(...page.lignes.map(({ reference }) => reference))
    apres = page.suivante ?? undefined
  } while (apres)
  return references
}

beforeAll(async () => {
  const etats = ['transmise', 'prise_en_charge', 'attente_complement', 'complement_recu', 'traitee', 'annulee'] as const
  for (let rang = 0; rang < 90; rang++) {
    // Several of one day share their deadline: the id breaks the tie.
    const deposeeLe = new Date(Date.now() - (1 + (rang % 4)) * jourMs)
    const etat = rang % 2 === 0 ? etats[(rang / 2) % 6] : 'transmise'
    const { id } = await fabriqueDemande(atelier, monde.cadre, { agent: monde.agent, etat, deposeeLe })
    // Those of a day did not come in the order of their ids.
    const recueLe = new Date(deposeeLe.getTime() - ((rang * 53) % 90) * 1_000)
    await atelier.tx.demande.update({ where: { id }, data: { deposeeLe: recueLe } })
  }
  await fabriqueDemande(atelier, ailleurs.cadre, { agent: ailleurs.agent })
})

describe('the queue', () => {
  it('offers the partenaires of the caisse to filter by, each once, and none that has no convention with it', async () => {
    for (const partenaire of [undefined, monde.partenaire.id, ailleurs.partenaire.id]) {
      const { tousPartenaires } = (await fileDAttente(agent, filtresFileSchema.parse({ partenaire }))).choix
      expect(tousPartenaires).toEqual([{ id: monde.partenaire.id, nom: monde.partenaire.nom }])
    }
  })

  it('gives each demande of the caisse once, and none of another caisse', async () => {
    const ouvertes = await parcourir(filtresFileSchema.parse({}))
    const closes = await parcourir(filtresFileSchema.parse({ vue: 'closes' }))
    expect(ouvertes.length).toBeGreaterThan(taillePage)
    expect(new Set([...ouvertes, ...closes]).size).toBe(90)
    expect(ouvertes.length + closes.length).toBe(90)
  })

  it.each<Exclude<Vue, 'closes'>>([
    'a_prendre',
    'mes_demandes',
    'en_retard',
    'urgentes',
    'en_attente',
    'toutes',
  ])('counts in «%s» what the view lists', async (vue) => {
    const { compteurs } = await fileDAttente(agent, filtresFileSchema.parse({}))
    expect(compteurs[vue]).toBe((await parcourir(filtresFileSchema.parse({ vue }))).length)
  })

  it.each([
    { tri: 'recue', sens: 'asc', par: 'deposeeLe' },
    { tri: 'recue', sens: 'desc', par: 'deposeeLe' },
    { tri: 'maj', sens: 'asc', par: 'majLe' },
    { tri: 'echeance', sens: 'desc', par: 'triLe' },
  ] as const)('lists all of them by «$tri», $sens', async ({ par, ...ordre }) => {
    const filtres = filtresFileSchema.parse(ordre)
    const references = await parcourir(filtres)
    expect(new Set(references)).toEqual(new Set(await parcourir(filtresFileSchema.parse({}))))
    expect(references).toHaveLength(new Set(references).size)
    const demandes = await atelier.tx.demande.findMany({ where: { reference: { in: references } } })
    const dates = references.map((lue) => demandes.find(({ reference }) => reference === lue)?.[par].getTime() ?? 0)
    expect(dates).toEqual(dates.toSorted((a, b) => (ordre.sens === 'asc' ? a - b : b - a)))
  })

  it.each([
    { vue: 'toutes' },
    { vue: 'a_prendre' },
    { vue: 'closes' },
    { vue: 'toutes', tri: 'recue', sens: 'desc' },
  ])('leads from a demande to its neighbours in %o', async (adresse) => {
    const filtres = filtresFileSchema.parse(adresse)
    const references = await parcourir(filtres)
    const rangs = [0, 1, Math.floor(references.length / 2), references.length - 1]
    for (const rang of rangs) {
      const demande = await demandeDeCaisse(agent, references[rang] ?? '', filtres)
      expect(demande?.voisines).toEqual({
        precedente: references[rang - 1] ?? null,
        suivante: references[rang + 1] ?? null,
      })
    }
  })

  it('ignores what it cannot read in the address', () => {
    expect(
      filtresFileSchema.parse({ vue: 'autre', service: '', motif: '1', age: '-3', agent: 'x', urgent: ['oui', 'non'] }),
    ).toEqual({ vue: 'toutes' })
  })
})
