import { ChampsTheme } from '@/components/annuaire/champs-theme'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { ChampTexte } from '@/components/formulaire/champ-texte'
import { Radios } from '@/components/formulaire/choix'
import { Formulaire } from '@/components/formulaire/formulaire'
import { FilRetour } from '@/components/ui/fil-retour'
import { actionEnregistrerContactAnnuaire, actionRetirerContactAnnuaire } from '@/lib/annuaire/actions'
import type { contactDuPartenaire } from '@/lib/annuaire/queries'
import { themesProposes } from '@/lib/annuaire/themes'

type Contact = NonNullable<Awaited<ReturnType<typeof contactDuPartenaire>>>

/** A référent of the convention, the DPO, or an address outside the portal for a `theme`, as the caisses will read them. */
export function FormulaireContactPartenaire({ contact, theme = false }: { contact?: Contact; theme?: boolean }) {
  const titre = contact
    ? `Modifier ${contact.theme ?? contact.nom}`
    : theme
      ? 'Ajouter une adresse par thème'
      : 'Ajouter un contact'
  return (
    <>
      <FilRetour href="/annuaire#votre-organisme" libelle="Annuaire" />
      <div className="max-w-160">
        <Formulaire
          action={actionEnregistrerContactAnnuaire}
          titrePage={contact ? 'Modifier un contact' : 'Ajouter un contact'}
          cle={`contact-${contact?.id ?? 'nouveau'}`}
        >
          <h1 className="mb-2">{titre}</h1>
          <p className="mb-6">
            {theme && 'Où écrire ou appeler chez vous, pour ce qui ne passe pas par le portail. '}
            Toutes les caisses liées à votre organisme par une convention le verront.
          </p>
          <ChampCache name="id" valeur={contact?.id ?? ''} />
          {theme ? (
            <>
              <ChampCache name="type" valeur="theme" />
              <ChampTexte
                name="theme"
                label="Thème"
                valeur={contact?.theme ?? ''}
                maxLength={80}
                suggestions={themesProposes}
              />
              <ChampsTheme contact={contact} />
            </>
          ) : (
            <Radios
              name="type"
              label="Rôle"
              valeur={contact?.type}
              options={[
                { valeur: 'referent', libelle: 'Référent de la convention' },
                { valeur: 'dpo', libelle: 'Délégué à la protection des données (DPO)' },
              ]}
            />
          )}
          <ChampTexte
            name="nom"
            label={theme ? 'Nom de la personne ou du service' : 'Prénom et nom'}
            valeur={contact?.nom}
            maxLength={150}
          />
          <ChampTexte name="fonction" label="Fonction" optionnel valeur={contact?.fonction ?? ''} maxLength={150} />
          <ChampTexte
            name="telephone"
            label="Téléphone"
            type="tel"
            inputMode="tel"
            optionnel
            valeur={contact?.telephone ?? ''}
          />
          <ChampTexte name="courriel" label="Courriel" type="email" optionnel valeur={contact?.courriel ?? ''} />
          <ChampTexte
            name="horaires"
            label="Jours et heures"
            aide="Par exemple, du lundi au vendredi, de 9 h à 12 h."
            optionnel
            valeur={contact?.horaires ?? ''}
            maxLength={150}
          />
          <div className="rangee-boutons">
            <BoutonEnvoi enCours="Enregistrement…">Enregistrer le contact</BoutonEnvoi>
            <a href="/annuaire#votre-organisme" className="inline-block min-h-6">
              Ne rien changer
            </a>
          </div>
        </Formulaire>
        {contact && (
          <Formulaire
            action={actionRetirerContactAnnuaire}
            titrePage={contact ? 'Modifier un contact' : 'Ajouter un contact'}
            cle={`retirer-${contact.id}`}
            className="mt-10 border-t border-filet-2 pt-6"
          >
            <h2 className="mb-2">
              {theme ? 'Cette adresse ne sert plus' : 'Cette personne n’est plus à joindre'}
              {'\u202F'}?
            </h2>
            <p className="mb-4 text-15">Elle disparaît de l’annuaire. Vous pourrez la saisir à nouveau.</p>
            <ChampCache name="id" valeur={contact.id} />
            <BoutonEnvoi aspect="danger" enCours="Retrait…">
              Retirer ce contact
            </BoutonEnvoi>
          </Formulaire>
        )}
      </div>
    </>
  )
}
