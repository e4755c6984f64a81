import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { FormulaireCompte } from '@/components/comptes-caisse/formulaire-compte'
import { FilRetour } from '@/components/ui/fil-retour'
import { caisseAdministree } from '@/lib/caisses/queries-administration'
import { actionCreerCompteCaisse } from '@/lib/comptes-caisse/actions'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Nouveau compte de caisse' }

export default async function NouveauCompte({ params }: PageProps<'/administration/caisses/[id]/comptes/nouveau'>) {
  const acteur = await exigerActeur('administrer')
  const caisse = await caisseAdministree(acteur, (await params).id)
  if (!caisse) notFound()
  const retour = `/administration/caisses/${caisse.id}`
  return (
    <Cadre acteur={acteur} entree="/administration/caisses">
      <FilRetour href={retour} libelle={caisse.nom} />
      <div className="max-w-160">
        <FormulaireCompte
          action={actionCreerCompteCaisse}
          titre={caisse.referents === 0 ? 'Premier référent de la caisse' : 'Nouveau compte de la caisse'}
          caisseId={caisse.id}
          retour={retour}
          rolesProposes={caisse.referents === 0 ? ['referent'] : []}
        />
      </div>
    </Cadre>
  )
}
