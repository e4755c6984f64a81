import type { Metadata } from 'next'
import { Contenu } from '@/components/cadre/contenu'
import { ChoixMotDePasse } from '@/components/comptes/choix-mot-de-passe'
import { LienRefuse } from '@/components/comptes/lien-refuse'
import { renouvelerMotDePasse } from '@/lib/comptes/actions'
import { messagesJeton } from '@/lib/comptes/libelles'
import { ouvrirLien } from '@/lib/comptes/queries'

const titre = 'Choisir un nouveau mot de passe'

// The address is a secret: other sites must not learn it.
export const metadata: Metadata = { title: titre, referrer: 'same-origin' }

export default async function NouveauMotDePasse({ params }: PageProps<'/mot-de-passe/nouveau/[jeton]'>) {
  const { jeton } = await params
  const lien = await ouvrirLien(jeton, 'mot_de_passe')
  if (lien.etat !== 'valable') return <LienRefuse {...messagesJeton[lien.etat]} />
  return (
    <Contenu className="tab:pt-10!">
      <ChoixMotDePasse
        action={renouvelerMotDePasse}
        titre={titre}
        jeton={jeton}
        compte={lien.compte}
        bouton="Enregistrer ce mot de passe"
      />
    </Contenu>
  )
}
