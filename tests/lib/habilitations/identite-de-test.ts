import { normaliser } from '@/lib/demandes/regles'
import type { Identite } from '@/lib/habilitations/schema'

/** An identity that passes, at an address made from its name. */
export function identite(domaine: string, valeurs: Partial<Identite> = {}): Identite {
  const { prenom = 'Claire', nom = 'Audouard' } = valeurs
  const court = normaliser(`${prenom[0]}${nom}`).replace(/[^a-z]/g, '')
  return {
    civilite: 'madame',
    prenom,
    nom,
    fonction: 'Assistante sociale',
    telephone: '0500001234',
    courriel: `${court}@${domaine}`,
    ...valeurs,
  }
}
