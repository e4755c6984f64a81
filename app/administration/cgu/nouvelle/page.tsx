import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { FormulaireCgu } from '@/components/administration/formulaire-cgu'
import { Cadre } from '@/components/cadre/cadre'
import { FilRetour } from '@/components/ui/fil-retour'
import { versionCgu, versionsCgu } from '@/lib/cgu/queries'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Préparer des conditions d’utilisation' }

export default async function NouvelleVersion() {
  const acteur = await exigerActeur('administrer')
  const maintenant = new Date()
  const { versions } = await versionsCgu(acteur, maintenant)
  const preparee = versions.find(({ etat }) => etat !== 'publiee')
  if (preparee) redirect(`/administration/cgu/${preparee.id}`)
  // The next version starts from the words in force.
  const base = versions.find(({ enVigueur }) => enVigueur)
  const texte = base ? ((await versionCgu(acteur, base.id, maintenant))?.texte ?? '') : ''
  return (
    <Cadre acteur={acteur} entree="/administration/cgu">
      <FilRetour href="/administration/cgu" libelle="Conditions d’utilisation" />
      <div className="max-w-180">
        <FormulaireCgu
          titre={`Conditions d’utilisation, version ${(versions[0]?.numero ?? 0) + 1}`}
          version={{ texte, resume: null }}
          retour="/administration/cgu"
        />
      </div>
    </Cadre>
  )
}
