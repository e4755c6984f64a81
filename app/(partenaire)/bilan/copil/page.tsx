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

export default async function CopilDeLaConvention({ searchParams }: PageProps<'/bilan/copil'>) {
  const acteur = await exigerActeur('bilan.partenaire')
  const parametres = await searchParams
  const cible = ciblePour(acteur, { caisseId: estUuid(parametres.caisse) ? parametres.caisse : undefined })
  const parties = cible?.partenaireId && { caisseId: cible.caisseId, partenaireId: cible.partenaireId }
  const noms = parties && (await partiesDuCopil(acteur, parties))
  if (!cible || !parties || !noms) notFound()
  const aujourdhui = dateAParis(new Date())
  const lue = lirePeriode(parametres, aujourdhui, await conventionsDe(acteur, cible))
  const copil = await copilDuBilan(acteur, { ...parties, du: lue.periode.du, au: lue.periode.au })
  const aFaire = await decisionsAFaire(acteur, { ...parties, sauf: copil?.id })
  return (
    <Cadre acteur={acteur} entree="/bilan">
      <PeriodeACorriger erreurs={lue.erreurs} />
      <FilRetour href={`/bilan?${enAdresse(lue.periode, { caisse: parties.caisseId })}`} libelle="Bilan" />
      <CorpsCopil
        {...{ acteur, copil, periode: lue.periode, cible: parties, noms, aFaire, aujourdhui, fait: parametres.fait }}
      />
    </Cadre>
  )
}
