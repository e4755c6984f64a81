import { Writable } from 'node:stream'
import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { epurer } from '@/lib/socle/epurer'
import { ouvrirLogs } from '@/lib/socle/logs'
import { patronDe } from '@/lib/socle/observer-requetes'
import { lireRapports } from '@/lib/socle/rapport-csp'
import { requeteCourante } from '@/lib/socle/requete-courante'
import { nirCompact } from '@/tests/factories/nir'

afterEach(() => vi.unstubAllEnvs())

function ecouter() {
  vi.stubEnv('EP_LOGS', 'info')
  const lignes: Record<string, unknown>[] = []
  const vers = new Writable({
    write(morceau, _encodage, suite) {
      lignes.push(JSON.parse(String(morceau)))
      suite()
    },
  })
  return { logs: ouvrirLogs(vers), lignes }
}

describe('lines of log', () => {
  it('are JSON and bear the id of the request they belong to', () => {
    const { logs, lignes } = ecouter()
    logs.info('hors d’une requête')
    requeteCourante.run({ id: 'abc' }, () => logs.warn({ reference: '26-004817' }, 'dans une requête'))
    expect(lignes[0]).not.toHaveProperty('requete')
    expect(lignes[1]).toMatchObject({ level: 40, requete: 'abc', reference: '26-004817', msg: 'dans une requête' })
  })
})

describe('the address of a line', () => {
  const connus = new Set(['demandes', 'caisse', 'file', 'activation', 'brouillon', 'recherche'])

  it('is its pattern: what it names is a star', () => {
    expect(patronDe('/caisse/file?vue=toutes&q=Lef%C3%A8vre', connus)).toBe('/caisse/file')
    expect(patronDe('/demandes/26-004817', connus)).toBe('/demandes/*')
    expect(patronDe('/activation/K7x-9Ql_2mB', connus)).toBe('/activation/*')
    expect(patronDe('/', connus)).toBe('/')
  })

  it('never holds what a stranger typed', () => {
    fc.assert(
      fc.property(fc.webPath(), fc.webQueryParameters(), (chemin, requete) => {
        const dits = patronDe(`/demandes${chemin}?${requete}#${requete}`, connus).split('/')
        for (const segment of dits) expect(segment === '' || segment === '*' || connus.has(segment)).toBe(true)
      }),
    )
  })
})

describe('a technical text', () => {
  it('loses addresses, numbers, links and values quoted by the database', () => {
    const texte = [
      'Key (courriel)=(zoe.lefevre@ccas-vaucreux.fr) already exists.',
      'invalid input syntax for type uuid: "Lefèvre Zoé"',
      'connect postgresql://ep_web:mot-de-passe@base:5432/ep',
      'GET /activation/K7x9Ql2mBvT4 et /caisse/file?q=Lefevre',
      'De zoe.lefevre@exemple.fr, au 06 12 34 56 78',
    ].join('\n')
    const pur = epurer(texte)
    for (const secret of ['zoe', 'Lefèvre', 'Lefevre', 'mot-de-passe', 'K7x9', '12 34', 'ccas'])
      expect(pur, secret).not.toContain(secret)
    for (const utile of ['Key (courriel)', 'already exists', 'type uuid', '/caisse/file']) expect(pur).toContain(utile)
  })

  it('loses the values of a call of Prisma, and keeps its message', () => {
    const texte =
      'Invalid `tx.demande.create()` invocation in\n/app/x.ts:1:2\n\n  1 {\n  2   nomNaissance: "Lefèvre",\n\nUnique constraint failed on the fields: (`reference`)'
    expect(epurer(texte)).toContain('Unique constraint failed on the fields: (`reference`)')
  })

  it('never keeps a NIR, written in any way, nor an address of mail', () => {
    fc.assert(
      fc.property(
        nirCompact,
        fc.constantFrom('', ' ', '.', '\u00a0'),
        fc.emailAddress(),
        (compact, espace, courriel) => {
          const nir = compact.match(/.{1,3}/g)?.join(espace) ?? ''
          const pur = epurer(`refus de ${nir} pour ${courriel} !`)
          expect(pur).not.toContain(nir)
          expect(pur).not.toContain(courriel)
        },
      ),
    )
  })

  it('is cut, whatever its length, in a time that does not run away', () => {
    const debut = performance.now()
    for (const motif of ['a@', '1 ', '/a', 'Invalid `', ')=(', '"', 'value: "'])
      expect(epurer(motif.repeat(50_000)).length).toBeLessThanOrEqual(2_000)
    expect(performance.now() - debut).toBeLessThan(5_000)
  })
})

describe('reports of a browser', () => {
  const ancien = (document: string, bloque: string) =>
    JSON.stringify({
      'csp-report': {
        'document-uri': document,
        'effective-directive': 'script-src-elem',
        'blocked-uri': bloque,
        'script-sample': 'Lefèvre',
        referrer: 'https://portail/caisse/recherche?q=Lefevre',
      },
    })

  it('say which rule, on which page and from where, without what the addresses name', () => {
    expect(
      lireRapports(ancien('https://portail/demandes/26-004817?r=1', 'https://mal.example/vol?nom=Lefevre')),
    ).toEqual([{ regle: 'script-src-elem', page: '/demandes/*', bloque: 'https://mal.example', ligne: undefined }])
    const nouveau = {
      type: 'csp-violation',
      body: { documentURL: 'https://p/cgu', effectiveDirective: 'style-src', blockedURL: 'inline' },
    }
    expect(lireRapports(JSON.stringify([nouveau, nouveau]))).toHaveLength(2)
    expect(lireRapports(JSON.stringify(Array(100).fill(nouveau)))).toHaveLength(10)
  })

  it('are nothing when they are not what they should be', () => {
    for (const corps of ['', '{', 'null', '[]', '{"csp-report":1}', '[{"type":"autre"}]', '"x"'])
      expect(lireRapports(corps)).toEqual([])
    fc.assert(fc.property(fc.json(), (corps) => lireRapports(corps).length === 0))
  })
})
