import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { ChampTexteLong } from '@/components/formulaire/champ-texte-long'
import { Formulaire } from '@/components/formulaire/formulaire'
import { EnvoiAuClavier } from '@/components/messages/clavier'
import { FichiersDuMessage, FormulairesFichiers } from '@/components/messages/fichiers-du-message'
import { actionEcrireALaCaisse, actionEnvoyerComplement } from '@/lib/demandes/actions'
import { adresseDemande } from '@/lib/demandes/adresses'
import type { DemandeDePartenaire } from '@/lib/demandes/demande-partenaire'
import { DELAI_RETRAIT_MINUTES } from '@/lib/messages/envoi'

type Nature = 'message' | 'complement' | 'reouverture'

const mots: Record<Nature, { label: string; aide?: string; bouton: string }> = {
  message: { label: 'Votre message', bouton: 'Envoyer le message' },
  complement: {
    label: 'Un mot pour la caisse',
    aide: 'Ce que vous envoyez, ou ce qui manque encore et pourquoi.',
    bouton: 'Envoyer le complément',
  },
  reouverture: { label: 'Votre message', bouton: 'Envoyer et rouvrir la demande' },
}

/** Writes to the caisse: a message, the complément it waits for, or what opens a closed demande again. */
export function Ecrire({
  demande,
  nature,
  titrePage,
}: {
  demande: DemandeDePartenaire
  nature: Nature
  titrePage: string
}) {
  const { label, aide, bouton } = mots[nature]
  // A complément has the list of its pieces just above.
  const fichiers = nature !== 'complement'
  return (
    <>
      <Formulaire
        action={nature === 'complement' ? actionEnvoyerComplement : actionEcrireALaCaisse}
        titrePage={titrePage}
        cle={`${nature}-${demande.id}`}
      >
        <ChampCache name="id" valeur={demande.id} />
        <ChampCache name="version" valeur={demande.version} />
        <ChampTexteLong name="texte" label={label} aide={aide} lignes={5} />
        {fichiers && <FichiersDuMessage demande={demande} />}
        <div className="rangee-boutons items-center!">
          <BoutonEnvoi enCours="Envoi…">{bouton}</BoutonEnvoi>
          <p className="text-15 text-encre-2">
            Retirable pendant {DELAI_RETRAIT_MINUTES}
            {'\u00A0'}minutes.
          </p>
        </div>
        <EnvoiAuClavier />
      </Formulaire>
      {fichiers && (
        <FormulairesFichiers demande={demande} retour={adresseDemande(demande.reference)} titrePage={titrePage} />
      )}
    </>
  )
}
