import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { LienRemis } from '@/components/equipe/lien-remis'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { FilRetour } from '@/components/ui/fil-retour'
import { actionRemettreLienGestionnaire } from '@/lib/partenaires/actions'
import { comptePourCaisse } from '@/lib/partenaires/queries-comptes'
import { nomComplet } from '@/lib/socle/acteur'
import { exigerActeur } from '@/lib/socle/session'

const TITRE = 'Un lien à remettre'

// The link is a secret: the address of the page says nothing of it, and other sites learn nothing.
export const metadata: Metadata = { title: TITRE, referrer: 'same-origin' }

type Props = PageProps<'/caisse/partenaires/[id]/comptes/[compteId]/lien'>

export default async function LienDuGestionnaire({ params }: Props) {
  const acteur = await exigerActeur('partenaire.gerer')
  const { id, compteId } = await params
  const compte = await comptePourCaisse(acteur, id, compteId)
  if (compte?.profil !== 'gestionnaire' || !compte.tenu) notFound()
  const retour = `/caisse/partenaires/${id}/comptes/${compteId}`
  if (compte.etat !== 'attente_activation') redirect(retour)
  return (
    <Cadre acteur={acteur} entree="/caisse/partenaires">
      <FilRetour href={retour} libelle={nomComplet(compte)} />
      <div className="max-w-160">
        <Formulaire action={actionRemettreLienGestionnaire} titrePage={TITRE} cle={`lien-${compteId}`}>
          <h1 className="mb-4">Un lien à remettre à {nomComplet(compte)}</h1>
          <ChampCache name="compteId" valeur={compteId} />
          <LienRemis identifiant={compte.identifiant} retour={{ href: retour, libelle: 'Revenir au compte' }} />
        </Formulaire>
      </div>
    </Cadre>
  )
}
