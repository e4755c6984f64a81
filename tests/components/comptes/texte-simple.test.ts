import { expect, it } from 'vitest'
import { lireTexteSimple } from '@/components/comptes/texte-simple'

it('reads titles, paragraphs and lists', () => {
  expect(
    lireTexteSimple('## Objet\nUne ligne\nqui continue.\n\n- un\n- deux\nsuite\r\n\r\n### Détail\n\n- seul'),
  ).toEqual([
    { type: 'titre', texte: 'Objet' },
    { type: 'texte', texte: 'Une ligne qui continue.' },
    { type: 'liste', lignes: ['un', 'deux'] },
    { type: 'texte', texte: 'suite' },
    { type: 'sous_titre', texte: 'Détail' },
    { type: 'liste', lignes: ['seul'] },
  ])
})

it('leaves any markup as the text it is', () => {
  expect(lireTexteSimple('<script>alert(1)</script>')).toEqual([{ type: 'texte', texte: '<script>alert(1)</script>' }])
})
