import type { Metadata } from 'next'
import { ChoixPeriode, PeriodeACorriger } from '@/components/bilan/choix-periode'
import { CorpsBilan } from '@/components/bilan/corps'
import { EchantillonDuBilan } from '@/components/bilan/echantillon'
import { ExportsBilan } from '@/components/bilan/exports'
import { sansLien, versDemandes } from '@/components/bilan/liens'
import { Cadre } from '@/components/cadre/cadre'
import { BlocCopil } from '@/components/copil/bloc-copil'
import { BlocQuestionnaire } from '@/components/questionnaires/bloc-bilan'
import { EtatVide } from '@/components/ui/etat-vide'
import { Onglets } from '@/components/ui/onglets'
import { estUuid } from '@/lib/bilan/adresse'
import { anneesDeConvention, enAdresse, enChamps, lirePeriode, periodesOffertes } from '@/lib/bilan/periode'
import { bilanDe, ciblePour, conventionsDe, echantillonDe } from '@/lib/bilan/queries'
import { graineParDefaut, lireTirage } from '@/lib/bilan/tirage'
import { aDroit } from '@/lib/socle/acteur'
import { exigerActeur } from '@/lib/socle/session'
import { dateAParis } from '@/lib/socle/temps'

export const metadata: Metadata = { title: 'Bilan' }

export default async function BilanDuPartenaire({ searchParams }: PageProps<'/bilan'>) {
  const acteur = await exigerActeur('bilan.partenaire')
  const parametres = await searchParams
  const maintenant = new Date()
  const aujourdhui = dateAParis(maintenant)
  const cible = ciblePour(acteur, { caisseId: estUuid(parametres.caisse) ? parametres.caisse : undefined })
  const conventions = cible ? await conventionsDe(acteur, cible) : []
  const lue = lirePeriode(parametres, aujourdhui, conventions)
  const bilan = cible && (await bilanDe(acteur, cible, lue.periode, maintenant))
  if (!cible || !bilan)
    return (
      <Cadre acteur={acteur} entree="/bilan" exacte>
        <h1 className="mb-6">Bilan</h1>
        <EtatVide titre="Aucun bilan à montrer">
          <p>Le bilan se lit tant que votre convention vous donne accès à une caisse.</p>
        </EtatVide>
      </Cadre>
    )
  const tirage = lireTirage(parametres, graineParDefaut(cible, lue.periode))
  const echantillon = await echantillonDe(acteur, cible, lue.periode, { ...tirage, population: bilan.courant.traitees })
  const caisse = { caisse: cible.caisseId }
  return (
    <Cadre acteur={acteur} entree="/bilan" exacte>
      <PeriodeACorriger erreurs={lue.erreurs} />
      {acteur.caissesOuvertes.length > 1 && (
        <div className="mb-5">
          <Onglets
            nom="Caisses"
            onglets={acteur.caissesOuvertes.map(({ id, nom }) => ({
              href: `/bilan?${enAdresse(lue.periode.genre === 'convention' ? (periodesOffertes(aujourdhui)[0] ?? lue.periode) : lue.periode, { caisse: id })}`,
              libelle: nom,
              courant: id === cible.caisseId,
            }))}
          />
        </div>
      )}
      <div className="mb-4 flex flex-wrap items-start justify-between gap-x-8 gap-y-4">
        <div>
          <h1>Bilan de la convention</h1>
          <p className="mt-1">
            {bilan.partenaire?.nom} et {bilan.caisse.nom}.
          </p>
        </div>
        <ChoixPeriode
          lue={lue}
          offertes={periodesOffertes(aujourdhui)}
          conventions={anneesDeConvention(conventions, aujourdhui)}
          cachees={caisse}
        />
      </div>
      <ExportsBilan
        bilan={bilan}
        base="/api/bilans/partenaire"
        autres={{ ...caisse, graine: tirage.graine, taille: String(tirage.taille) }}
      />
      <CorpsBilan
        bilan={bilan}
        ouvrir={aDroit(acteur, 'demande.suivre') ? versDemandes('/bilan/demandes', bilan, caisse) : sansLien}
      />
      <EchantillonDuBilan
        echantillon={echantillon}
        tirage={tirage}
        cachees={{ ...caisse, ...enChamps(lue.periode) }}
        ouvrir={(reference) => `/demandes/${reference}`}
      />
      <BlocQuestionnaire acteur={acteur} cible={cible} periode={lue.periode} />
      <BlocCopil acteur={acteur} cible={cible} periode={lue.periode} />
    </Cadre>
  )
}
