import type { Metadata } from 'next'
import { Cadre } from '@/components/cadre/cadre'
import { AVenir, ListeDues, OngletsConservation, RetenirUneDemande } from '@/components/conservation/apercu'
import { DerniersPassages } from '@/components/conservation/passages'
import { ListeRetenues } from '@/components/conservation/retenues'
import { Fait } from '@/components/ui/fait'
import { apercuConservation, filtresConservationSchema } from '@/lib/conservation/queries'
import { aDroit } from '@/lib/socle/acteur'
import { dateLongue } from '@/lib/socle/format'
import { exigerActeur } from '@/lib/socle/session'
import { dateAParis } from '@/lib/socle/temps'

const TITRE = 'Conservation des données'

export const metadata: Metadata = { title: TITRE }

const faits = {
  retenue: 'Demande retenue. La nuit ne l’effacera pas avant le jour que vous avez fixé.',
  levee: 'Retenue levée. La demande suit de nouveau la durée de conservation de la caisse.',
}

export default async function Conservation({ searchParams }: PageProps<'/caisse/conservation'>) {
  const acteur = await exigerActeur('conservation.voir')
  const filtres = filtresConservationSchema.parse(await searchParams)
  const apercu = await apercuConservation(acteur, filtres)
  return (
    <Cadre acteur={acteur} entree="/caisse/conservation">
      <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-4">
        <h1>{TITRE}</h1>
        <RetenirUneDemande />
      </div>
      <p className="mt-2 mb-6 max-w-180">
        Chaque nuit, vers 3 h 45, le portail efface ce qui a dépassé sa durée, et garde des chiffres sans nom. La
        prochaine nuit est celle du {dateLongue(dateAParis(apercu.passage))}. Les durées se lisent dans le{' '}
        <a href="/caisse/conservation/registre">registre des traitements</a>
        {aDroit(acteur, 'caisse.regler') ? (
          <>
            {' '}
            et se règlent dans les <a href="/caisse/parametres/conservation">paramètres</a>.
          </>
        ) : (
          '. Un référent de la caisse les règle.'
        )}
      </p>
      <Fait fait={filtres.fait} mots={faits} />
      <AVenir apercu={apercu} />
      <div className="mt-8">
        <OngletsConservation apercu={apercu} genre={filtres.genre} />
      </div>
      <div className="mt-4">
        {filtres.genre === 'retenue' ? (
          <ListeRetenues retenues={apercu.retenues} titrePage={TITRE} />
        ) : (
          <ListeDues apercu={apercu} filtres={filtres} />
        )}
      </div>
      <DerniersPassages passages={apercu.passages} />
    </Cadre>
  )
}
