import { EtatConfirmation } from '@/components/annuaire/confirmation'
import { ContactsDUneCaisse } from '@/components/annuaire/contacts-caisse'
import { Colonnes, GroupeContacts } from '@/components/annuaire/groupe'
import { Avis } from '@/components/ui/avis'
import { LienBouton } from '@/components/ui/bouton'
import { EtatVide } from '@/components/ui/etat-vide'
import type { AnnuaireDuPartenaire } from '@/lib/annuaire/queries'
import { nomComplet } from '@/lib/socle/acteur'

const titres = {
  referent: 'Référents de la convention',
  dpo: 'Délégué à la protection des données',
  theme: 'Hors du portail, par thème',
}

/** The caisses first: it is whom one looks for. Then what the caisses read of the partenaire. */
export function AnnuaireCotePartenaire({
  annuaire: { caisses, contacts, gestionnaires },
  organisme,
  tient,
  plusieurs,
  enregistre,
}: {
  annuaire: AnnuaireDuPartenaire
  organisme: string
  /** A gestionnaire keeps the contacts of the partenaire. */
  tient: boolean
  /** The partenaire has several structures. */
  plusieurs: boolean
  enregistre: boolean
}) {
  return (
    <>
      <h1>Annuaire</h1>
      {caisses.length === 0 && (
        <div className="mt-6">
          <EtatVide titre="Aucune caisse">
            <p>Aucune convention en cours ne lie votre organisme à une caisse.</p>
          </EtatVide>
        </div>
      )}
      {caisses.map((caisse) => (
        <section key={caisse.id} aria-labelledby={`caisse-${caisse.id}`} className="mt-9">
          <h2 id={`caisse-${caisse.id}`} className="border-b border-filet-2 pb-2.5">
            {caisse.nom}
          </h2>
          <EtatConfirmation confirmation={caisse.confirmation} />
          <ContactsDUneCaisse contacts={caisse.contacts} />
        </section>
      ))}
      <section id="votre-organisme" aria-labelledby="titre-organisme" className="mt-12">
        {enregistre && (
          <Avis role="status" className="mb-4">
            Enregistré. Vos caisses le voient à partir de maintenant.
          </Avis>
        )}
        <h2 id="titre-organisme" className="border-b border-filet-2 pb-2.5">
          {organisme}
        </h2>
        <p className="mt-3 text-15 text-encre-2">
          Ce que vos caisses lisent de votre organisme.
          {!tient && ' Une erreur\u202F? Le gestionnaire de votre structure la corrige.'}
        </p>
        <Colonnes>
          {(['referent', 'dpo', 'theme'] as const).map((type) => (
            <GroupeContacts
              key={type}
              titre={titres[type]}
              contacts={contacts.filter((contact) => contact.type === type)}
              action={
                tient
                  ? ({ id, theme, nom }) => (
                      <a href={`/annuaire/partenaire/${id}`} className="inline-block min-h-6 text-15">
                        Modifier<span className="sr-only"> {theme ?? nom}</span>
                      </a>
                    )
                  : undefined
              }
            />
          ))}
          <GroupeContacts
            titre="Gestionnaires des comptes"
            contacts={gestionnaires.map((gestionnaire) => ({
              ...gestionnaire,
              nom: nomComplet(gestionnaire),
              fonction: plusieurs ? `${gestionnaire.fonction}, ${gestionnaire.structure?.nom}` : gestionnaire.fonction,
            }))}
          />
        </Colonnes>
        {tient && (
          <div className="mt-6">
            {contacts.length === 0 && (
              <p className="mb-4">Vos caisses ne savent pas encore qui joindre pour la convention, ni votre DPO.</p>
            )}
            <p className="flex flex-wrap items-center gap-x-6 gap-y-3">
              <LienBouton href="/annuaire/partenaire/nouveau" aspect="secondaire">
                Ajouter un contact
              </LienBouton>
              <a href="/annuaire/partenaire/nouveau?type=theme" className="inline-block min-h-6">
                Ajouter une adresse par thème
              </a>
              <a href="/annuaire/confirmer" className="inline-block min-h-6">
                Confirmer l’annuaire
              </a>
            </p>
          </div>
        )}
      </section>
    </>
  )
}
