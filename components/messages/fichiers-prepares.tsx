'use client'

import { useFormulaire } from '@/components/formulaire/contexte'
import { allerALaConnexion } from '@/components/formulaire/saisie-gardee'
import { idRetraitFichier } from '@/components/messages/id-retrait-fichier'
import { AvisQualite } from '@/components/pieces/avis-qualite'
import { ChoixFichier } from '@/components/pieces/choix-fichier'
import { LigneEnvoi, LigneFichier } from '@/components/pieces/ligne-fichier'
import { type Fichier, type Limites, octetsUtilises } from '@/components/pieces/modele'
import { useAttente } from '@/components/pieces/use-attente'
import { usePieces } from '@/components/pieces/use-pieces'
import { Avis } from '@/components/ui/avis'

const code = 'message'

/** Files that leave with the message being written: chosen here, sent at once to be analysed, seen by their writer alone until then. */
export function FichiersPrepares({
  demandeId,
  initiales,
  limites,
  accept,
}: {
  demandeId: string
  initiales: Fichier[]
  limites: Limites
  accept: string
}) {
  const pieces = usePieces(`/api/pieces-jointes?demande=${demandeId}&preparation=1`, initiales, limites)
  const { fichiers, envois, annonce } = pieces
  const { seReconnecter } = useFormulaire()
  const attendu = useAttente(envois)
  const plein = octetsUtilises(fichiers, envois) > 0

  async function retirer(id: string) {
    await pieces.retirer(id)
    // Its button goes away with it.
    document.getElementById(`piece.${code}`)?.focus()
  }

  return (
    <div>
      <ul>
        {fichiers.map((fichier) => (
          <LigneFichier key={fichier.id} fichier={fichier} surRetrait={() => void retirer(fichier.id)} />
        ))}
        {fichiers.map(({ id, nomFichier }) => (
          <li key={`sans-script-${id}`} className="hidden noscript:block">
            <button type="submit" form={idRetraitFichier(id)} className="bouton bouton--tiers bouton--dense">
              Retirer {nomFichier}
            </button>
          </li>
        ))}
        {envois.map((envoi) => (
          <LigneEnvoi
            key={envoi.cle}
            envoi={envoi}
            surAnnulation={() => pieces.annuler(envoi.cle)}
            surReprise={() => pieces.reessayer(envoi.cle)}
            surReconnexion={() => {
              seReconnecter()
              allerALaConnexion()
            }}
          />
        ))}
      </ul>
      <ChoixFichier
        code={code}
        libelle="au message"
        mots={plein ? 'Joindre un autre fichier' : 'Joindre un fichier'}
        enLien
        accept={accept}
        surChoix={(choisis) => pieces.ajouter(code, choisis)}
      />
      {fichiers.map((fichier) => (
        <AvisQualite key={fichier.id} fichier={fichier} />
      ))}
      {attendu && (
        <Avis role="status" className="mt-4">
          Un fichier est encore en cours d’envoi{'\u00A0'}: le message partira de lui-même dès qu’il sera arrivé.
        </Avis>
      )}
      <p role="status" className="sr-only">
        {annonce}
      </p>
    </div>
  )
}
