import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ChoixPeriode, PeriodeACorriger } from '@/components/bilan/choix-periode'
import { CorpsBilan } from '@/components/bilan/corps'
import { ExportsBilan } from '@/components/bilan/exports'
import { sansLien, versDemandes } from '@/components/bilan/liens'
import { BilansDesPartenaires } from '@/components/bilan/partenaires'
import { Cadre } from '@/components/cadre/cadre'
import { BlocQuestionnaire } from '@/components/questionnaires/bloc-bilan'
import { enAdresse, lirePeriode, periodesOffertes } from '@/lib/bilan/periode'
import { bilanDe, bilansDesPartenaires, ciblePour } from '@/lib/bilan/queries'
import { aDroit } from '@/lib/socle/acteur'
import { exigerActeur } from '@/lib/socle/session'
import { dateAParis } from '@/lib/socle/temps'

export const metadata: Metadata = { title: 'Bilans' }

export default async function Bilans({ searchParams }: PageProps<'/caisse/bilans'>) {
  const acteur = await exigerActeur('bilan.caisse')
  const maintenant = new Date()
  const aujourdhui = dateAParis(maintenant)
  const lue = lirePeriode(await searchParams, aujourdhui)
  const cible = ciblePour(acteur, {})
  const [bilan, partenaires] = await Promise.all([
    cible && bilanDe(acteur, cible, lue.periode, maintenant),
    bilansDesPartenaires(acteur, lue.periode),
  ])
  if (!cible || !bilan) notFound()
  const ouvrir = aDroit(acteur, 'demande.voir') ? versDemandes('/caisse/bilans/demandes', bilan, {}) : sansLien
  return (
    <Cadre acteur={acteur} entree="/caisse/bilans" exacte>
      <PeriodeACorriger erreurs={lue.erreurs} />
      <div className="mb-4 flex flex-wrap items-start justify-between gap-x-8 gap-y-4">
        <div>
          <h1>Bilan de la caisse</h1>
          <p className="mt-1">{bilan.caisse.nom}, tous ses partenaires.</p>
          <p className="mt-2">
            <a href="#partenaires">Bilan de chaque partenaire</a>
            {' · '}
            <a href={`/caisse/bilans/echantillon?${enAdresse(lue.periode)}`}>Tirer un échantillon de la caisse</a>
          </p>
        </div>
        <ChoixPeriode lue={lue} offertes={periodesOffertes(aujourdhui)} conventions={[]} />
      </div>
      <ExportsBilan bilan={bilan} base="/api/bilans/caisse" autres={{}} />
      <CorpsBilan bilan={bilan} ouvrir={ouvrir} />
      <BlocQuestionnaire acteur={acteur} cible={cible} periode={lue.periode} />
      <BilansDesPartenaires
        lignes={partenaires}
        adresse={(partenaireId) => `/caisse/bilans/${partenaireId}?${enAdresse(lue.periode)}`}
      />
    </Cadre>
  )
}
