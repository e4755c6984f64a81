import type { ReactNode } from 'react'
import { Contenu } from '@/components/cadre/contenu'
import { EnteteCaisse } from '@/components/cadre/entete-caisse'
import { Pied } from '@/components/cadre/pied'
import { deconnexion } from '@/lib/comptes/actions'
import { libellesRole } from '@/lib/comptes/libelles'
import { type Acteur, accueilDe, aDroit, nomComplet } from '@/lib/socle/acteur'

/**
 * Header, content and footer of the pages of a caisse, at full width: each page sets its own gutters.
 * `exacte`: the page is the entry «File» itself, and not one it leads to. `ouvertes`: counter of that entry, where it is known.
 */
export function CadreCaisse({
  acteur,
  exacte,
  ouvertes,
  children,
}: {
  acteur: Acteur
  exacte?: boolean
  ouvertes?: number
  children: ReactNode
}) {
  const liens = aDroit(acteur, 'demande.voir') ? [{ href: '/caisse/file', libelle: 'File', compte: ouvertes }] : []
  return (
    <>
      <EnteteCaisse
        accueil={accueilDe(acteur)}
        caisse={acteur.caisse?.nom ?? ''}
        liens={liens}
        chemin={exacte ? '/caisse/file' : '/caisse/file/-'}
        compte={{
          nom: nomComplet(acteur),
          qualite: acteur.roles.map((role) => libellesRole[role]).join(', '),
          adresseSessions: '/compte#sessions',
          deconnexion,
        }}
      />
      <Contenu cadre="plein" className="caisse flex flex-col">
        {children}
      </Contenu>
      <Pied large />
    </>
  )
}
