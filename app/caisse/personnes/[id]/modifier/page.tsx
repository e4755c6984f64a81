import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { ChampsDroit } from '@/components/personnes/champs-droit'
import { FilRetour } from '@/components/ui/fil-retour'
import { actionModifierDroit } from '@/lib/personnes/actions'
import { droitDe } from '@/lib/personnes/queries'
import { exigerActeur } from '@/lib/socle/session'

const TITRE = 'Modifier la demande d’une personne'

export const metadata: Metadata = { title: TITRE }

export default async function ModifierDroit({ params }: PageProps<'/caisse/personnes/[id]/modifier'>) {
  const acteur = await exigerActeur('personnes.traiter')
  const droit = await droitDe(acteur, (await params).id)
  if (!droit || droit.etat !== 'ouverte') notFound()
  return (
    <Cadre acteur={acteur} entree="/caisse/personnes">
      <FilRetour href={`/caisse/personnes/${droit.id}`} libelle={`Demande ${droit.reference}`} />
      <Formulaire action={actionModifierDroit} titrePage={TITRE} cle={`modifier-${droit.id}`} className="max-w-160">
        <h1 className="mb-6">{TITRE}</h1>
        <ChampCache name="id" valeur={droit.id} />
        <ChampCache name="version" valeur={droit.version} />
        <ChampsDroit droit={droit} />
        <div className="rangee-boutons mt-8">
          <BoutonEnvoi enCours="Enregistrement…">Enregistrer les changements</BoutonEnvoi>
        </div>
      </Formulaire>
    </Cadre>
  )
}
