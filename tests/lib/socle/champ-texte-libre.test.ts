import { describe, expect, it } from 'vitest'
import { texteCourt, texteLibre } from '@/lib/socle/champ-texte-libre'

const lire = (champ: ReturnType<typeof texteLibre>, valeur: unknown) => {
  const lu = champ.safeParse(valeur)
  return lu.success ? { texte: lu.data } : { refus: lu.error.issues.map((issue) => issue.message) }
}

describe('a free text', () => {
  const champ = texteLibre({ max: 60, requis: 'Décrivez la situation.' })

  it('is trimmed, and its ends of line are those of the server', () => {
    expect(lire(champ, '  Bonjour,\r\nmerci.\n ')).toEqual({ texte: 'Bonjour,\nmerci.' })
  })

  it('is refused empty only when it is asked for', () => {
    expect(lire(champ, '  \n')).toEqual({ refus: ['Décrivez la situation.'] })
    expect(lire(champ, undefined)).toEqual({ refus: ['Décrivez la situation.'] })
    expect(lire(texteLibre({ max: 10 }), ' ')).toEqual({ texte: '' })
  })

  it('is refused too long, with both figures', () => {
    expect(lire(champ, 'a'.repeat(61))).toEqual({
      refus: ['Ce texte est trop long\u00A0: 61 caractères, pour 60 au plus.'],
    })
  })

  it('is refused with control signs, or signs that reverse the writing', () => {
    expect(lire(champ, 'a\u0000b')).toHaveProperty('refus')
    expect(lire(champ, 'facture\u202Efdp.exe')).toHaveProperty('refus')
    expect(lire(champ, 'a\tb\nc')).toEqual({ texte: 'a\tb\nc' })
  })

  it('is refused with a NIR, at the place where it stands', () => {
    expect(lire(champ, 'Son numéro : 2 87 07 75 123 456')).toEqual({
      refus: [expect.stringContaining('après «\u00A0Son numéro\u00A0»')],
    })
  })
})

describe('a short text', () => {
  const nom = texteCourt({ max: 80, requis: 'Indiquez le nom.' })

  it('holds on one line and is composed', () => {
    expect(lire(nom, ' Noe\u0308lle ')).toEqual({ texte: 'Noëlle' })
    expect(lire(nom, 'a\nb')).toHaveProperty('refus')
  })

  it('refuses a NIR in a file name, and keeps the date of a photograph', () => {
    expect(lire(nom, 'attestation_2870775123456.pdf')).toHaveProperty('refus')
    expect(lire(nom, 'IMG_20260312_140211.jpg')).toEqual({ texte: 'IMG_20260312_140211.jpg' })
  })
})
