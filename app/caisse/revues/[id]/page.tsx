import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { ExportRevue } from '@/components/revues/export-revue'
import { TableauDecisions } from '@/components/revues/tableau-decisions'
import { FilRetour } from '@/components/ui/fil-retour'
import { idSchema } from '@/lib/demandes/schema'
import { lireRevue } from '@/lib/revues/queries'
import { dateEtHeure, dateLongue, pluriel } from '@/lib/socle/format'
import { exigerActeur } from '@/lib/socle/session'
import { dateAParis } from '@/lib/socle/temps'

export const metadata: Metadata = { title: 'Revue des habilitations' }

export default async function RevueDUneStructure({ params }: PageProps<'/caisse/revues/[id]'>) {
  const acteur = await exigerActeur('partenaire.gerer')
  const { id } = await params
  const revue = idSchema.safeParse(id).success ? await lireRevue(acteur, id) : null
  if (!revue) notFound()
  const { organisme, signeeLe, signeePar, echeanceLe, ouverteLe, lignes, restent } = revue
  return (
    <Cadre acteur={acteur} entree="/caisse/habilitations">
      <FilRetour href="/caisse/revues" libelle="Revues d’habilitation" />
      <p className="mb-1 text-15 text-encre-2">
        <a href={`/caisse/partenaires/${revue.partenaireId}`}>{organisme}</a>
      </p>
      <h1 className="mb-2">Revue des habilitations</h1>
      <p className="mb-5 text-encre-2">
        Ouverte {dateEtHeure(ouverteLe)}.{' '}
        {signeeLe
          ? `Signée ${dateEtHeure(signeeLe)}, par ${signeePar ?? 'un ancien compte'}.`
          : `À signer avant la fin du ${dateLongue(echeanceLe)} : ${pluriel(restent, 'compte reste', 'comptes restent')} à confirmer sur ${lignes.length}.`}
      </p>
      <div className="mb-5">
        <ExportRevue id={id} />
      </div>
      <TableauDecisions revue={revue} aujourdhui={dateAParis(new Date())} />
    </Cadre>
  )
}
