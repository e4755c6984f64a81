import { CoordonneesContact } from '@/components/annuaire/coordonnees'
import { Avis } from '@/components/ui/avis'
import { libellesTypeContact, type TypeContact, typesUniques } from '@/lib/reglages/contacts'
import type { ContactsDeLaCaisse } from '@/lib/reglages/queries-contacts'

const consignes: Record<TypeContact, string> = {
  partenariat: 'Où les partenaires écrivent pour la convention.',
  support: 'Qui appeler quand le portail ne marche pas. Montré aussi à qui n’arrive pas à se connecter.',
  dpo: 'Où une personne exerce ses droits. Son adresse est imprimée sur la notice d’information.',
  referent: 'Les personnes que les partenaires connaissent.',
  theme: 'Où écrire pour ce qui ne passe pas par le portail.',
  secours:
    'Où écrire ou appeler pendant une maintenance, ou si le portail ne répond plus. Sans rien ici, les deux premiers contacts sont donnés.',
}

/** The contacts of the caisse, kind by kind, each with the way to change it. */
export function ListeContacts({
  contacts,
  base,
  enregistre,
}: {
  contacts: ContactsDeLaCaisse['contacts']
  /** Address of the settings of the caisse. */
  base: string
  /** The kind just saved. */
  enregistre?: string
}) {
  return (
    <div className="max-w-180">
      {(Object.keys(libellesTypeContact) as TypeContact[]).map((type) => {
        const siens = contacts.filter((contact) => contact.type === type)
        const ajoutable = siens.length === 0 || !typesUniques.includes(type)
        return (
          <section key={type} id={type} aria-labelledby={`contacts-${type}`} className="mt-8 scroll-mt-4">
            {enregistre === type && (
              <Avis role="status" className="mb-4">
                Enregistré. Vos partenaires le voient à partir de maintenant.
              </Avis>
            )}
            <div className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-filet-2 pb-2.5">
              <h2 id={`contacts-${type}`}>{libellesTypeContact[type]}</h2>
              {ajoutable && (
                <a href={`${base}/contacts/nouveau?type=${type}`} className="inline-block min-h-6 text-15">
                  Ajouter<span className="sr-only"> : {libellesTypeContact[type]}</span>
                </a>
              )}
            </div>
            <p className="mt-2 text-15 text-encre-2">{consignes[type]}</p>
            {siens.length === 0 && <p className="mt-2 font-[650]">À renseigner</p>}
            <ul>
              {siens.map((contact) => (
                <li key={contact.id} className="flex items-baseline justify-between gap-4 border-b border-filet py-2.5">
                  <CoordonneesContact contact={contact} />
                  <a href={`${base}/contacts/${contact.id}`} className="inline-block min-h-6 flex-none text-15">
                    Modifier
                    <span className="sr-only"> {contact.theme ?? contact.nom ?? libellesTypeContact[type]}</span>
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}
