import { Colonnes, GroupeContacts } from '@/components/annuaire/groupe'
import type { AnnuaireDuPartenaire } from '@/lib/annuaire/queries'
import { libellesTypeContact, type TypeContact } from '@/lib/reglages/contacts'

type Contacts = AnnuaireDuPartenaire['caisses'][number]['contacts']

/** What a caisse tells of itself: partnership, support, référents, DPO, and where to write outside the portal. */
export function ContactsDUneCaisse({ contacts }: { contacts: Contacts }) {
  if (contacts.length === 0) return <p className="mt-3">Cette caisse n’a pas encore renseigné ses contacts.</p>
  return (
    <Colonnes>
      {(Object.keys(libellesTypeContact) as TypeContact[]).map((type) => (
        <GroupeContacts
          key={type}
          titre={libellesTypeContact[type]}
          contacts={contacts.filter((contact) => contact.type === type)}
        />
      ))}
    </Colonnes>
  )
}
