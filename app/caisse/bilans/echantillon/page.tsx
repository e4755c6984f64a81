import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ChoixPeriode, PeriodeACorriger } from '@/components/bilan/choix-periode'
import { EchantillonDuBilan } from '@/components/bilan/echantillon'
import { Cadre } from '@/components/cadre/cadre'
import { FilRetour } from '@/components/ui/fil-retour'
import { enAdresse, enChamps, lirePeriode, periodesOffertes } from '@/lib/bilan/periode'
import { bilanDe, ciblePour, echantillonDe } from '@/lib/bilan/queries'
import { graineParDefaut, lireTirage } from '@/lib/bilan/tirage'
import { exigerActeur } from '@/lib/socle/session'
import { dateAParis } from '@/lib/socle/temps'

export const metadata: Metadata = { title: 'Échantillon de la caisse' }

export default async function EchantillonDeLaCaisse({ searchParams }: PageProps<'/caisse/bilans/echantillon'>) {
  const acteur = await exigerActeur('bilan.caisse')
  const parametres = await searchParams
  const maintenant = new Date()
  const aujourdhui = dateAParis(maintenant)
  const cible = ciblePour(acteur, {})
  if (!cible) notFound()
  const lue = lirePeriode(parametres, aujourdhui)
  const tirage = lireTirage(parametres, graineParDefaut(cible, lue.periode))
  const bilan = await bilanDe(acteur, cible, lue.periode, maintenant)
  if (!bilan) notFound()
  const echantillon = await echantillonDe(acteur, cible, lue.periode, { ...tirage, population: bilan.courant.traitees })
  return (
    <Cadre acteur={acteur} entree="/caisse/bilans">
      <PeriodeACorriger erreurs={lue.erreurs} />
      <FilRetour href={`/caisse/bilans?${enAdresse(lue.periode)}`} libelle="Bilans" />
      <div className="mb-4 flex flex-wrap items-start justify-between gap-x-8 gap-y-4">
        <div>
          <h1>Échantillon de la caisse</h1>
          <p className="mt-1">
            {bilan.caisse.nom}, tous ses partenaires. {lue.periode.libelle}.
          </p>
        </div>
        <ChoixPeriode lue={lue} offertes={periodesOffertes(aujourdhui)} conventions={[]} />
      </div>
      <EchantillonDuBilan
        echantillon={echantillon}
        tirage={tirage}
        cachees={enChamps(lue.periode)}
        ouvrir={(reference) => `/caisse/demandes/${reference}`}
      />
    </Cadre>
  )
}
