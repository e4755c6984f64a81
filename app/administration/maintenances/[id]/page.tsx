import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { FormulaireMaintenance } from '@/components/maintenance/formulaire-maintenance'
import { FilRetour } from '@/components/ui/fil-retour'
import { actionAnnulerMaintenance } from '@/lib/maintenance/actions'
import { maintenanceAModifier } from '@/lib/maintenance/queries'
import { estEnCours } from '@/lib/maintenance/regles'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Modifier une maintenance' }

export default async function ModifierMaintenance({ params }: PageProps<'/administration/maintenances/[id]'>) {
  const acteur = await exigerActeur('maintenance.gerer')
  const maintenant = new Date()
  const lue = await maintenanceAModifier(acteur, (await params).id, maintenant)
  if (!lue) notFound()
  const commencee = estEnCours(lue, maintenant)
  const titre = commencee ? 'Déplacer la fin de la maintenance' : 'Modifier la maintenance'
  return (
    <Cadre acteur={acteur} entree="/administration/maintenances">
      <FilRetour href="/administration/maintenances" libelle="Maintenances" />
      <FormulaireMaintenance titre={titre} lue={lue} commencee={commencee} />
      {!commencee && (
        <Formulaire
          action={actionAnnulerMaintenance}
          titrePage={titre}
          cle={`annuler-${lue.id}`}
          className="mt-10 max-w-160 border-t border-filet-2 pt-6"
        >
          <h2 className="mb-2">Elle n’aura pas lieu{'\u202F'}?</h2>
          <p className="mb-4 text-15">L’annonce disparaît des pages. Vous pourrez en annoncer une autre.</p>
          <ChampCache name="id" valeur={lue.id} />
          <ChampCache name="version" valeur={lue.version} />
          <BoutonEnvoi aspect="danger" enCours="Annulation…">
            Annuler cette maintenance
          </BoutonEnvoi>
        </Formulaire>
      )}
    </Cadre>
  )
}
