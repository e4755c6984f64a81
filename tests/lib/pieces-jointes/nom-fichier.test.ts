import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { enTetePiece, nomDeFichierSur, nomSelonType } from '@/lib/pieces-jointes/nom-fichier'
import { messageRefus } from '@/lib/pieces-jointes/refus'

const nomsEtranges = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc
    .array(
      fc.constantFrom(
        '../',
        '\\',
        '"',
        '\r\n',
        '\0',
        '\u202E',
        'é',
        'e\u0301',
        '漢',
        '😀',
        '.',
        ' ',
        '%',
        "'",
        '*',
        '.pdf',
      ),
    )
    .map((s) => s.join('')),
)

describe('the name of a file', () => {
  it('keeps an ordinary name, accents included', () => {
    expect(nomDeFichierSur('Avis d’impôts 2025 – Mme Œuvrard.pdf')).toBe('Avis d’impôts 2025 – Mme Œuvrard.pdf')
    expect(nomDeFichierSur('C:\\Users\\x\\rib.pdf')).toBe('rib.pdf')
    expect(nomDeFichierSur('../../etc/passwd')).toBe('passwd')
    expect(nomDeFichierSur('e\u0301te\u0301.pdf')).toBe('été.pdf')
    expect(nomDeFichierSur('facture\u202Efdp.exe')).toBe('facturefdp.exe')
    for (const rien of ['', '...', ' / ', '\0\0', '.']) expect(nomDeFichierSur(rien)).toBe('sans-nom')
  })

  it('is cut at 120 characters with its extension kept', () => {
    const long = nomDeFichierSur(`${'é'.repeat(300)}.jpeg`)
    expect([...long]).toHaveLength(120)
    expect(long.endsWith('é.jpeg')).toBe(true)
  })

  it('is always harmless, whatever is given, and does not change the second time', () => {
    fc.assert(
      fc.property(nomsEtranges, (nom) => {
        const sur = nomDeFichierSur(nom)
        expect(sur).toMatch(/^[^/\\<>:"|?*\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E]{1,240}$/u)
        expect([...sur].length).toBeLessThanOrEqual(120)
        expect(nomDeFichierSur(sur)).toBe(sur)
        expect(sur.isWellFormed()).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  it('takes the extension of what the file is', () => {
    expect(nomSelonType('photo.JPG', 'jpeg')).toBe('photo.JPG')
    expect(nomSelonType('photo.exe', 'jpeg')).toBe('photo.exe.jpg')
    expect(nomSelonType('scan', 'pdf')).toBe('scan.pdf')
    expect([...nomSelonType('x'.repeat(200), 'docx')]).toHaveLength(120)
  })
})

describe('the header of a download', () => {
  it('gives a plain name and the real one', () => {
    expect(enTetePiece('Relevé d’août.pdf', { inline: false })).toBe(
      "attachment; filename=\"Releve d'aout.pdf\"; filename*=UTF-8''Relev%C3%A9%20d%E2%80%99ao%C3%BBt.pdf",
    )
    expect(enTetePiece('a".pdf', { inline: true })).toBe('inline; filename="a-.pdf"; filename*=UTF-8\'\'a-.pdf')
  })

  it('has a plain name even when the real one is nothing but accents', () => {
    expect(enTetePiece('\u0301', { inline: false })).toBe('attachment; filename="sans-nom"; filename*=UTF-8\'\'%CC%81')
  })

  it('is one clean line of ASCII for any name', () => {
    fc.assert(
      fc.property(nomsEtranges, (nom) => {
        const enTete = enTetePiece(nom, { inline: false })
        expect(enTete).toMatch(/^attachment; filename="[ !#$&-[\]-~]+"; filename\*=UTF-8''[A-Za-z0-9._~%-]+$/)
        expect(decodeURIComponent(enTete.split("UTF-8''")[1] ?? '')).toBe(nomDeFichierSur(nom))
      }),
      { numRuns: 1000 },
    )
  })
})

describe('the reason of a refusal', () => {
  it('is told in the words of the portal, with French spaces', () => {
    expect(messageRefus('mot_de_passe', 'scan-rib.pdf')).toBe(
      '«\u00A0scan-rib.pdf\u00A0» est refusé\u00A0: il est protégé par un mot de passe, la caisse ne pourrait pas l’ouvrir. ' +
        'Envoyez une version sans mot de passe, ou une photo.',
    )
    expect(messageRefus('trop_gros', 'a.pdf', { parFichier: 20_000_000 })).toContain('il dépasse 20\u00A0Mo.')
    expect(messageRefus('inconnu', 'a.txt')).toContain('(acceptés\u00A0: PDF')
  })
})
