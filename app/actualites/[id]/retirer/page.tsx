import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { FilRetour } from '@/components/ui/fil-retour'
import { actionRetirerActualite } from '@/lib/actualites/actions'
import { actualiteALire } from '@/lib/actualites/queries'
import { exigerActeur } from '@/lib/socle/session'

const titre = 'Retirer cette actualité ?'

export const metadata: Metadata = { title: 'Retirer une actualité' }

export default async function RetirerActualite({ params }: PageProps<'/actualites/[id]/retirer'>) {
  const acteur = await exigerActeur('publication.gerer')
  const lue = await actualiteALire(acteur, (await params).id, new Date())
  if (!lue?.tenue || lue.etat !== 'publiee') notFound()
  return (
    <Cadre acteur={acteur} entree="/actualites">
      <FilRetour href={`/actualites/${lue.id}`} libelle={lue.titre} />
      <Formulaire action={actionRetirerActualite} titrePage={titre} cle={`retirer-${lue.id}`} className="max-w-160">
        <h1 className="mb-4">{titre}</h1>
        <ul className="mb-6 list-disc pl-5">
          <li>Ses lecteurs ne la voient plus, ni dans la liste, ni par le lien de leur courriel.</li>
          <li>Les courriels qui ne sont pas encore partis ne partent pas.</li>
          <li>Une actualité retirée ne revient pas : pour la redire, il faut en écrire une autre.</li>
        </ul>
        <ChampCache name="id" valeur={lue.id} />
        <div className="rangee-boutons">
          <BoutonEnvoi aspect="danger" enCours="Un instant…">
            Retirer l’actualité
          </BoutonEnvoi>
          <a href={`/actualites/${lue.id}`} className="inline-block min-h-6">
            La laisser en ligne
          </a>
        </div>
      </Formulaire>
    </Cadre>
  )
}
