import type { Metadata } from 'next'
import { ChampsCaisse } from '@/components/administration/champs-caisse'
import { Cadre } from '@/components/cadre/cadre'
import { DeuxColonnes } from '@/components/cadre/contenu'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { Formulaire } from '@/components/formulaire/formulaire'
import { FilRetour } from '@/components/ui/fil-retour'
import { actionCreerCaisse } from '@/lib/caisses/actions'
import { exigerActeur } from '@/lib/socle/session'

const titre = 'Nouvelle caisse'

export const metadata: Metadata = { title: titre }

export default async function NouvelleCaisse() {
  const acteur = await exigerActeur('administrer')
  return (
    <Cadre acteur={acteur} entree="/administration/caisses">
      <FilRetour href="/administration/caisses" libelle="Caisses" />
      <DeuxColonnes
        note={
          <div className="border-l border-filet-2 pl-4 text-15">
            <p className="font-[650]">Ensuite</p>
            <p className="mt-1">Vous créez le compte de son référent.</p>
            <p className="mt-1">
              Il règle les délais, les services, les contacts et les quotas. D’ici là, la caisse a des paramètres
              courants, et aucun délai n’est annoncé.
            </p>
          </div>
        }
      >
        <Formulaire action={actionCreerCaisse} titrePage={titre} cle="caisse">
          <h1 className="mb-6">{titre}</h1>
          <ChampsCaisse />
          <BoutonEnvoi enCours="Création…">Créer la caisse</BoutonEnvoi>
        </Formulaire>
      </DeuxColonnes>
    </Cadre>
  )
}
