import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PeriodeACorriger } from '@/components/bilan/choix-periode'
import { Cadre } from '@/components/cadre/cadre'
import { CorpsCopil } from '@/components/copil/corps-copil'
import { FilRetour } from '@/components/ui/fil-retour'
import { estUuid } from '@/lib/bilan/adresse'
import { enAdresse, lirePeriode } from '@/lib/bilan/periode'
import { ciblePour, conventionsDe } from '@/lib/bilan/queries'
import { copilDuBilan, decisionsAFaire, partiesDuCopil } from '@/lib/copil/queries'
import { exigerActeur } from '@/lib/socle/session'
import { dateAParis } from '@/lib/socle/temps'

export const metadata: Metadata = { title: 'COPIL' }

export default async function CopilDuPartenaire({
  params,
  searchParams,
}: PageProps<'/caisse/bilans/[partenaire]/copil'>) {
  const acteur = await exigerActeur('bilan.caisse')
  const { partenaire } = await params
  const cible = estUuid(partenaire) && ciblePour(acteur, { partenaireId: partenaire })
  const noms = cible && (await partiesDuCopil(acteur, { caisseId: cible.caisseId, partenaireId: partenaire }))
  if (!cible || !noms) notFound()
  const parametres = await searchParams
  const aujourdhui = dateAParis(new Date())
  const lue = lirePeriode(parametres, aujourdhui, await conventionsDe(acteur, cible))
  const parties = { caisseId: cible.caisseId, partenaireId: partenaire }
  const copil = await copilDuBilan(acteur, { ...parties, du: lue.periode.du, au: lue.periode.au })
  const aFaire = await decisionsAFaire(acteur, { ...parties, sauf: copil?.id })
  return (
    <Cadre acteur={acteur} entree="/caisse/bilans">
      <PeriodeACorriger erreurs={lue.erreurs} />
      <FilRetour href={`/caisse/bilans/${partenaire}?${enAdresse(lue.periode)}`} libelle="Bilan du partenaire" />
      <CorpsCopil
        {...{ acteur, copil, periode: lue.periode, cible: parties, noms, aFaire, aujourdhui, fait: parametres.fait }}
      />
    </Cadre>
  )
}
