import type { Metadata } from 'next'
import { Contenu } from '@/components/cadre/contenu'
import { ChoixMotDePasse } from '@/components/comptes/choix-mot-de-passe'
import { LienRefuse } from '@/components/comptes/lien-refuse'
import { activerCompte } from '@/lib/comptes/actions'
import { messagesJeton } from '@/lib/comptes/libelles'
import { ouvrirLien } from '@/lib/comptes/queries'

const titre = 'Activer votre compte'

// The address is a secret: other sites must not learn it.
export const metadata: Metadata = { title: titre, referrer: 'same-origin' }

export default async function Activation({ params }: PageProps<'/activation/[jeton]'>) {
  const { jeton } = await params
  const lien = await ouvrirLien(jeton, 'activation')
  if (lien.etat !== 'valable') return <LienRefuse {...messagesJeton[lien.etat]} />
  return (
    <Contenu className="tab:pt-10!">
      <ChoixMotDePasse
        action={activerCompte}
        titre={titre}
        jeton={jeton}
        compte={lien.compte}
        bouton="Activer mon compte"
      />
    </Contenu>
  )
}
