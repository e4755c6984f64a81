import type { Metadata } from 'next'
import { Cadre } from '@/components/cadre/cadre'
import { FormulaireFermeture, ListeFermetures } from '@/components/rendez-vous/fermetures'
import { Avis } from '@/components/ui/avis'
import { FilRetour } from '@/components/ui/fil-retour'
import { fermeturesDeLaCaisse } from '@/lib/rendez-vous/queries'
import { aDroit } from '@/lib/socle/acteur'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Fermetures de la caisse' }

export default async function Fermetures({ searchParams }: PageProps<'/caisse/parametres/fermetures'>) {
  const acteur = await exigerActeur('caisse.regler')
  const { enregistree, retiree } = await searchParams
  const fermetures = await fermeturesDeLaCaisse(acteur, new Date())
  return (
    <Cadre acteur={acteur} entree="/caisse/parametres">
      <FilRetour href="/caisse/parametres" libelle="Paramètres" />
      <h1>Fermetures de la caisse</h1>
      <p className="mt-2 mb-6 max-w-180">
        Les jours où la caisse ne reçoit pas, en plus des jours fériés. Leurs créneaux de rendez-vous ne sont plus
        proposés. Les rendez-vous déjà fixés restent : ils sont listés ici, à déplacer ou à annuler par leur agent.
      </p>
      {retiree && (
        <Avis role="status" className="mb-6 max-w-180">
          Fermeture retirée. Les créneaux de ces jours sont de nouveau ouverts.
        </Avis>
      )}
      <ListeFermetures
        fermetures={fermetures}
        enregistree={typeof enregistree === 'string' ? enregistree : undefined}
        avecLiens={aDroit(acteur, 'demande.voir')}
      />
      <FormulaireFermeture />
    </Cadre>
  )
}
