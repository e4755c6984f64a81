import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { LienBouton } from '@/components/ui/bouton'
import { actionPublierDocument, actionRetirerDocument, actionSupprimerDocument } from '@/lib/bibliotheque/actions'
import type { DocumentVu } from '@/lib/bibliotheque/queries'
import type { ActionFormulaire } from '@/lib/socle/etat-action'

/** What who holds it may do of a document. */
export function ActesDocument({ document: { id, titre, etat, courante, versions } }: { document: DocumentVu }) {
  const acte = (nom: string, action: ActionFormulaire, mots: string, aspect?: 'tiers') => (
    <Formulaire action={action} titrePage={titre} cle={`${nom}-${id}`}>
      <ChampCache name="id" valeur={id} />
      <BoutonEnvoi aspect={aspect} dense={aspect && true} enCours="Un instant…">
        {mots}
      </BoutonEnvoi>
    </Formulaire>
  )
  return (
    <div className="rangee-boutons mb-6">
      {etat !== 'publie' &&
        courante &&
        acte('publier', actionPublierDocument, etat === 'retire' ? 'Remettre en ligne' : 'Publier le document')}
      <LienBouton href={`/bibliotheque/${id}/version`} aspect={courante ? 'secondaire' : 'primaire'}>
        {versions.length === 0 ? 'Ajouter un fichier ou un lien' : 'Ajouter une version'}
      </LienBouton>
      <LienBouton href={`/bibliotheque/${id}/modifier`} aspect="secondaire">
        Modifier
      </LienBouton>
      {etat === 'publie' && acte('retirer', actionRetirerDocument, 'Retirer', 'tiers')}
      {etat === 'brouillon' && acte('supprimer', actionSupprimerDocument, 'Supprimer le brouillon', 'tiers')}
    </div>
  )
}
