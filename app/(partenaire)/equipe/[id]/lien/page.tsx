import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { LienRemis } from '@/components/equipe/lien-remis'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { FilRetour } from '@/components/ui/fil-retour'
import { actionRemettreLien } from '@/lib/habilitations/actions'
import { technicienDeLaStructure } from '@/lib/habilitations/queries'
import { nomComplet } from '@/lib/socle/acteur'
import { exigerActeur } from '@/lib/socle/session'

const TITRE = 'Un lien à remettre'

// The link is a secret: the address of the page says nothing of it, and other sites learn nothing.
export const metadata: Metadata = { title: TITRE, referrer: 'same-origin' }

export default async function LienARemettre({ params }: PageProps<'/equipe/[id]/lien'>) {
  const acteur = await exigerActeur('equipe.gerer')
  const technicien = await technicienDeLaStructure(acteur, (await params).id)
  if (!technicien) notFound()
  if (technicien.etat !== 'attente_activation') redirect(`/equipe/${technicien.id}`)
  return (
    <Cadre acteur={acteur} entree="/equipe">
      <FilRetour href="/equipe" libelle="Votre équipe" />
      <div className="max-w-160">
        <Formulaire action={actionRemettreLien} titrePage={TITRE} cle={`lien-${technicien.id}`}>
          <h1 className="mb-4">Un lien à remettre à {nomComplet(technicien)}</h1>
          <ChampCache name="id" valeur={technicien.id} />
          <LienRemis identifiant={technicien.identifiant} />
        </Formulaire>
      </div>
    </Cadre>
  )
}
