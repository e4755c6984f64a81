import { ChampsTheme } from '@/components/annuaire/champs-theme'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { ChampTexte } from '@/components/formulaire/champ-texte'
import { ChampTexteLong } from '@/components/formulaire/champ-texte-long'
import { Formulaire } from '@/components/formulaire/formulaire'
import { Avis } from '@/components/ui/avis'
import { FilRetour } from '@/components/ui/fil-retour'
import { themesProposes } from '@/lib/annuaire/themes'
import { actionEnregistrerContactCaisse, actionRetirerContactCaisse } from '@/lib/reglages/actions'
import { libellesTypeContact, type TypeContact, typesUniques } from '@/lib/reglages/contacts'
import type { ContactsDeLaCaisse } from '@/lib/reglages/queries-contacts'
import { pluriel } from '@/lib/socle/format'

type Contact = ContactsDeLaCaisse['contacts'][number]

/** One contact of the caisse. What it touches is the same whatever is typed: it is said before. */
export function FormulaireContact({
  caisse,
  version,
  partenaires,
  type,
  contact,
  base,
}: {
  caisse: { id: string }
  version: number
  /** Partenaires that read the directory of the caisse. */
  partenaires: number
  type: TypeContact
  contact?: Contact
  base: string
}) {
  const retour = `${base}/contacts#${type}`
  const titre = `${contact ? 'Modifier' : 'Ajouter'} : ${libellesTypeContact[type]}`
  return (
    <>
      <FilRetour href={retour} libelle="Contacts" />
      <div className="max-w-160">
        <Formulaire action={actionEnregistrerContactCaisse} titrePage={titre} cle={`contact-${contact?.id ?? type}`}>
          <h1 className="mb-4">{titre}</h1>
          <Avis className="mb-6">{ceQuIlTouche(type, partenaires)}</Avis>
          <ChampCache name="caisseId" valeur={caisse.id} />
          <ChampCache name="version" valeur={version} />
          <ChampCache name="id" valeur={contact?.id ?? ''} />
          <ChampCache name="type" valeur={type} />
          {(type === 'theme' || type === 'secours') && (
            <ChampTexte
              name="theme"
              label="Thème"
              aide={
                type === 'theme'
                  ? 'Par exemple, indemnités journalières, invalidité, frais de santé, médiation.'
                  : 'Par exemple, demandes urgentes, pièces à envoyer, rendez-vous du jour.'
              }
              valeur={contact?.theme ?? ''}
              maxLength={80}
              suggestions={type === 'theme' ? themesProposes : undefined}
            />
          )}
          {type === 'theme' && <ChampsTheme contact={contact} />}
          <ChampTexte
            name="nom"
            label="Nom de la personne ou du service"
            optionnel={type !== 'referent'}
            valeur={contact?.nom ?? ''}
            maxLength={120}
          />
          <ChampTexte
            name="courriel"
            label="Courriel"
            type="email"
            optionnel={type !== 'partenariat'}
            valeur={contact?.courriel ?? ''}
          />
          <ChampTexte
            name="telephone"
            label="Téléphone"
            type="tel"
            inputMode="tel"
            optionnel
            valeur={contact?.telephone ?? ''}
          />
          <ChampTexte
            name="horaires"
            label="Jours et heures"
            aide="Par exemple, du lundi au vendredi, de 9 h à 12 h."
            optionnel
            valeur={contact?.horaires ?? ''}
            maxLength={150}
          />
          <ChampTexteLong
            name="adresse"
            label="Adresse postale"
            optionnel={type !== 'dpo'}
            lignes={3}
            valeur={contact?.adresse ?? ''}
          />
          <div className="rangee-boutons">
            <BoutonEnvoi enCours="Enregistrement…">Enregistrer le contact</BoutonEnvoi>
            <a href={retour} className="inline-block min-h-6">
              Ne rien changer
            </a>
          </div>
        </Formulaire>
        {contact && !typesUniques.includes(type) && (
          <Formulaire
            action={actionRetirerContactCaisse}
            titrePage={titre}
            cle={`retirer-${contact.id}`}
            className="mt-10 border-t border-filet-2 pt-6"
          >
            <h2 className="mb-2">Ce contact n’a plus lieu d’être{'\u202F'}?</h2>
            <p className="mb-4 text-15">
              Il disparaît de l’annuaire des partenaires. Vous pourrez le saisir à nouveau.
            </p>
            <ChampCache name="caisseId" valeur={caisse.id} />
            <ChampCache name="version" valeur={version} />
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

function ceQuIlTouche(type: TypeContact, partenaires: number): string {
  const annuaire = `Montré dès l’enregistrement dans l’annuaire de ${pluriel(partenaires, 'partenaire')}`
  if (type === 'dpo')
    return `${annuaire}, et sur les notices d’information éditées ensuite. Celles déjà remises ne changent pas.`
  if (type === 'secours')
    return `${annuaire}, et sur les pages de maintenance ou d’indisponibilité, lues aussi sans se connecter.`
  if (type === 'support') return `${annuaire}, et sur les pages d’aide, lues aussi par qui n’arrive pas à se connecter.`
  return `${annuaire}.`
}
