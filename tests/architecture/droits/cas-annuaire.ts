import { empreinteDe } from '@/lib/annuaire/regles'
import type { Cas, Monde } from './monde'

export function cas({ atelier: { tx }, ici }: Monde): Record<string, Cas> {
  const partenaireId = ici.partenaire.id
  return {
    actionConfirmerAnnuaire: {
      // Each side has its own directory: this one is that of the partenaire.
      permis: ['gestionnaire'],
      champs: async () => {
        await tx.contactPartenaire.create({ data: { partenaireId, type: 'referent', nom: 'Essai' } })
        const orderBy = [{ type: 'asc' }, { nom: 'asc' }, { id: 'asc' }] as const
        const contacts = await tx.contactPartenaire.findMany({ where: { partenaireId }, orderBy: [...orderBy] })
        return { cote: partenaireId, empreinte: empreinteDe(contacts) }
      },
    },
  }
}
