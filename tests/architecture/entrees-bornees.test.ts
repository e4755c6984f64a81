import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { filtresFileSchema } from '@/lib/demandes/filtres-file'
import { attribuerLotSchema, cloreLotSchema, prendreLotSchema } from '@/lib/file/schema'
import { enTetePiece } from '@/lib/pieces-jointes/nom-fichier'
import { lireRecherche } from '@/lib/recherche/adresse-de-recherche'
import { criteresSchema, lirePlace } from '@/lib/recherche/schema'
import { formerInvitation } from '@/lib/rendez-vous/invitation'
import { tenuSchema } from '@/lib/rendez-vous/schema'
import { html } from '@/lib/socle/html'
import { lireDebut } from '@/lib/socle/lire-debut'
import { lireSaisie, valeursTapees } from '@/lib/socle/saisie'
import { cheminSur } from '@/lib/socle/session'

const id = '0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b'
const hostiles = [
  '"><script>alert(1)</script>',
  "' onmouseover='alert(1)",
  'a\r\nX-Injecte: 1',
  '</textarea>&lt;',
  '`${1}`',
]

describe('what a page is sent', () => {
  it('is read in time, however many boxes a form ticks', () => {
    const donnees = new FormData()
    for (let rang = 0; rang < 100_000; rang += 1) donnees.append('ids[]', id)
    const debut = performance.now()
    const saisie = lireSaisie(donnees)
    expect(saisie.ids).toHaveLength(100_000)
    expect(valeursTapees(donnees)['ids[]']).toHaveLength(100_000)
    expect(performance.now() - debut).toBeLessThan(5_000)
    expect(prendreLotSchema.safeParse({ lot: id, ...saisie }).success).toBe(false)
  })

  it('is not read further than what is used', async () => {
    let envoyes = 0
    const sansFin = () =>
      new Request('http://localhost/recherche', {
        method: 'POST',
        duplex: 'half',
        body: new ReadableStream({
          pull(flux) {
            envoyes += 1
            flux.enqueue(new TextEncoder().encode(envoyes === 1 ? 'page=caisse&q=martin&x=' : 'a'.repeat(1_000)))
          },
        }),
      } as RequestInit)
    const { chemin, mots, adresse } = lireRecherche(new URLSearchParams(await lireDebut(sansFin(), 4_000)))
    expect([chemin, mots, adresse(null)]).toEqual(['/caisse/recherche', 'martin', '/caisse/recherche'])
    expect(envoyes).toBeLessThan(10)
    expect(await lireDebut(sansFin(), 10)).toHaveLength(10)
  })

  it('leads nowhere else', async () => {
    for (const retour of [
      '//ailleurs.example',
      '/\\ailleurs.example',
      'https://ailleurs.example',
      'javascript:alert(1)',
      '/a\nb',
      '',
    ])
      expect(cheminSur(retour, '/defaut')).toBe('/defaut')
    for (const retour of [
      '//ailleurs.example',
      'https://ailleurs.example',
      '/caisse/rendez-vous/../../dev',
      '/caisse/rendez-vous?a=//b',
    ])
      expect(tenuSchema.parse({ id, etat: 'honore', retour }).retour).toBeUndefined()
    for (const page of ['https://ailleurs.example', '//ailleurs.example', 'constructor', ''])
      expect(lireRecherche(new URLSearchParams({ page, q: 'a' })).adresse(id)).toBe(`/demandes/recherche?r=${id}`)
  })

  it('is a place that the database knows, or the first page', () => {
    for (const place of [
      '1~-000001-01-01T00:00:00Z',
      '1~+275760-09-13T00:00:00Z',
      'NaN~2026-01-01',
      '-1~2026-01-01',
      '5~2026-01-01',
      '1~Infinity',
    ])
      expect(lirePlace(`${place}~${id}`), place).toBeNull()
    expect(lirePlace(`1~2026-01-01T00:00:00Z~${id}`)).not.toBeNull()
    for (const adresse of [
      { echeance: '-1' },
      { echeance: 'NaN' },
      { echeance: '9999' },
      { age: '-3' },
      { age: 'Infinity' },
      { age: '1e9' },
    ])
      expect(filtresFileSchema.parse(adresse)).toEqual({ vue: 'toutes' })
    expect(criteresSchema.parse({ q: 'a'.repeat(1_000_000) }).q).toBe('')
    expect(filtresFileSchema.parse({ q: 'a'.repeat(1_000_000), apres: 'a'.repeat(1_000_000) })).toEqual({
      vue: 'toutes',
    })
  })

  it('names whom a lot is given to, and no more lines than a lot has', () => {
    const lignes = [`${id}~1`]
    for (const a of [`agent:${'-'.repeat(36)}`, 'agent:', 'tous', `agent:${id}' OR 1=1`])
      expect(attribuerLotSchema.safeParse({ lot: id, lignes, a }).success, a).toBe(false)
    expect(attribuerLotSchema.safeParse({ lot: id, lignes, a: `agent:${id}` }).success).toBe(true)
    const trop = Array.from({ length: 101 }, () => `${id}~1`)
    expect(cloreLotSchema.safeParse({ lot: id, lignes: trop, issues: {}, texte: 'Bonjour' }).success).toBe(false)
  })
})

describe('what a page, a file or a calendar is given', () => {
  it('stays text, between tags as in an attribute', () => {
    for (const hostile of hostiles) {
      const { html: rendu } = html`<a title="${hostile}">${hostile}</a>`
      expect(rendu.replace(/<a title="[^"<>]*">[^<>]*<\/a>/, '')).toBe('')
    }
  })

  it('adds no header to a download', () => {
    for (const hostile of hostiles)
      for (const inline of [true, false]) {
        const entete = enTetePiece(hostile, { inline })
        expect(entete).not.toMatch(/[\r\n]/)
        expect(entete.match(/"/g)).toHaveLength(2)
        expect(() => new Headers({ 'content-disposition': entete })).not.toThrow()
      }
  })

  it('adds no line to an invitation', () => {
    for (const hostile of [...hostiles, 'a\nEND:VEVENT\nBEGIN:VEVENT', 'a;CN=b:mailto:c@d', 'a\rATTENDEE:mailto:c@d']) {
      const contenu = formerInvitation(
        {
          id,
          sequence: 1,
          methode: 'REQUEST',
          debutLe: '2026-11-24T09:00:00Z',
          finLe: '2026-11-24T09:30:00Z',
          le: '2026-11-22T09:00:00Z',
          lieu: hostile,
        },
        {
          titre: `Formation ${hostile}`,
          url: 'https://portail.example/demandes/26-004817',
          organisateur: { nom: 'Espace Partenaires', courriel: 'avis@portail.example' },
          lecteur: { nom: hostile, courriel: 'lecteur@essai.example' },
        },
      )
      const calendrier = new ICAL.Component(ICAL.parse(contenu))
      const evenements = calendrier.getAllSubcomponents('vevent')
      expect(evenements, hostile).toHaveLength(1)
      const noms = evenements[0]?.getAllProperties().map(({ name }) => name) ?? []
      expect(
        noms.filter((nom) => nom === 'attendee'),
        hostile,
      ).toHaveLength(1)
      expect(noms, hostile).not.toContain('x-injecte')
      expect(evenements[0]?.getFirstProperty('attendee')?.getFirstValue()).toMatch(/^mailto:lecteur@essai\.example$/i)
    }
  })
})
