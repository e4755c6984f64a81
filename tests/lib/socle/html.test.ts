import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellules as cellulesListe } from '@/components/demandes/tableau-demandes'
import { cellules, type LigneFile } from '@/components/file/ligne-file'
import { html, joindre } from '@/lib/socle/html'

const hostile = `"><img src=x onerror='alert(1)'>&lt;`

test('what is put in is text, be it between tags or in an attribute', () => {
  expect(html`<a title="${hostile}">${hostile}</a>`.html).toBe(
    '<a title="&quot;&gt;&lt;img src=x onerror=&#39;alert(1)&#39;&gt;&amp;lt;">&quot;&gt;&lt;img src=x onerror=&#39;alert(1)&#39;&gt;&amp;lt;</a>',
  )
})

test('nothing is written for what is absent, and a number is a number', () => {
  expect(html`${false}${null}${undefined}${''}${0}`.html).toBe('0')
})

test('what was escaped is not escaped again', () => {
  const nom = html`<b>${'Müller & fils'}</b>`
  expect(html`<p>${joindre([nom, nom])}</p>`.html).toBe('<p><b>Müller &amp; fils</b><b>Müller &amp; fils</b></p>')
})

test('whatever its alphabet, a text is written in Latin-1 and read as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (texte) => {
      const ecrit = html`<p>Aujourd’hui ${texte}</p>`.html
      expect(ecrit).toMatch(/^[\0-\xFF]*$/)
      expect(ecrit.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))).toBe(
        `<p>Aujourd’hui ${texte.replace(/[&<>"]/g, (signe) => html`${signe}`.html)}</p>`,
      )
    }),
  )
})

const file = (texte: string): LigneFile => ({
  id: texte,
  reference: texte,
  objet: texte,
  urgent: true,
  etat: 'prise_en_charge',
  nonLus: 2,
  personne: texte,
  partenaire: texte,
  echeance: { mots: texte, ton: 'retard' },
  suiviPar: texte,
  absence: texte,
  moi: false,
  recue: texte,
  presents: texte,
})

const liste = (texte: string) => ({
  reference: texte,
  personne: texte,
  objet: texte,
  urgent: true,
  etat: 'transmise' as const,
  nonLus: 1,
  echeance: { mots: texte, ton: 'loin' as const },
  auteur: texte,
})

const squelette = (texte: string) => texte.replace(/[^<>"]/g, '')

test('no name opens a tag or closes an attribute in a row', () => {
  const noms = fc.oneof(fc.string({ minLength: 1 }), fc.constant(hostile), fc.stringMatching(/^[<>"'&/= a-z]{1,20}$/))
  fc.assert(
    fc.property(noms, (nom) => {
      fc.pre(!/urgen/i.test(nom))
      for (const lignes of [
        (texte: string) => cellules(file(texte), `?q=${texte}`),
        (texte: string) => cellules({ ...file(texte), suiviPar: null, personne: null, urgent: false }, texte),
        (texte: string) => cellulesListe(liste(texte)),
      ])
        expect(squelette(lignes(nom).html)).toBe(squelette(lignes('a').html))
    }),
  )
})
