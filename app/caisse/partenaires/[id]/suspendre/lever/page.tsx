import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { ChampTexteLong } from '@/components/formulaire/champ-texte-long'
import { Formulaire } from '@/components/formulaire/formulaire'
import { HistoriqueSuspensions } from '@/components/suspensions/historique-suspensions'
import { FilRetour } from '@/components/ui/fil-retour'
import { complementDuNom } from '@/lib/socle/francais'
import { exigerActeur } from '@/lib/socle/session'
import { actionLeverSuspension } from '@/lib/suspensions/actions'
import { suspensionDe } from '@/lib/suspensions/queries'

const TITRE = 'Rétablir l’accès de ce partenaire'

export const metadata: Metadata = { title: TITRE }

export default async function Lever({ params }: PageProps<'/caisse/partenaires/[id]/suspendre/lever'>) {
  const acteur = await exigerActeur('partenaire.gerer')
  const { id } = await params
  const lue = await suspensionDe(acteur, id)
  if (!lue) notFound()
  const { partenaire, enCours } = lue
  const fiche = `/caisse/partenaires/${partenaire.id}`
  if (!enCours) redirect(`${fiche}/suspendre`)
  return (
    <Cadre acteur={acteur} entree="/caisse/partenaires">
      <FilRetour href={fiche} libelle={partenaire.nom} />
      <div className="max-w-160">
        <Formulaire action={actionLeverSuspension} titrePage={TITRE} cle={`lever-${enCours.id}`}>
          <h1 className="mb-4">Rétablir l’accès {complementDuNom(partenaire.nom)}</h1>
          <HistoriqueSuspensions suspensions={[enCours]} />
          <p className="my-6">
            L’accès rouvre tout de suite, comme avant la suspension. Les gestionnaires et les référents de la convention
            sont prévenus.
          </p>
          <ChampCache name="id" valeur={enCours.id} />
          <ChampTexteLong
            name="motif"
            label="Ce qui permet de rétablir l’accès"
            lignes={2}
            aide="Transmis au partenaire avec la nouvelle."
          />
          <div className="rangee-boutons">
            <BoutonEnvoi enCours="Rétablissement…">Rétablir l’accès</BoutonEnvoi>
            <a href={fiche} className="inline-block min-h-6">
              Laisser suspendu
            </a>
          </div>
        </Formulaire>
      </div>
    </Cadre>
  )
}
