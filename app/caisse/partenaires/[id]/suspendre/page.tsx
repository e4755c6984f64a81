import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { ChampTexteLong } from '@/components/formulaire/champ-texte-long'
import { Formulaire } from '@/components/formulaire/formulaire'
import { FilRetour } from '@/components/ui/fil-retour'
import { pluriel } from '@/lib/socle/format'
import { complementDuNom } from '@/lib/socle/francais'
import { exigerActeur } from '@/lib/socle/session'
import { actionSuspendre } from '@/lib/suspensions/actions'
import { suspensionDe } from '@/lib/suspensions/queries'

const TITRE = 'Suspendre l’accès de ce partenaire'

export const metadata: Metadata = { title: TITRE }

export default async function Suspendre({ params }: PageProps<'/caisse/partenaires/[id]/suspendre'>) {
  const acteur = await exigerActeur('partenaire.gerer')
  const { id } = await params
  const lue = await suspensionDe(acteur, id)
  if (!lue) notFound()
  const { partenaire, comptes, enCours, finie } = lue
  const fiche = `/caisse/partenaires/${partenaire.id}`
  if (enCours) redirect(`${fiche}/suspendre/lever`)
  return (
    <Cadre acteur={acteur} entree="/caisse/partenaires">
      <FilRetour href={fiche} libelle={partenaire.nom} />
      <div className="max-w-160">
        {finie ? (
          <>
            <h1 className="mb-4">Il n’y a plus d’accès à suspendre</h1>
            <p>La convention de votre caisse avec {partenaire.nom} a pris fin.</p>
          </>
        ) : (
          <Formulaire action={actionSuspendre} titrePage={TITRE} cle={`suspendre-${partenaire.id}`}>
            <h1 className="mb-4">Suspendre l’accès {complementDuNom(partenaire.nom)} ?</h1>
            <ul className="mb-6 list-disc pl-5">
              <li>
                L’accès à votre caisse se ferme tout de suite, pour {pluriel(comptes, 'compte actif', 'comptes actifs')}
                 : les pages ouvertes ne répondent plus.
              </li>
              <li>Les comptes restent en place, et les accès aux autres caisses restent ouverts.</li>
              <li>Vous gardez les demandes déjà déposées, et continuez de les traiter.</li>
              <li>
                Les gestionnaires et les référents de la convention reçoivent le motif par courriel. Il s’affiche aussi
                à la connexion.
              </li>
            </ul>
            <ChampCache name="partenaireId" valeur={partenaire.id} />
            <ChampTexteLong
              name="motif"
              label="Motif transmis au partenaire"
              lignes={3}
              aide="Des faits, sans nommer personne, et ce qui permettra de rétablir l’accès."
            />
            <div className="rangee-boutons">
              <BoutonEnvoi aspect="danger" enCours="Suspension…">
                Suspendre l’accès
              </BoutonEnvoi>
              <a href={fiche} className="inline-block min-h-6">
                Ne pas suspendre
              </a>
            </div>
          </Formulaire>
        )}
      </div>
    </Cadre>
  )
}
