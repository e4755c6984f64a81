import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { empreintesDesMots } from '@/lib/recherche/empreintes'
import { oublierMots } from '@/lib/recherche/oublier-mots'
import { rechercher } from '@/lib/recherche/queries'
import { criteresSchema } from '@/lib/recherche/schema'
import type { Acteur } from '@/lib/socle/acteur'
import { fabriqueDemande } from '@/prisma/seed/fabriques/demande'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, atelierDeTest } from '@/tests/contexte'
import { verifierPerimetre } from './verifier-perimetre'

const base = await baseDeTest()
const atelier = await atelierDeTest(base)
const monde = await fabriquePartenariat(atelier, { partenaire: { nom: 'CCAS de Montfort-les-Bains' } })
const agent = await acteurDe(monde.agent.id)
const technicien = await acteurDe(monde.technicien.id)
const proprietaire = new pg.Client({ connectionString: base.migration })
await proprietaire.connect()
afterAll(() => proprietaire.end())

const personne = { civilite: 'madame' as const, nomUsage: '', dateNaissance: '1987-07-14', departement: '76' }
const deposer = (nomNaissance: string, prenom: string, nomUsage = '') =>
  fabriqueDemande(atelier, monde.cadre, {
    motif: 'c2s',
    variante: 'premiere',
    personne: { ...personne, nomNaissance, prenom, nomUsage },
    agent: monde.agent,
    etat: 'prise_en_charge',
  })

async function trouve(acteur: Acteur, q: string, reste: Record<string, string> = {}) {
  const { resultats } = await rechercher(acteur, criteresSchema.parse({ q, ...reste }), '127.0.0.1')
  return resultats
}
const references = async (acteur: Acteur, q: string) => (await trouve(acteur, q)).map(({ reference }) => reference)

const helene = await deposer('Müller-Lefèvre', 'Hélène', 'Le Gall')

describe('the search box', () => {
  it.each([
    'helene lefevre',
    'muller helene',
    'lefevbre',
    'LEFÈVRE',
    'Müller-Lefèvre',
    'Mme Hélène MÜLLER',
    'mullerlefevre',
    'lefebvre helene',
    'heleine muler',
    'le gall',
    'legall helene',
    'LeGal',
    'le fevre',
    'hélène lef',
    'muller 14/07/1987',
    'helene c2s',
    'lefevre montfort',
    'lefevre ccas',
  ])('finds «Hélène Müller-Lefèvre», née Le Gall by marriage, by «%s»', async (q) => {
    expect(await references(agent, q)).toContain(helene.reference)
    expect(await references(technicien, q)).toContain(helene.reference)
  })

  it.each(['helene dupont', 'lefevre ame', 'zzzz', 'robert', '15/08/1990'])('does not find it by «%s»', async (q) => {
    expect(await references(agent, q)).not.toContain(helene.reference)
  })

  it('puts the names as written first, and says what answered', async () => {
    const proche = await deposer('Lefebvre', 'Hélène')
    const [premiere, ...suite] = await trouve(agent, 'helene lefevre')
    expect(premiere).toMatchObject({ reference: helene.reference, niveau: 1 })
    expect(premiere?.trouves).toEqual(expect.arrayContaining(['=helene', '=lefevre']))
    expect(suite.find(({ reference }) => reference === proche.reference)?.niveau).toBe(2)
  })

  it('finds a reference whole, begun, or by its number alone', async () => {
    const { reference } = helene
    for (const q of [
      reference,
      reference.replace('-', ' - '),
      reference.slice(0, 6),
      reference.slice(3).replace(/^0+/, ''),
    ])
      expect(await references(agent, q)).toContain(reference)
  })

  it('finds any name whatever its signs, its order and one slip', async () => {
    const syllabe = fc.constantFrom(
      'bré',
      'ma',
      'lœ',
      'çon',
      'tha',
      'güs',
      'ri',
      'dèl',
      'pao',
      'ñez',
      'vi',
      'kou',
      'ster',
      'wal',
    )
    const mot = fc.array(syllabe, { minLength: 2, maxLength: 4 }).map((parts) => parts.join(''))
    const nom = fc
      .tuple(mot, fc.constantFrom('-', ' ', '’', 'sans'), mot)
      .map(([a, signe, b]) => (signe === 'sans' ? a : `${a}${signe}${b}`))
    await fc.assert(
      fc.asyncProperty(
        nom,
        mot,
        fc.nat(),
        fc.nat(),
        fc.boolean(),
        async (nomNaissance, prenom, place, lettre, inverse) => {
          const { reference } = await deposer(nomNaissance, prenom)
          const mots = (inverse ? `${prenom} ${nomNaissance}` : `${nomNaissance} ${prenom}`).split(/[-’ ]/)
          expect(await references(agent, mots.join(' ').toUpperCase())).toContain(reference)
          const rang = place % mots.length
          const fautif = mots.map((texte, i) => (i === rang ? avecFaute(texte, lettre) : texte)).join(' ')
          expect(await references(agent, fautif), `${nomNaissance} ${prenom}`).toContain(reference)
        },
      ),
      { numRuns: 15, seed: 5 },
    )
  })

  it('finds the words of the messages, and those of notes on the side of the caisse only', async () => {
    const { id, caisseId, structureId } = helene
    const commun = { demandeId: id, caisseId, structureId, cote: 'caisse', auteurId: monde.agent.id }
    await atelier.tx.message.createMany({
      data: [
        { ...commun, texte: 'Il manque les quittances de loyer.' },
        { ...commun, texte: 'Vérifier la pension alimentaire', interne: true },
      ],
    })
    for (const acteur of [agent, technicien]) {
      const [resultat] = await trouve(acteur, 'lefevre quittance loyers')
      expect(resultat).toMatchObject({ reference: helene.reference, niveau: 4, extrait: { source: 'message' } })
      expect(resultat?.extrait?.extrait).toContain('\uE000quittances\uE001')
    }
    expect((await trouve(agent, 'pensions alimentaires'))[0]?.extrait?.source).toBe('note')
    expect(await references(technicien, 'pension alimentaire')).toEqual([])
  })

  it('forgets a message that was withdrawn, but not the same word said elsewhere', async () => {
    const { id, caisseId, structureId } = helene
    const commun = { demandeId: id, caisseId, structureId, cote: 'caisse', auteurId: monde.agent.id }
    await atelier.tx.message.createMany({
      data: [
        { ...commun, texte: 'Bordereau et quinconce' },
        { ...commun, texte: 'Un bordereau' },
      ],
    })
    expect(await references(agent, 'quinconce')).toEqual([helene.reference])
    await atelier.tx.message.updateMany({ where: { texte: { contains: 'quinconce' } }, data: { retireLe: new Date() } })
    expect(await references(agent, 'quinconce')).toEqual([])
    expect(await references(agent, 'bordereaux')).toEqual([helene.reference])
  })

  it('keeps closed demandes, follows a corrected name and a renamed partenaire, and gives every page once', async () => {
    const close = await fabriqueDemande(atelier, monde.cadre, {
      motif: 'c2s',
      variante: 'premiere',
      personne: { ...personne, nomNaissance: 'Ancienne', prenom: 'Odette' },
      agent: monde.agent,
      etat: 'traitee',
    })
    expect(await references(technicien, 'odette ancienne')).toEqual([close.reference])
    expect(await trouve(technicien, 'odette ancienne', { statut: 'ouvertes' })).toEqual([])
    await atelier.tx.demande.update({ where: { id: close.id }, data: { nomNaissance: 'Corrigée' } })
    // The old name may still stand in what was written.
    expect((await trouve(agent, 'odette ancienne')).filter(({ niveau }) => niveau < 4)).toEqual([])
    expect(await references(agent, 'odette corrigee')).toEqual([close.reference])
    const nom = 'CIAS de Valmorel'
    await atelier.tx.partenaire.update({ where: { id: close.partenaireId }, data: { nom } })
    await atelier.tx.structure.update({ where: { id: close.structureId }, data: { nom } })
    expect(await references(agent, 'corrigee valmorel')).toEqual([close.reference])
    expect(await references(agent, 'corrigee montfort')).toEqual([])

    for (let rang = 0; rang < 45; rang += 1) await deposer('Pagineau', `Zoé${rang % 3 ? '' : ' Ida'}`)
    const vues: string[] = []
    let apres: string | undefined
    do {
      const page = await rechercher(agent, criteresSchema.parse({ q: 'pagineau ida', apres }), '')
      vues.push(...page.resultats.map(({ id }) => id))
      apres = page.suivante ?? undefined
    } while (apres)
    expect(new Set(vues).size).toBe(vues.length)
    expect(vues.length).toBe(15)
  })

  it('builds the same index again from nothing, and reads no table whole', async () => {
    const lire = async (sql: string) => (await proprietaire.query<Record<string, unknown>>(sql)).rows
    const demandes = () =>
      lire('SELECT id, "caisseId", "structureId", le, vecteur::text FROM recherche.demande ORDER BY id')
    const lexique = () => lire('SELECT "caisseId", mot, proches, son FROM recherche.mot ORDER BY 1, 2')
    const [demandesAvant, motsAvant] = [await demandes(), await lexique()]
    await proprietaire.query('SELECT ep_reindexer_recherche()')
    expect(await demandes()).toEqual(demandesAvant)
    // Names that were corrected since are no longer in the lexicon.
    const motsApres = await lexique()
    const disparus = motsAvant.filter((mot) => !motsApres.some((autre) => isDeepStrictEqual(mot, autre)))
    expect(motsApres.length + disparus.length).toBe(motsAvant.length)
    for (const mot of ['lefevre', 'helene', 'valmorel']) expect(disparus.map((ligne) => ligne.mot)).not.toContain(mot)
    const lues = async () => {
      await proprietaire.query('SELECT pg_stat_force_next_flush()')
      const { rows } = await proprietaire.query<{ n: string }>(
        `SELECT coalesce(sum(seq_scan), 0) AS n FROM pg_stat_user_tables WHERE schemaname = 'recherche'`,
      )
      return Number(rows[0]?.n)
    }
    const debut = await lues()
    for (const q of ['lefevbre helene', 'c2s', helene.reference, 'quittances', 'zzzz']) await references(agent, q)
    expect(await lues()).toBe(debut)
  })

  it('forgets the words that no demande bears any more, and keeps the others, in thirty nights', async () => {
    const { id } = await deposer('Oubliette', 'Ursule')
    await atelier.tx.demande.update({ where: { id }, data: { nomNaissance: 'Retenue' } })
    const connus = async () => {
      const { rows } = await proprietaire.query<{ mot: string }>('SELECT DISTINCT mot FROM recherche.mot')
      return rows.map(({ mot }) => mot)
    }
    // A name that was corrected is forgotten at once, when nobody else bears it.
    expect(await connus()).not.toContain('oubliette')
    for (let nuit = 0; nuit < 30; nuit += 1) await oublierMots(new Date(Date.UTC(2026, 10, 1 + nuit)))
    const restes = await connus()
    for (const mot of ['oubliette', 'montfort']) expect(restes).not.toContain(mot)
    expect(restes).toEqual(expect.arrayContaining(['retenue', 'ursule', 'helene', 'lefevre', 'legall', 'valmorel']))
  })

  it('says in the journal who searched for what, once for a search', async () => {
    const { rows } = await proprietaire.query(
      `SELECT "compteId", details FROM journal WHERE action = 'recherche.faite' AND details ->> 'mots' = $1`,
      [empreintesDesMots('LEFÈVBRE')],
    )
    expect(rows[0]).toMatchObject({ details: { suite: false } })
    expect(JSON.stringify(rows)).not.toMatch(/lef/i)
    expect(rows.map(({ compteId }) => compteId)).toEqual(expect.arrayContaining([monde.agent.id, monde.technicien.id]))
  })

  it('never leaves the perimeter, whatever the words and whatever the settings of the transaction', async () => {
    expect(await verifierPerimetre(atelier, base.web, Number(process.env.QUESTIONS ?? 60))).toBeGreaterThan(0)
  })
})

/** One letter missing, doubled, changed, or two that changed places; the first letter of short words is kept. */
function avecFaute(mot: string, choix: number): string {
  const lettres = [...mot]
  const rang = 1 + (choix % Math.max(1, lettres.length - 2))
  const [avant, ici, suite] = [lettres.slice(0, rang), lettres[rang] ?? '', lettres.slice(rang + 1)]
  const fautes = [
    [...avant, ...suite],
    [...avant, ici, ici, ...suite],
    [...avant, 'x', ...suite],
    [...avant, suite[0] ?? '', ici, ...suite.slice(1)],
  ]
  return (fautes[choix % 4] ?? lettres).join('')
}
