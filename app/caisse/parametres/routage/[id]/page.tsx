import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { regleEnMots } from '@/components/equipes/regles-routage'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { Liste } from '@/components/formulaire/liste'
import { FilRetour } from '@/components/ui/fil-retour'
import { actionChangerRegle } from '@/lib/equipes/actions'
import { routageDeLaCaisse } from '@/lib/equipes/queries-reglages'
import { exigerActeur } from '@/lib/socle/session'

const titre = 'Changer l’équipe d’une règle'

export const metadata: Metadata = { title: titre }

export default async function ChangerRegle({ params }: PageProps<'/caisse/parametres/routage/[id]'>) {
  const acteur = await exigerActeur('caisse.regler')
  const { id } = await params
  const routage = await routageDeLaCaisse(acteur)
  const regle = routage.regles.find((ligne) => ligne.id === id)
  if (!regle) notFound()
  return (
    <Cadre acteur={acteur} entree="/caisse/parametres">
      <FilRetour href="/caisse/parametres/routage" libelle="Routage" />
      <Formulaire action={actionChangerRegle} titrePage={titre} cle={`regle-${id}`} className="max-w-160">
        <h1 className="mb-2">{titre}</h1>
        <p className="font-semibold">{regleEnMots(routage, regle)}</p>
        <p className="mt-1 mb-5">
          Les demandes déjà arrivées restent où elles sont. La règle garde son rang parmi les autres.
        </p>
        <ChampCache name="id" valeur={id} />
        <Liste
          name="equipe"
          label="Équipe qui reçoit"
          valeur={regle.equipeId}
          options={routage.equipes.map((equipe) => ({ valeur: equipe.id, libelle: equipe.nom }))}
        />
        <div className="rangee-boutons">
          <BoutonEnvoi enCours="Enregistrement…">Changer d’équipe</BoutonEnvoi>
          <a href="/caisse/parametres/routage" className="inline-block min-h-6">
            Ne rien changer
          </a>
        </div>
      </Formulaire>
    </Cadre>
  )
}
