import type { ContactsCaisse } from '@/lib/caisses/contacts-publics'
import { telephoneEspace } from '@/lib/socle/format'

const titres: Record<string, string> = {
  support: 'En cas de dysfonctionnement',
  partenariat: 'Boîte du partenariat',
  dpo: 'Délégué à la protection des données',
}

const numero = (telephone: string) => `tel:${telephone.replace(/[^+\d]/g, '')}`

/** Whom to call, caisse by caisse. */
export function ContactsCaisses({ caisses }: { caisses: ContactsCaisse[] }) {
  if (caisses.length === 0) return <p>Les contacts des caisses ne sont pas encore renseignés.</p>
  return (
    <div className="grid gap-x-12 gap-y-8 tab:grid-cols-2">
      {caisses.map(({ id, nom, contacts }) => (
        <section key={id} aria-labelledby={`caisse-${id}`}>
          <h3 id={`caisse-${id}`} className="border-b border-filet-2 pb-2">
            {nom}
          </h3>
          {contacts.map((contact) => (
            <div key={contact.id} className="border-b border-filet py-3">
              <p className="text-15 text-encre-2">{contact.theme ?? titres[contact.type] ?? 'Contact'}</p>
              {contact.nom && contact.nom !== titres[contact.type] && <p>{contact.nom}</p>}
              {contact.telephone && (
                <p>
                  <a href={numero(contact.telephone)} className="chiffres inline-block min-h-6 whitespace-nowrap">
                    {telephoneEspace(contact.telephone)}
                  </a>
                </p>
              )}
              {contact.courriel && (
                <p>
                  <a href={`mailto:${contact.courriel}`} className="inline-block min-h-6">
                    {contact.courriel}
                  </a>
                </p>
              )}
              {contact.adresse && <p>{contact.adresse}</p>}
            </div>
          ))}
        </section>
      ))}
    </div>
  )
}
