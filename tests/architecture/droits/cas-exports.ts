import type { Cas } from './monde'

export function cas(): Record<string, Cas> {
  return {
    actionExporterListe: {
      permis: ['technicien', 'technicien d’un autre partenaire', 'agent', 'agent d’une autre caisse'],
      champs: async () => ({ adresse: 'quoi=deposees', format: 'csv' }),
    },
  }
}
