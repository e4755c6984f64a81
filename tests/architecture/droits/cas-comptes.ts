import { randomUUID } from 'node:crypto'
import { type Cas, connectes } from './monde'

export function cas(): Record<string, Cas> {
  return {
    fermerSession: { permis: connectes, champs: async () => ({ sessionId: randomUUID() }) },
    fermerAutresSessions: { permis: connectes, champs: async () => ({}) },
    enregistrerPreferences: { permis: connectes, champs: async () => ({ raccourcis: 'oui' }) },
  }
}
