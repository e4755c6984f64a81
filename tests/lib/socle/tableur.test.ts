import { CFB } from '@e965/xlsx'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reecrireArchive } from '@/lib/socle/archive-tableur'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { BORNES_TABLEUR, ecrireTableur, type Feuille, formatsTableur, lireTableur } from '@/lib/socle/tableur'

const feuille: Feuille = {
  feuille: 'Acceptations : mars/avril',
  colonnes: [
    { titre: 'Nom' },
    { titre: 'Nombre', type: 'nombre' },
    { titre: 'Jour', type: 'jour' },
    { titre: 'Heure', type: 'instant' },
  ],
  lignes: [
    ['Le Gall ; « Maé »', 1234.5, '2026-03-29', new Date('2026-03-29T22:30:00Z')],
    ['=HYPERLINK("http://x.example")', 3, null, null],
  ],
}

const texte = (octets: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(octets)
const enOctets = (contenu: string) => new TextEncoder().encode(contenu)
const contenu = (octets: Uint8Array, partie: string) =>
  Buffer.from(CFB.find(CFB.read(Buffer.from(octets), { type: 'buffer' }), partie).content).toString()
const messageDe = (lire: () => unknown) => {
  try {
    lire()
  } catch (erreur) {
    return (erreur as { erreurs?: Record<string, string> }).erreurs?.fichier ?? String(erreur)
  }
}

describe('a sheet written', () => {
  it('is a CSV a French spreadsheet opens: mark, semicolons, decimal comma, days and hours of Paris, no formula', () => {
    expect(texte(ecrireTableur('csv', feuille))).toBe(
      '\uFEFFNom;Nombre;Jour;Heure\r\n"Le Gall ; « Maé »";1234,5;29/03/2026;30/03/2026 00:30\r\n' +
        `"'=HYPERLINK(""http://x.example"")";3;;\r\n`,
    )
  })

  it('keeps numbers and dates as such in XLSX and ODS, and a text that looks like a formula as a text', () => {
    const xlsx = contenu(ecrireTableur('xlsx', feuille), '/xl/worksheets/sheet1.xml')
    expect(xlsx).toContain('<v>1234.5</v>')
    expect(xlsx).toContain('<v>46110</v>') // 29 March 2026, in the days of Excel
    expect(xlsx).not.toContain('<f>')
    const ods = contenu(ecrireTableur('ods', feuille), '/content.xml')
    expect(ods).toContain('office:value-type="float" office:value="1234.5"')
    expect(ods).toContain('office:date-value="2026-03-29T00:00:00.000Z"')
    expect(ods).not.toContain('table:formula')
  })

  it('is never refused for a control character', () => {
    const avec = { ...feuille, lignes: [['a\u0000b\u000Bc\u001F', 1, null, null]] }
    for (const format of formatsTableur) expect(lireTableur(ecrireTableur(format, avec), 'x')[1]?.[0]).toBe('abc')
  })

  it.each(formatsTableur)('in %s is read back as it was', (format) => {
    const mot = fc.stringMatching(/^[\p{L}0-9;,"'=+@ -]{0,20}$/u).map((valeur) => valeur.trim())
    fc.assert(
      fc.property(fc.array(fc.tuple(mot, mot), { minLength: 1, maxLength: 5 }), (lignes) => {
        const lues = lireTableur(
          ecrireTableur(format, { feuille: 'F', colonnes: [{ titre: 'A' }, { titre: 'B' }], lignes }),
          `essai.${format}`,
        ).slice(1)
        const sansApostrophe = (valeur: string) => (format === 'csv' ? valeur.replace(/^'(?=[=+\-@])/, '') : valeur)
        const attendues = lignes.map((ligne) => ligne.map(sansApostrophe))
        while (attendues.at(-1)?.every((valeur) => valeur === '')) attendues.pop()
        expect(lues.map((ligne) => [ligne[0] ?? '', ligne[1] ?? ''])).toEqual(attendues)
      }),
      { numRuns: 60 },
    )
  })
})

describe('a file received', () => {
  it('may be a CSV of an old Windows, with tabs or commas', () => {
    const ancien = Buffer.from('Nom\tPrénom\r\nLe Gall\tMaé\r\n', 'latin1')
    expect(lireTableur(ancien, 'equipe.csv')).toEqual([
      ['Nom', 'Prénom'],
      ['Le Gall', 'Maé'],
    ])
    expect(lireTableur(enOctets('\uFEFFa,b\n"x, ""y""",z'), 'a.csv')).toEqual([
      ['a', 'b'],
      ['x, "y"', 'z'],
    ])
  })

  it('is refused in words when it is empty, too big, too long, or nothing like a table', () => {
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13])
    expect(messageDe(() => lireTableur(new Uint8Array(), 'a.csv'))).toMatch(/est vide/)
    expect(messageDe(() => lireTableur(enOctets('\n\n;;\n'), 'a.csv'))).toMatch(/est vide/)
    expect(messageDe(() => lireTableur(new Uint8Array(BORNES_TABLEUR.octets + 1), 'a.csv'))).toMatch(/dépasse 2/)
    expect(messageDe(() => lireTableur(enOctets('a;b\n'.repeat(1_001)), 'a.csv'))).toMatch(/plus de 1000 lignes/)
    expect(messageDe(() => lireTableur(png, 'a.xlsx'))).toMatch(/n’est pas un tableau/)
    expect(messageDe(() => lireTableur(enOctets('PK\u0003\u0004 pas une archive'), 'a.xlsx'))).toMatch(/ne s’ouvre pas/)
  })

  it('that would open to gigabytes is refused before it does', () => {
    const bombe = CFB.utils.cfb_new()
    CFB.utils.cfb_add(bombe, 'content.xml', Buffer.alloc(40_000_000, 'a'))
    const archive = CFB.write(bombe, { type: 'buffer', fileType: 'zip', compression: true })
    expect(archive.length).toBeLessThan(BORNES_TABLEUR.octets)
    expect(messageDe(() => lireTableur(archive, 'a.ods'))).toMatch(/ne s’ouvre pas/)
  })

  it('that names the same bytes ten thousand times is refused as well', () => {
    const contenu = Buffer.alloc(1_500_000, 'a')
    const nom = Buffer.from('a.xml')
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(nom.length, 26)
    const entree = Buffer.alloc(46)
    entree.writeUInt32LE(0x02014b50, 0)
    entree.writeUInt32LE(contenu.length, 20)
    entree.writeUInt32LE(contenu.length, 24)
    entree.writeUInt16LE(nom.length, 28)
    const entrees = Array.from({ length: 9_000 }, (_, rang) =>
      Buffer.concat([entree.subarray(0, 46), Buffer.from(`${rang % 10}.xml`)]),
    )
    const fin = Buffer.alloc(22)
    fin.writeUInt32LE(0x06054b50, 0)
    fin.writeUInt16LE(entrees.length, 10)
    fin.writeUInt32LE(local.length + nom.length + contenu.length, 16)
    const archive = Buffer.concat([local, nom, contenu, ...entrees, fin])
    expect(() => reecrireArchive(archive, 30_000_000)).toThrow(/more than allowed/)
  })

  it.each(['columns', 'rows'])('that repeats its %s a billion times is read within its bounds', (sens) => {
    const repete = (quoi: string) => (quoi === sens ? `table:number-${quoi}-repeated="1000000000"` : '')
    const classeur = CFB.utils.cfb_new()
    const page = `<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="F"><table:table-row ${repete('rows')}><table:table-cell ${repete('columns')} office:value-type="string"><text:p>a</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`
    CFB.utils.cfb_add(classeur, 'mimetype', Buffer.from('application/vnd.oasis.opendocument.spreadsheet'))
    CFB.utils.cfb_add(classeur, 'content.xml', Buffer.from(page))
    const octets = new Uint8Array(CFB.write(classeur, { type: 'buffer', fileType: 'zip' }) as Buffer)
    const debut = performance.now()
    try {
      lireTableur(octets, 'equipe.ods')
    } catch (erreur) {
      expect(erreur).toBeInstanceOf(ErreurMetier)
    }
    expect(performance.now() - debut).toBeLessThan(3_000)
  })

  it('with a cell far away costs no more than its first columns', () => {
    const loin = ecrireTableur('xlsx', {
      feuille: 'F',
      colonnes: Array.from({ length: 16_000 }, (_, rang) => ({ titre: `c${rang}` })),
      lignes: [],
    })
    expect(lireTableur(loin, 'a.xlsx')[0]).toHaveLength(BORNES_TABLEUR.colonnes)
  })
})
