import type { Cas } from './monde'
import { connectes } from './profils'

export function cas(): Record<string, Cas> {
  return { finirVisite: { permis: connectes, champs: async () => ({ issue: 'passee' }) } }
}
