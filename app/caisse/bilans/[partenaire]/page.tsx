import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ChoixPeriode, PeriodeACorriger } from '@/components/bilan/choix-periode'
import { CorpsBilan } from '@/components/bilan/corps'
import { EchantillonDuBilan } from '@/components/bilan/echantillon'
import { ExportsBilan } from '@/components/bilan/exports'
import { sansLien, versDemandes } from '@/components/bilan/liens'
import { Cadre } from '@/components/cadre/cadre'
import { BlocCopil } from '@/components/copil/bloc-copil'
import { BlocQuestionnaire } from '@/components/questionnaires/bloc-bilan'
import { FilRetour } from '@/components/ui/fil-retour'
import { estUuid } from '@/lib/bilan/adresse'
import { anneesDeConvention, enAdresse, enChamps, lirePeriode, periodesOffertes } from '@/lib/bilan/periode'
import { bilanDe, ciblePour, conventionsDe, echantillonDe } from '@/lib/bilan/queries'
import { graineParDefaut, lireTirage } from '@/lib/bilan/tirage'
import { aDroit } from '@/lib/socle/acteur'
import { exigerActeur } from '@/lib/socle/session'
import { dateAParis } from '@/lib/socle/temps'

export const metadata: Metadata = { title: 'Bilan d’un partenaire' }

export default async function BilanDuPartenaire({ params, searchParams }: PageProps<'/caisse/bilans/[partenaire]'>) {
  const acteur = await exigerActeur('bilan.caisse')
  const { partenaire } = await params
  const cible = estUuid(partenaire) && ciblePour(acteur, { partenaireId: partenaire })
  if (!cible) notFound()
  const parametres = await searchParams
  const maintenant = new Date()
  const aujourdhui = dateAParis(maintenant)
  const conventions = await conventionsDe(acteur, cible)
  const lue = lirePeriode(parametres, aujourdhui, conventions)
  const tirage = lireTirage(parametres, graineParDefaut(cible, lue.periode))
  const bilan = await bilanDe(acteur, cible, lue.periode, maintenant)
  if (!bilan?.partenaire) notFound()
  const echantillon = await echantillonDe(acteur, cible, lue.periode, { ...tirage, population: bilan.courant.traitees })
  const ouvrir = aDroit(acteur, 'demande.voir')
    ? versDemandes('/caisse/bilans/demandes', bilan, { partenaire })
    : sansLien
  return (
    <Cadre acteur={acteur} entree="/caisse/bilans">
      <PeriodeACorriger erreurs={lue.erreurs} />
      <FilRetour href={`/caisse/bilans?${enAdresse(lue.periode)}`} libelle="Bilans" />
      <div className="mb-4 flex flex-wrap items-start justify-between gap-x-8 gap-y-4">
        <div>
          <h1>Bilan pour le COPIL</h1>
          <p className="mt-1">
            {bilan.partenaire.nom} et {bilan.caisse.nom}.
          </p>
        </div>
        <ChoixPeriode
          lue={lue}
          offertes={periodesOffertes(aujourdhui)}
          conventions={anneesDeConvention(conventions, aujourdhui)}
        />
      </div>
      <ExportsBilan
        bilan={bilan}
        base="/api/bilans/caisse"
        autres={{ partenaire, graine: tirage.graine, taille: String(tirage.taille) }}
      />
      <CorpsBilan bilan={bilan} ouvrir={ouvrir} />
      <EchantillonDuBilan
        echantillon={echantillon}
        tirage={tirage}
        cachees={enChamps(lue.periode)}
        ouvrir={(reference) => `/caisse/demandes/${reference}`}
      />
      <BlocQuestionnaire acteur={acteur} cible={cible} periode={lue.periode} />
      <BlocCopil acteur={acteur} cible={cible} periode={lue.periode} />
    </Cadre>
  )
}
