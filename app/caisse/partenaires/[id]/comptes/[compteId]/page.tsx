import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { EtatCompte } from '@/components/comptes/etat-compte'
import { CompteActions } from '@/components/partenaires/compte-actions'
import { CompteFait } from '@/components/partenaires/compte-fait'
import { CompteInvitation } from '@/components/partenaires/compte-invitation'
import { CompteResume } from '@/components/partenaires/compte-resume'
import { FilRetour } from '@/components/ui/fil-retour'
import { comptePourCaisse } from '@/lib/partenaires/queries-comptes'
import { nomComplet } from '@/lib/socle/acteur'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Compte d’un partenaire' }

type Props = PageProps<'/caisse/partenaires/[id]/comptes/[compteId]'>

export default async function CompteDuPartenaire({ params, searchParams }: Props) {
  const acteur = await exigerActeur('partenaire.gerer')
  const [{ id, compteId }, { fait }] = [await params, await searchParams]
  const maintenant = new Date()
  const compte = await comptePourCaisse(acteur, id, compteId, maintenant)
  if (!compte) notFound()
  const gestionnaire = compte.profil === 'gestionnaire'
  return (
    <Cadre acteur={acteur} entree="/caisse/partenaires">
      <FilRetour
        href={`/caisse/partenaires/${id}#${gestionnaire ? 'gestionnaires' : 'techniciens'}`}
        libelle={compte.partenaire.nom}
      />
      <div className="mb-6 flex flex-wrap items-center gap-x-4 gap-y-2">
        <h1>{nomComplet(compte)}</h1>
        <EtatCompte etat={compte.etat} refusee={compte.invitation?.etat === 'refusee'} />
      </div>
      <div className="gap-14 bureau:flex">
        <div className="min-w-0 max-w-180 flex-1">
          <CompteFait fait={typeof fait === 'string' ? fait : undefined} compte={compte} />
          <CompteInvitation compte={compte} gere={gestionnaire && compte.tenu} />
          <CompteResume compte={compte} maintenant={maintenant} />
        </div>
        <div className="flex-none max-bureau:mt-8 bureau:w-80">
          <CompteActions compte={compte} />
        </div>
      </div>
    </Cadre>
  )
}
