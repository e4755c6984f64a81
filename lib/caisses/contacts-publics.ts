import { baseWeb } from '@/lib/socle/base'

export type ContactPublic = {
  theme: string | null
  nom: string | null
  telephone: string | null
  courriel: string | null
  adresse: string | null
}

export type ContactsCaisse = { id: string; nom: string; contacts: (ContactPublic & { id: string; type: string })[] }

/** Whom to call, caisse by caisse. Read by everybody, signed in or not: it is needed when one cannot sign in. */
export function contactsPublics(types: ('support' | 'partenariat' | 'dpo' | 'secours')[]): Promise<ContactsCaisse[]> {
  return baseWeb().caisse.findMany({
    where: { contacts: { some: { type: { in: types } } } },
    orderBy: { nom: 'asc' },
    select: {
      id: true,
      nom: true,
      contacts: {
        where: { type: { in: types } },
        orderBy: [{ ordre: 'asc' }, { type: 'desc' }],
        select: { id: true, type: true, theme: true, nom: true, telephone: true, courriel: true, adresse: true },
      },
    },
  })
}
