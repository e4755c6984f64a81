import { ChampCache } from '@/components/formulaire/champ-cache'
import { CaseACocher } from '@/components/formulaire/choix'
import { EnvoiAuClavier } from '@/components/messages/clavier'
import { FichiersDuMessage, FormulairesFichiers } from '@/components/messages/fichiers-du-message'
import { type Agir, adresseAgir } from '@/components/traitement/adresses'
import type { CadreActe } from '@/components/traitement/formulaire-acte'
import { ModelesDeReponse } from '@/components/traitement/modeles-de-reponse'
import { DELAI_RETRAIT_MINUTES } from '@/lib/messages/envoi'

/** What every form that writes to the partenaire has beside its text: files, and what opens next. */
export function AvecLaReponse({ cadre: { demande, filtres, suite, remise } }: { cadre: CadreActe }) {
  return (
    <>
      {remise ? (
        <FichiersDuMessage demande={demande} className="si-reponse" />
      ) : (
        <p className="si-reponse mb-5 text-14 text-encre-2">
          {demande.partenaire.nom} ne reçoit pas de document dans le portail{'\u00A0'}: un document s’envoie à la
          personne, par courrier.
        </p>
      )}
      {filtres && demande.voisines && (
        <div className="si-reponse">
          <CaseACocher
            name="ensuite"
            label={
              demande.voisines.suivante
                ? 'Ouvrir ensuite la demande suivante de la vue'
                : 'Revenir ensuite à la vue\u00A0: c’est sa dernière demande'
            }
            cochee={demande.enchainer}
            className="mb-4!"
          />
          <ChampCache name="suivante" valeur={demande.voisines.suivante ?? ''} />
          <ChampCache name="vue" valeur={suite} />
        </div>
      )}
      <EnvoiAuClavier />
    </>
  )
}

/** Its plain forms for files, for browsers without JavaScript. */
export function FormulairesDeLaReponse({ cadre: { demande, filtres, titrePage } }: { cadre: CadreActe }) {
  return (
    <FormulairesFichiers
      demande={demande}
      retour={adresseAgir(demande.reference, filtres, 'repondre')}
      titrePage={titrePage}
    />
  )
}

/** The templates, beside the button that sends. */
export function ModelesDuFormulaire({ cadre, agir }: { cadre: CadreActe; agir: Agir }) {
  const { demande, filtres, modeles, modele, raccourcis } = cadre
  return (
    <div className="si-reponse flex flex-wrap items-center gap-x-6 gap-y-2">
      <ModelesDeReponse
        demande={demande}
        modeles={modeles}
        filtres={filtres}
        agir={agir}
        applique={modele?.id ?? ''}
        raccourcis={raccourcis}
      />
      <p className="text-14 text-encre-2">
        Retirable pendant {DELAI_RETRAIT_MINUTES}
        {'\u00A0'}minutes.
      </p>
    </div>
  )
}
