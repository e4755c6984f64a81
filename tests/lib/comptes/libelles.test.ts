import { expect, it } from 'vitest'
import { appareil, messageBlocage } from '@/lib/comptes/libelles'

it('recognises a device enough for its owner', () => {
  const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0'
  const edge =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0'
  const iphone =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1'
  expect(appareil(firefox)).toBe('Firefox sur Windows')
  expect(appareil(edge)).toBe('Edge sur Windows')
  expect(appareil(iphone)).toBe('Safari sur iPhone')
  expect(appareil(null)).toBe('Navigateur inconnu sur un appareil inconnu')
})

it('says how long to wait, in seconds then in minutes', () => {
  const maintenant = new Date(0)
  expect(messageBlocage({ etat: 'attente', jusqua: new Date(29_100) }, maintenant)).toContain('30\u00a0secondes')
  expect(messageBlocage({ etat: 'attente', jusqua: new Date(880_000) }, maintenant)).toContain('15\u00a0minutes')
})
