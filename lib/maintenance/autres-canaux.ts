import { type ContactsCaisse, contactsPublics } from '@/lib/caisses/contacts-publics'
import { canauxRetenus, typesDeCanal } from '@/lib/maintenance/canaux'

/** Where to write or call when the portal can't be used, caisse by caisse. */
export async function autresCanaux(): Promise<ContactsCaisse[]> {
  const caisses = await contactsPublics([...typesDeCanal])
  return caisses.map(({ contacts, ...caisse }) => ({ ...caisse, contacts: canauxRetenus(contacts) }))
}
