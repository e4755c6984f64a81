import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { quitter } from '@/app/styleguide/actions'
import { Contenu, DeuxColonnes } from '@/components/cadre/contenu'
import { EnteteCaisse } from '@/components/cadre/entete-caisse'
import { Pied } from '@/components/cadre/pied'
import { FilRetour } from '@/components/ui/fil-retour'
import { PairesNote } from '@/components/ui/resume'

export const metadata: Metadata = { title: 'Cadre des pages de la caisse' }
export const dynamic = 'force-dynamic'

const liens = [
  { href: '/styleguide/cadres', libelle: 'File', compte: 214 },
  { href: '/caisse/rendez-vous', libelle: 'Rendez-vous', compte: 6 },
  { href: '/caisse/partenaires', libelle: 'Partenaires' },
  { href: '/caisse/documentation', libelle: 'Documentation' },
  { href: '/caisse/chiffres', libelle: 'Mes chiffres' },
]

export default function Cadres() {
  if (process.env.EP_MODE === 'production') notFound()
  return (
    <>
      <EnteteCaisse
        caisse="CPAM des Deux-Vallées"
        liens={liens}
        chemin="/styleguide/cadres"
        compte={{ nom: 'Félix Aubertin', qualite: 'Agent', deconnexion: quitter }}
        recherche="/caisse/recherche"
      />
      <Contenu cadre="referent" className="caisse">
        <FilRetour href="/styleguide" />
        <DeuxColonnes
          note={<PairesNote titre="Votre demande" paires={[{ cle: 'Service', valeur: 'Étude de dossier' }]} />}
        >
          <h1>Cadre des pages de la caisse</h1>
          <p className="lecture mt-3">
            Le texte courant a 15 pixels, les titres un cran de moins que chez le partenaire.
          </p>
        </DeuxColonnes>
      </Contenu>
      <Pied cadre="referent" />
    </>
  )
}
