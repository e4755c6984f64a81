import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { quitter } from '@/app/styleguide/actions'
import { Composants } from '@/app/styleguide/composants'
import { FileExemple } from '@/app/styleguide/file-exemple'
import { Fondements } from '@/app/styleguide/fondements'
import { FormulaireExemple } from '@/app/styleguide/formulaire-exemple'
import { Listes } from '@/app/styleguide/listes'
import { Section } from '@/app/styleguide/section'
import { Contenu } from '@/components/cadre/contenu'
import { EntetePartenaire } from '@/components/cadre/entete-partenaire'
import { Pied } from '@/components/cadre/pied'

export const metadata: Metadata = { title: 'Planche des composants' }
// Whether it exists is decided where it runs, not where it was built.
export const dynamic = 'force-dynamic'

const liens = [
  { href: '/styleguide', libelle: 'Accueil' },
  { href: '/demandes', libelle: 'Demandes' },
  { href: '/documentation', libelle: 'Documentation' },
  { href: '/annuaire', libelle: 'Annuaire' },
]

export default function Planche() {
  if (process.env.EP_MODE === 'production') notFound()
  return (
    <>
      <EntetePartenaire
        liens={liens}
        chemin="/styleguide"
        compte={{ nom: 'Maëlle Le Gall-Fournier', qualite: 'CCAS de Vaucreux', deconnexion: quitter }}
        nouvelleDemande="#formulaire"
      />
      <Contenu>
        <h1 className="sr-only">Planche des composants</h1>
        <Fondements />
        <Composants />
        <Section titre="Champs">
          <FormulaireExemple />
        </Section>
        <FileExemple />
        <Listes />
      </Contenu>
      <Pied />
    </>
  )
}
