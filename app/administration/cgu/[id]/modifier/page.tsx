import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { FormulaireCgu } from '@/components/administration/formulaire-cgu'
import { Cadre } from '@/components/cadre/cadre'
import { FilRetour } from '@/components/ui/fil-retour'
import { versionCgu } from '@/lib/cgu/queries'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Modifier des conditions d’utilisation' }

export default async function ModifierVersion({ params }: PageProps<'/administration/cgu/[id]/modifier'>) {
  const acteur = await exigerActeur('administrer')
  const version = await versionCgu(acteur, (await params).id, new Date())
  if (!version) notFound()
  const adresse = `/administration/cgu/${version.id}`
  if (version.etat === 'publiee') redirect(adresse)
  return (
    <Cadre acteur={acteur} entree="/administration/cgu">
      <FilRetour href={adresse} libelle={`Version ${version.numero}`} />
      <div className="max-w-180">
        <FormulaireCgu titre={`Modifier la version ${version.numero}`} version={version} retour={adresse} />
      </div>
    </Cadre>
  )
}
