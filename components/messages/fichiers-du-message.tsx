import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { FichiersPrepares } from '@/components/messages/fichiers-prepares'
import { idRetraitFichier } from '@/components/messages/id-retrait-fichier'
import { FormulairesSansScript } from '@/components/pieces/formulaires-sans-script'
import { actionRetirerFichier } from '@/lib/messages/actions'
import { attributAccept, libelleFormats } from '@/lib/pieces-jointes/formats'
import { type VuePiece, vuePiece } from '@/lib/pieces-jointes/vue'
import { taille } from '@/lib/socle/format'

type Demande = {
  id: string
  preparees: VuePiece[]
  caisse: { reglages: { tailleMaxFichierOctets: number; tailleMaxDemandeOctets: number } | null }
}

/** The files of the message being written, inside its form. */
export function FichiersDuMessage({ demande, className }: { demande: Demande; className?: string }) {
  const { reglages } = demande.caisse
  if (!reglages) return null
  const limites = { parFichier: reglages.tailleMaxFichierOctets, parDemande: reglages.tailleMaxDemandeOctets }
  return (
    <div className={`mb-5 ${className ?? ''}`}>
      <FichiersPrepares
        demandeId={demande.id}
        initiales={demande.preparees.map(vuePiece)}
        limites={limites}
        accept={attributAccept}
      />
      <p className="text-14 text-encre-2">
        {libelleFormats}, {taille(limites.parFichier)} par fichier.
      </p>
    </div>
  )
}

/** The plain forms behind it, which stand outside of that of the message: for browsers without JavaScript. */
export function FormulairesFichiers({
  demande,
  retour,
  titrePage,
}: {
  demande: Demande
  /** The page itself. */
  retour: string
  titrePage: string
}) {
  return (
    <>
      <FormulairesSansScript parent={`demande=${demande.id}&preparation=1`} codes={['message']} retour={retour} />
      {demande.preparees.map(({ id }) => (
        <Formulaire
          key={id}
          id={idRetraitFichier(id)}
          action={actionRetirerFichier}
          titrePage={titrePage}
          cle={`fichier-${id}`}
        >
          <ChampCache name="id" valeur={id} />
        </Formulaire>
      ))}
    </>
  )
}
