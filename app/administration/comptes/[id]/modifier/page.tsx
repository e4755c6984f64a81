import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { FormulaireCompte } from '@/components/comptes-caisse/formulaire-compte'
import { FilRetour } from '@/components/ui/fil-retour'
import { actionModifierAdministrateur } from '@/lib/comptes-caisse/actions'
import { compteDeLaCaisse } from '@/lib/comptes-caisse/queries'
import { nomComplet } from '@/lib/socle/acteur'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Modifier un compte' }

export default async function Modifier({ params }: PageProps<'/administration/comptes/[id]/modifier'>) {
  const acteur = await exigerActeur('administrer')
  const { id } = await params
  const compte = await compteDeLaCaisse(acteur, id, null)
  if (!compte) notFound()
  const adresse = `/administration/comptes/${compte.id}`
  if (compte.etat === 'inactif' || compte.id === acteur.compteId) redirect(adresse)
  return (
    <Cadre acteur={acteur} entree="/administration/comptes">
      <FilRetour href={adresse} />
      <div className="max-w-160">
        <FormulaireCompte
          action={actionModifierAdministrateur}
          titre={`Modifier le compte de ${nomComplet(compte)}`}
          caisseId={compte.caisseId}
          compte={compte}
          retour={adresse}
        />
      </div>
    </Cadre>
  )
}
