import type { ReactNode } from 'react'
import { Contenu } from '@/components/cadre/contenu'
import { EntetePartenaire } from '@/components/cadre/entete-partenaire'
import { Pied } from '@/components/cadre/pied'
import { deconnexion } from '@/lib/comptes/actions'
import { type Acteur, accueilDe, nomComplet } from '@/lib/socle/acteur'

const technicien = [
  { href: '/demandes', libelle: 'Accueil' },
  { href: '/demandes/toutes', libelle: 'Demandes' },
]
const gestionnaire = [{ href: '/equipe', libelle: 'Équipe' }]

/**
 * Header, content and footer of the pages of a partenaire.
 * `entree`: the entry of the header the page belongs to; `exacte` when the page is that entry itself.
 */
export function CadrePartenaire({
  acteur,
  entree,
  exacte,
  sansBouton,
  children,
}: {
  acteur: Acteur
  entree: '/demandes' | '/demandes/toutes' | '/equipe'
  exacte?: boolean
  /** Without «Nouvelle demande»: on the home, which lists them, and while filing. */
  sansBouton?: boolean
  children: ReactNode
}) {
  const depose = acteur.profil === 'technicien'
  const organisation = acteur.structure?.unique ? acteur.partenaire?.nom : acteur.structure?.nom
  return (
    <>
      <EntetePartenaire
        accueil={accueilDe(acteur)}
        liens={depose ? technicien : gestionnaire}
        chemin={exacte ? entree : `${entree}/-`}
        compte={{
          nom: nomComplet(acteur),
          qualite: depose ? (organisation ?? '') : `${organisation}, gestionnaire`,
          deconnexion,
        }}
        nouvelleDemande={depose && !sansBouton && acteur.caissesOuvertes.length ? '/demandes/nouvelle' : undefined}
      />
      <Contenu>{children}</Contenu>
      <Pied />
    </>
  )
}
