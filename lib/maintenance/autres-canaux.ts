import { type ContactsCaisse, contactsPublics } from '@/lib/caisses/contacts-publics'

/** Where to write or call when the portal can't be used: what the caisse keeps for that, else its support and its box. */
export async function autresCanaux(): Promise<ContactsCaisse[]> {
  const caisses = await contactsPublics(['secours', 'support', 'partenariat'])
  return caisses.map(({ contacts, ...caisse }) => {
    const propres = contacts.filter(({ type }) => type === 'secours')
    return { ...caisse, contacts: propres.length > 0 ? propres : contacts }
  })
}
