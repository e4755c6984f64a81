import { EtatConfirmation } from '@/components/annuaire/confirmation'
import { ContactsDUneCaisse } from '@/components/annuaire/contacts-caisse'
import { Colonnes, GroupeContacts } from '@/components/annuaire/groupe'
import { ChampTexte } from '@/components/formulaire/champ-texte'
import { Bouton } from '@/components/ui/bouton'
import { EtatVide } from '@/components/ui/etat-vide'
import { Pagination } from '@/components/ui/pagination'
import { type AnnuaireDeLaCaisse, taillePage } from '@/lib/annuaire/queries'
import type { Recherche } from '@/lib/annuaire/schema'
import { nomComplet } from '@/lib/socle/acteur'

/** The partenaires first, with whom to reach at each; then what they read of the caisse. */
export function AnnuaireCoteCaisse({
  annuaire: { contacts, referents, partenaires, suivante },
  recherche: { q, r, apres },
  caisse,
  regle,
  gere,
}: {
  annuaire: AnnuaireDeLaCaisse
  recherche: Recherche
  caisse: string
  /** The acteur keeps the contacts of the caisse, and the records of its partenaires. */
  regle: boolean
  gere: boolean
}) {
  return (
    <>
      <h1>Annuaire</h1>
      <section aria-labelledby="partenaires" className="mt-6">
        <h2 id="partenaires">Vos partenaires</h2>
        <search>
          <form method="post" action="/recherche" className="mt-3 flex flex-wrap items-end gap-x-4">
            <input type="hidden" name="page" value="annuaire" />
            <ChampTexte
              name="q"
              label="Rechercher"
              aide="Un partenaire, une ville, le nom d’une personne ou un thème"
              type="search"
              valeur={q}
              maxLength={80}
            />
            <Bouton type="submit" aspect="secondaire" className="mb-6">
              Rechercher
            </Bouton>
          </form>
        </search>
        {partenaires.length === 0 && (
          <EtatVide titre={q ? `Aucun partenaire pour « ${q} »` : 'Aucun partenaire'}>
            <p>{q ? <a href="/annuaire">Voir tous les partenaires</a> : 'Aucune convention n’est en cours.'}</p>
          </EtatVide>
        )}
        {partenaires.map((partenaire) => (
          <Partenaire key={partenaire.id} partenaire={partenaire} gere={gere} />
        ))}
        <Pagination
          suivante={
            suivante
              ? {
                  href: `/annuaire?${new URLSearchParams({ ...(r && { r }), apres: suivante })}`,
                  libelle: `Voir les ${taillePage} partenaires suivants`,
                }
              : undefined
          }
          precedente={
            apres
              ? { href: `/annuaire${r ? `?${new URLSearchParams({ r })}` : ''}`, libelle: 'Revenir au début' }
              : undefined
          }
        />
      </section>
      <section aria-labelledby="caisse" className="mt-12">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-filet-2 pb-2.5">
          <h2 id="caisse">{caisse}</h2>
          {regle && (
            <span className="flex flex-wrap gap-x-6">
              <a href="/caisse/parametres/contacts" className="inline-block min-h-6 text-15">
                Modifier les contacts de la caisse
              </a>
              <a href="/annuaire/confirmer" className="inline-block min-h-6 text-15">
                Confirmer l’annuaire
              </a>
            </span>
          )}
        </div>
        <p className="mt-3 text-15 text-encre-2">Ce que vos partenaires lisent de votre caisse.</p>
        {q && contacts.length === 0 ? (
          <p className="mt-3">Aucun contact de la caisse pour « {q} ».</p>
        ) : (
          <ContactsDUneCaisse contacts={contacts} />
        )}
        {referents.length > 0 && (
          <Colonnes>
            <GroupeContacts
              titre="Comptes de référent de la caisse"
              contacts={referents.map((referent) => ({ ...referent, nom: nomComplet(referent) }))}
            />
          </Colonnes>
        )}
      </section>
    </>
  )
}

function Partenaire({ partenaire, gere }: { partenaire: AnnuaireDeLaCaisse['partenaires'][number]; gere: boolean }) {
  const { id, nom, ville, telephone, courriel, contacts, comptes, confirmation, _count } = partenaire
  return (
    <section aria-labelledby={`partenaire-${id}`} className="border-t border-filet py-5">
      <h3 id={`partenaire-${id}`}>
        {gere ? <a href={`/caisse/partenaires/${id}`}>{nom}</a> : nom}
        <span className="text-15 font-normal text-encre-2">, {ville}</span>
      </h3>
      <EtatConfirmation confirmation={confirmation} />
      <Colonnes>
        <GroupeContacts
          titre="Référents de la convention"
          contacts={contacts.filter(({ type }) => type === 'referent')}
        />
        <GroupeContacts
          titre="Délégué à la protection des données"
          contacts={contacts.filter(({ type }) => type === 'dpo')}
        />
        <GroupeContacts titre="Hors du portail, par thème" contacts={contacts.filter(({ type }) => type === 'theme')} />
        <GroupeContacts
          titre="Gestionnaires des comptes"
          contacts={comptes.map((compte) => ({
            ...compte,
            nom: nomComplet(compte),
            fonction: _count.structures > 1 ? `${compte.fonction}, ${compte.structure?.nom}` : compte.fonction,
          }))}
        />
        {contacts.length + comptes.length === 0 && (
          <GroupeContacts titre="Organisme" contacts={[{ id, telephone, courriel, adresse: null }]} />
        )}
      </Colonnes>
    </section>
  )
}
