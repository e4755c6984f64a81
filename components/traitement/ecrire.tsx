import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { ChampTexteLong } from '@/components/formulaire/champ-texte-long'
import { Radios } from '@/components/formulaire/choix'
import { type CadreActe, FormulaireActe } from '@/components/traitement/formulaire-acte'
import { AvecLaReponse, FormulairesDeLaReponse, ModelesDuFormulaire } from '@/components/traitement/reponse'
import { actionRepondre } from '@/lib/demandes/actions'
import { reouverturePossible } from '@/lib/demandes/regles'

/** What an answer does to a closed demande; null when it is open. */
function reouverture({ demande }: CadreActe, maintenant: Date): { possible: boolean; mots: string } | null {
  const { etat, closeLe, caisse } = demande
  if (etat === 'annulee')
    return { possible: false, mots: 'Le partenaire a annulé cette demande : elle ne reçoit plus de réponse.' }
  if (etat !== 'traitee') return null
  const jours = caisse.reglages?.delaiReouvertureJours ?? 0
  return reouverturePossible(etat, closeLe, jours, maintenant)
    ? { possible: true, mots: 'Cette demande est close. Une réponse la rouvre, et son délai repart de zéro.' }
    : {
        possible: false,
        mots: `Cette demande est close depuis plus de ${jours} jours : elle ne peut plus être rouverte.`,
      }
}

/** An answer to the partenaire or a note for the caisse: one field, whose paper and verb follow the choice. */
export function Ecrire({ cadre, maintenant }: { cadre: CadreActe; maintenant: Date }) {
  const close = reouverture(cadre, maintenant)
  const noteSeule = close?.possible === false
  return (
    <FormulaireActe
      cadre={cadre}
      agir="repondre"
      action={actionRepondre}
      titre={noteSeule ? 'Ajouter une note interne' : 'Répondre'}
      avis={close && <p className="mt-1 text-encre-2">{close.mots.replaceAll(' :', '\u00A0:')}</p>}
      enCours="Envoi…"
      apres={cadre.remise && !noteSeule && <FormulairesDeLaReponse cadre={cadre} />}
      bouton={
        noteSeule ? (
          'Ajouter la note interne'
        ) : (
          <>
            <BoutonEnvoi enCours="Envoi…" className="si-reponse">
              {close ? 'Répondre et rouvrir' : 'Envoyer la réponse'}
            </BoutonEnvoi>
            <BoutonEnvoi enCours="Ajout…" className="si-note">
              Ajouter la note interne
            </BoutonEnvoi>
            <ModelesDuFormulaire cadre={cadre} agir="repondre" />
          </>
        )
      }
    >
      {noteSeule ? (
        <ChampCache name="nature" valeur="note" />
      ) : (
        <Radios
          name="nature"
          label={<span className="sr-only">Ce que vous écrivez</span>}
          enLigne
          className="mb-2!"
          valeur="reponse"
          options={[
            { valeur: 'reponse', libelle: `Réponse, ${cadre.demande.partenaire.nom}` },
            { valeur: 'note', libelle: 'Note interne' },
          ]}
        />
      )}
      <ChampTexteLong
        name="texte"
        label={
          noteSeule ? (
            'Votre note'
          ) : (
            <>
              <span className="si-reponse">Votre réponse</span>
              <span className="si-note">Votre note, vue par la caisse seulement</span>
            </>
          )
        }
        className="mb-3!"
        valeur={cadre.modele?.texte}
        lignes={cadre.modele ? 8 : undefined}
        maxLength={4000}
      />
      {!noteSeule && <AvecLaReponse cadre={cadre} />}
    </FormulaireActe>
  )
}
