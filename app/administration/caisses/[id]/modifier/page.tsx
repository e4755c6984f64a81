import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ChampsCaisse } from '@/components/administration/champs-caisse'
import { Cadre } from '@/components/cadre/cadre'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { FilRetour } from '@/components/ui/fil-retour'
import { actionModifierCaisse } from '@/lib/caisses/actions'
import { caisseAdministree } from '@/lib/caisses/queries-administration'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Modifier une caisse' }

export default async function ModifierCaisse({ params }: PageProps<'/administration/caisses/[id]/modifier'>) {
  const acteur = await exigerActeur('administrer')
  const caisse = await caisseAdministree(acteur, (await params).id)
  if (!caisse) notFound()
  const adresse = `/administration/caisses/${caisse.id}`
  const titre = `Modifier ${caisse.nom}`
  return (
    <Cadre acteur={acteur} entree="/administration/caisses">
      <FilRetour href={adresse} libelle={caisse.nom} />
      <div className="max-w-160">
        <Formulaire action={actionModifierCaisse} titrePage={titre} cle={`caisse-${caisse.id}`}>
          <h1 className="mb-6">{titre}</h1>
          <ChampCache name="id" valeur={caisse.id} />
          <ChampCache name="version" valeur={caisse.version} />
          <ChampsCaisse valeurs={caisse} />
          <div className="rangee-boutons">
            <BoutonEnvoi enCours="Enregistrement…">Enregistrer les changements</BoutonEnvoi>
            <a href={adresse} className="inline-block min-h-6">
              Annuler
            </a>
          </div>
        </Formulaire>
      </div>
    </Cadre>
  )
}
