import type { ReactNode } from 'react'
import { CoordonneesContact } from '@/components/annuaire/coordonnees'

type Contact = Parameters<typeof CoordonneesContact>[0]['contact'] & { id: string }

/** People and addresses of one kind, under their title; nothing when there are none. */
export function GroupeContacts({
  titre,
  contacts,
  action,
}: {
  titre: string
  contacts: Contact[]
  /** A link beside each. */
  action?: (contact: Contact) => ReactNode
}) {
  if (contacts.length === 0) return null
  // A long list takes the whole width, rather than a column beside empty ones.
  const large = contacts.length > 3
  return (
    <div className={large ? 'col-span-full' : 'min-w-0'}>
      <p className="mb-1.5 text-14 font-[650] text-encre-2">{titre}</p>
      <ul className={large ? 'grid gap-x-10 gap-y-4 tab:grid-cols-2 bureau:grid-cols-3' : 'flex flex-col gap-3'}>
        {contacts.map((contact) => (
          <li key={contact.id}>
            <CoordonneesContact contact={contact.nom === titre ? { ...contact, nom: null } : contact} />
            {action?.(contact)}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Groups side by side where there is room. */
export function Colonnes({ children }: { children: ReactNode }) {
  return <div className="mt-4 grid gap-x-10 gap-y-6 tab:grid-cols-2 bureau:grid-cols-3">{children}</div>
}
