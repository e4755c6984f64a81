import { adresseFile } from '@/components/file/requete'
import { vuesDites } from '@/components/file/vues'
import { LienBouton } from '@/components/ui/bouton'
import { EtatVide } from '@/components/ui/etat-vide'
import type { FiltresFile } from '@/lib/demandes/filtres-file'

function contenu({ vue, apres }: FiltresFile, filtree: boolean) {
  const vide = vuesDites[vue].vide
  if (apres)
    return {
      titre: 'La liste s’arrête ici',
      texte: 'Les demandes qui suivaient ont été traitées ou prises entre-temps.',
      action: { href: null, libelle: 'Revenir au début' },
    }
  if (filtree)
    return {
      titre: 'Aucune demande ne correspond à ces filtres',
      texte: `Dans la vue «\u00a0${vuesDites[vue].libelle}\u00a0», retirez un filtre ou cherchez un autre nom.`,
      action: { href: adresseFile({ vue }), libelle: 'Retirer les filtres' },
    }
  return { ...vide, action: vide.vers && { href: adresseFile({ vue: vide.vers.vue }), libelle: vide.vers.libelle } }
}

/** An empty view says why, and where to go. */
export function FileVide({ filtres, filtree }: { filtres: FiltresFile; filtree: boolean }) {
  const { titre, texte, action } = contenu(filtres, filtree)
  return (
    <div className="px-5 pt-4 max-tab:px-4">
      <EtatVide
        titre={titre}
        action={
          action && (
            <LienBouton aspect="secondaire" href={action.href ?? adresseFile({ ...filtres, apres: undefined })}>
              {action.libelle}
            </LienBouton>
          )
        }
      >
        {texte}
      </EtatVide>
    </div>
  )
}
