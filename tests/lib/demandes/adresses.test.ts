import { expect, it } from 'vitest'
import { adresseNouvelle, serviceDuSegment } from '@/lib/demandes/adresses'
import { services } from '@/lib/demandes/modele'

it.each(services)('finds the service %s again from its address', (service) => {
  expect(serviceDuSegment(adresseNouvelle(service).split('/').at(-1) ?? '')).toBe(service)
})

it('knows no other service', () => {
  expect(serviceDuSegment('rendez_vous')).toBeNull()
  expect(serviceDuSegment('__proto__')).toBeNull()
})
