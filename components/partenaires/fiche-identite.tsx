import { Resume } from '@/components/ui/resume'
import { libellesContact, libelleType } from '@/lib/partenaires/libelles'
import type { FichePartenaire } from '@/lib/partenaires/queries-fiche'
import { ecrireSiret } from '@/lib/partenaires/regles'
import { pluriel, telephoneEspace } from '@/lib/socle/format'

const aucun = <span className="text-encre-2">non renseigné</span>

export function IdentiteFiche({ fiche }: { fiche: FichePartenaire }) {
  return (
    <div className="mt-9">
      <Resume
        titre="Identité"
        modifier={fiche.tenu ? `/caisse/partenaires/${fiche.id}/modifier` : undefined}
        lignes={[
          { cle: 'Type', valeur: libelleType(fiche.type) },
          { cle: 'SIRET', valeur: <span className="chiffres">{ecrireSiret(fiche.siret)}</span> },
          { cle: 'Adresse', valeur: `${fiche.adresse}, ${fiche.codePostal} ${fiche.ville}` },
          { cle: 'Téléphone', valeur: telephoneEspace(fiche.telephone) ?? aucun },
          { cle: 'Adresse électronique', valeur: fiche.courriel ?? aucun },
          {
            cle: 'Site internet',
            valeur: fiche.site ? (
              <a href={fiche.site} rel="noreferrer" className="break-all">
                {fiche.site.replace(/^https?:\/\//, '')}
              </a>
            ) : (
              aucun
            ),
          },
          { cle: 'Membres', valeur: pluriel(fiche.nombreMembres, 'membre déclaré', 'membres déclarés') },
          { cle: 'Domaines de messagerie', valeur: fiche.domaines.map((domaine) => `@${domaine}`).join(', ') },
        ]}
      />
    </div>
  )
}

/** Référents of the convention and DPO of the partenaire; the partenaire keeps them too, in its directory. */
export function ContactsFiche({ fiche }: { fiche: FichePartenaire }) {
  const adresse = `/caisse/partenaires/${fiche.id}/contacts`
  return (
    <section id="contacts" aria-labelledby="titre-contacts" className="mt-9">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-b border-filet-2 pb-2.5">
        <h2 id="titre-contacts">Contacts</h2>
        {fiche.tenu && (
          <a href={`${adresse}/nouveau`} className="inline-block min-h-6 text-15">
            Ajouter un contact
          </a>
        )}
      </div>
      {fiche.contacts.length === 0 && <p className="py-3 text-encre-2">Aucun contact.</p>}
      <ul>
        {fiche.contacts.map((contact) => (
          <li key={contact.id} className="flex flex-wrap justify-between gap-x-6 gap-y-1 border-b border-filet py-2.5">
            <div className="min-w-0">
              <p className="font-semibold">{contact.nom}</p>
              <Role contact={contact} />
              <p className="text-15 break-all">
                {[telephoneEspace(contact.telephone), contact.courriel].filter(Boolean).join(', ')}
              </p>
            </div>
            {fiche.tenu && (
              <a href={`${adresse}/${contact.id}`} className="inline-block min-h-6 text-15">
                Modifier<span className="sr-only"> {contact.nom}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Nothing where the contact is a service named after its role. */
function Role({ contact: { nom, fonction, type } }: { contact: FichePartenaire['contacts'][number] }) {
  const role = fonction ?? libellesContact[type as keyof typeof libellesContact] ?? type
  return role !== nom && <p className="text-15 text-encre-2">{role}</p>
}
