import { createElement, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { MenuCompte } from '@/components/cadre/compte'
import { MenuTelephone } from '@/components/cadre/menu-telephone'
import { RechercheEntete } from '@/components/cadre/recherche'
import { FiltresGardes } from '@/components/file/filtres-file'
import { TableFile } from '@/components/file/table-file'
import { confier, retirer } from '@/components/ui/depot-html'
import { enHtml } from '@/components/ui/en-html'
import { Pagination } from '@/components/ui/pagination'

const hostile = `"><img src=x onerror='alert(1)'>`

const trier = (page: string) =>
  page.replaceAll('/>', '>').replace(
    /<([a-z]+)((?: [\w:-]+(?:="[^"]*")?)+)>/gi,
    (_, balise, suite) =>
      `<${balise} ${suite
        .match(/[\w:-]+="[^"]*"/g)
        ?.sort()
        .join(' ')}>`,
  )

/** React sorts attributes, names two of them its own way, and writes the apostrophe in hexadecimal and «’» as it is. */
const deReact = (noeud: ReactNode) =>
  trier(
    renderToStaticMarkup(noeud)
      .replaceAll('&#x27;', '&#39;')
      .replaceAll('autoComplete=', 'autocomplete=')
      .replaceAll('maxLength=', 'maxlength=')
      .replace(/[^\0-\xFF]/gu, (lettre) => `&#${lettre.codePointAt(0)};`),
  )
const sien = (noeud: ReactNode) => trier(enHtml(noeud).html)

const compte = { nom: hostile, qualite: 'Agent', deconnexion: () => {}, adresseAbsences: '/caisse/absences' }
const liens = [{ href: '/caisse/file', libelle: hostile, compte: 3, motsCompte: 'ouvertes' }]

test.each<[string, ReactNode]>([
  ['menu of the account', createElement(MenuCompte, { compte })],
  ['menu of a phone', createElement(MenuTelephone, { liens, chemin: '/caisse/file', compte })],
  ['search box', createElement(RechercheEntete, { cote: 'caisse', className: '' })],
  ['pages', createElement(Pagination, { suivante: { href: `/?a=${hostile}&b=1`, libelle: 'Suite' } })],
  [
    'filters',
    createElement(FiltresGardes, {
      filtres: { vue: 'toutes', q: hostile, urgent: 'oui', age: 30 },
      choix: {
        motifs: [{ id: 'm', libelleCourt: hostile, service: 'dossier' }],
        agents: [{ id: 'a', prenom: 'Zoé', nom: hostile }],
        equipes: [{ id: 'e', nom: hostile }],
        tousPartenaires: [{ id: 'p', nom: hostile }],
      },
      moi: 'a',
    }),
  ],
  [
    'head of the queue',
    createElement(TableFile, {
      legende: hostile,
      lignes: [],
      suite: '',
      closes: false,
      tris: { recue: { href: '/', sens: 'asc' } },
      ouverte: null,
      cachees: [],
    }),
  ],
])('%s is written as React writes it', (_, noeud) => {
  expect(sien(noeud)).toBe(deReact(noeud))
  expect(sien(noeud)).not.toContain('<img')
})

test('what cannot be written is refused, rather than left out', () => {
  expect(() => enHtml(createElement('form', { action: () => {} }))).toThrow(/action/)
  expect(() => enHtml(createElement('p', { style: { color: 'red' } }))).toThrow(/style/)
  expect(() => enHtml(Promise.resolve('plus tard'))).toThrow()
})

test('what is left for the page is taken once, and what nobody took gives its place', () => {
  const jeton = confier('<p>', 0) ?? ''
  expect(retirer(jeton)).toBe('<p>')
  expect(() => retirer(jeton)).toThrow()
  const laisses = Array.from({ length: 3_000 }, () => confier('', 0))
  expect(laisses.filter((jeton) => jeton === null)).toHaveLength(1_000)
  expect(confier('', 30_001)).not.toBeNull()
})
