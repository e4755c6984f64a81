import { ChampDate } from '@/components/formulaire/champ-date'
import { ChampTexte } from '@/components/formulaire/champ-texte'
import { Liste } from '@/components/formulaire/liste'
import { SortDuRendezVous } from '@/components/traitement/actes/sort-du-rendez-vous'
import { type CadreActe, FormulaireActe } from '@/components/traitement/formulaire-acte'
import { Avis } from '@/components/ui/avis'
import { definitionDe } from '@/lib/demandes/registre'
import { actePossible } from '@/lib/demandes/regles'
import { actionPoster } from '@/lib/documents/actions'
import { peutRemettre } from '@/lib/documents/regles'
import { enParties } from '@/lib/socle/jour'
import { dateAParis } from '@/lib/socle/temps'

/** Outcomes that can't follow a letter. */
const autresVoies = ['remis_portail', 'impossible']

/** «Document envoyé par courrier»: what and when, for the history; never the address. */
export function Poster({ cadre, maintenant }: { cadre: CadreActe; maintenant: Date }) {
  const { demande } = cadre
  const aujourdhui = dateAParis(maintenant)
  const issues = definitionDe(demande.service).issues.filter(({ code }) => !autresVoies.includes(code))
  return (
    <FormulaireActe
      cadre={cadre}
      agir="poster"
      action={actionPoster}
      titre="Document envoyé par courrier"
      avis={
        demande.etat === 'annulee' ? (
          <Avis ton="chaud" className="mt-3">
            <p>Le partenaire a annulé cette demande{'\u00A0'}: rien n’est à envoyer.</p>
          </Avis>
        ) : (
          <p className="lecture mt-2">
            {demande.partenaire.nom} verra dans l’historique ce qui est parti et quel jour, pas l’adresse.
            {peutRemettre(demande.convention, aujourdhui) &&
              ' Pour un document remis dans le portail, ajoutez le fichier à «\u00A0Documents remis au partenaire\u00A0»\u00A0: il n’est pas à noter ici.'}
          </p>
        )
      }
      bouton="Noter l’envoi"
      enCours="Un instant…"
    >
      <ChampTexte
        name="document"
        label="Document envoyé"
        aide="En quelques mots, sans nom ni numéro"
        valeur={demande.service === 'document' ? demande.objet.slice(0, 120) : undefined}
        maxLength={120}
        largeur="plein"
      />
      <ChampDate
        name="posteLe"
        label="Jour de l’envoi"
        aide={`Par exemple, ${Object.values(enParties(aujourdhui)).join(' ')}`}
        valeur={enParties(aujourdhui)}
      />
      {actePossible('clore', demande.etat) && (
        <>
          <Liste
            name="issue"
            label="Clore la demande en même temps"
            optionnel
            aide="La réponse au partenaire dira quel document est parti et quel jour."
            options={[
              { valeur: '', libelle: 'Non, la garder ouverte' },
              ...issues.map(({ code, libelle }) => ({ valeur: code, libelle })),
            ]}
          />
          <SortDuRendezVous cadre={cadre} maintenant={maintenant} siClose />
        </>
      )}
    </FormulaireActe>
  )
}
