import { randomUUID } from 'node:crypto'
import type { Cas } from './monde'
import { connectes } from './profils'

export function cas(): Record<string, Cas> {
  return {
    fermerSession: { permis: connectes, champs: async () => ({ sessionId: randomUUID() }) },
    fermerAutresSessions: { permis: connectes, champs: async () => ({}) },
    enregistrerPreferences: { permis: connectes, champs: async () => ({ raccourcis: 'oui' }) },
  }
}
