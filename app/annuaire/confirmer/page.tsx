import type { Metadata } from 'next'
import { CoordonneesContact } from '@/components/annuaire/coordonnees'
import { Cadre } from '@/components/cadre/cadre'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { LienBouton } from '@/components/ui/bouton'
import { EtatVide } from '@/components/ui/etat-vide'
import { FilRetour } from '@/components/ui/fil-retour'
import { actionConfirmerAnnuaire } from '@/lib/annuaire/actions'
import { annuaireAConfirmer } from '@/lib/annuaire/confirmation'
import { estTypeContact, libellesTypeContact } from '@/lib/reglages/contacts'
import { dateAvecAnnee } from '@/lib/socle/format'
import { exigerActeur } from '@/lib/socle/session'

const TITRE = 'Confirmer l’annuaire'

export const metadata: Metadata = { title: TITRE }

const libellesPartenaire: Record<string, string> = {
  referent: 'Référent de la convention',
  dpo: 'Délégué à la protection des données',
  theme: 'Hors du portail, par thème',
}

export default async function ConfirmerAnnuaire() {
  const acteur = await exigerActeur('annuaire.confirmer')
  const { contacts, empreinte, confirmation, prochaine } = await annuaireAConfirmer(acteur)
  const lecteurs = acteur.partenaire ? 'vos caisses' : 'vos partenaires'
  const base = acteur.partenaire ? '/annuaire/partenaire' : '/caisse/parametres/contacts'
  const sorte = (type: string) =>
    acteur.partenaire ? libellesPartenaire[type] : estTypeContact(type) && libellesTypeContact[type]
  return (
    <Cadre acteur={acteur} entree="/annuaire">
      <FilRetour href="/annuaire" libelle="Annuaire" />
      <div className="max-w-180">
        <h1 className="mb-4">{TITRE}</h1>
        <p className="mb-2">
          Voici ce que {lecteurs} lisent. Corrigez ou retirez ce qui a changé, puis dites que tout est exact.
        </p>
        {confirmation && (
          <p className="mb-6 text-15 text-encre-2">
            {confirmation.confirmee ? 'Dernière confirmation' : 'À confirmer depuis'} le{' '}
            {dateAvecAnnee(confirmation.depuis)}.
            {prochaine && !confirmation.retard && ` La prochaine sera demandée le ${dateAvecAnnee(prochaine)}.`}
          </p>
        )}
        {contacts.length === 0 ? (
          <EtatVide
            titre="Aucun contact"
            action={
              <LienBouton href={acteur.partenaire ? '/annuaire/partenaire/nouveau' : base}>
                Ajouter un contact
              </LienBouton>
            }
          >
            <p>Dites d’abord qui joindre.</p>
          </EtatVide>
        ) : (
          <>
            <ul className="mb-8 divide-y divide-filet border-y border-filet-2">
              {contacts.map((contact) => (
                <li key={contact.id} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-3.5">
                  <div className="min-w-0">
                    <p className="text-14 font-[650] text-encre-2">{sorte(contact.type)}</p>
                    <CoordonneesContact
                      contact={contact.nom === sorte(contact.type) ? { ...contact, nom: null } : contact}
                    />
                  </div>
                  <a href={`${base}/${contact.id}`} className="inline-block min-h-6 flex-none text-15">
                    Modifier ou retirer
                    <span className="sr-only"> {contact.theme ?? contact.nom ?? sorte(contact.type)}</span>
                  </a>
                </li>
              ))}
            </ul>
            <Formulaire action={actionConfirmerAnnuaire} titrePage={TITRE} cle={`annuaire-${empreinte}`}>
              <ChampCache name="cote" valeur={acteur.partenaire?.id ?? acteur.caisse?.id ?? ''} />
              <ChampCache name="empreinte" valeur={empreinte} />
              <div className="rangee-boutons">
                <BoutonEnvoi enCours="Enregistrement…">Tout est exact</BoutonEnvoi>
                <a href={acteur.partenaire ? '/annuaire/partenaire/nouveau' : base} className="inline-block min-h-6">
                  Ajouter un contact
                </a>
              </div>
            </Formulaire>
          </>
        )}
      </div>
    </Cadre>
  )
}
