import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { ComptesFiche } from '@/components/partenaires/fiche-comptes'
import { CoteFiche } from '@/components/partenaires/fiche-cote'
import { EnteteFiche } from '@/components/partenaires/fiche-entete'
import { ContactsFiche, IdentiteFiche } from '@/components/partenaires/fiche-identite'
import { StructuresFiche } from '@/components/partenaires/fiche-structures'
import { FilRetour } from '@/components/ui/fil-retour'
import { fichePourCaisse } from '@/lib/partenaires/queries-fiche'
import { exigerActeur } from '@/lib/socle/session'
import { dateAParis } from '@/lib/socle/temps'

export const metadata: Metadata = { title: 'Fiche du partenaire' }

export default async function FicheDuPartenaire({ params }: PageProps<'/caisse/partenaires/[id]'>) {
  const acteur = await exigerActeur('partenaire.gerer')
  const { id } = await params
  const maintenant = new Date()
  const fiche = await fichePourCaisse(acteur, id, maintenant)
  if (!fiche) notFound()
  const caisse = acteur.caisse?.nom ?? ''
  return (
    <Cadre acteur={acteur} entree="/caisse/partenaires">
      <FilRetour href="/caisse/partenaires" libelle="Partenaires" />
      <EnteteFiche fiche={fiche} caisse={caisse} maintenant={maintenant} />
      <div className="gap-14 bureau:flex">
        <div className="min-w-0 flex-1">
          <StructuresFiche fiche={fiche} aujourdhui={dateAParis(maintenant)} />
          <ComptesFiche fiche={fiche} />
          <IdentiteFiche fiche={fiche} />
          <ContactsFiche fiche={fiche} />
        </div>
        <div className="mt-9 flex flex-none flex-col gap-8 bureau:w-80">
          <CoteFiche fiche={fiche} />
        </div>
      </div>
    </Cadre>
  )
}
