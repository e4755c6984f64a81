import type { Metadata } from 'next'
import { Cadre } from '@/components/cadre/cadre'
import { GroupeTickets } from '@/components/support/groupe-tickets'
import { EtatVide } from '@/components/ui/etat-vide'
import { Onglets } from '@/components/ui/onglets'
import { accueilDe, aDroit } from '@/lib/socle/acteur'
import { exigerActeur } from '@/lib/socle/session'
import { ticketsRecus, vueSupportSchema } from '@/lib/support/queries'

export const metadata: Metadata = { title: 'Dysfonctionnements signalés' }

export default async function SupportRecu({ searchParams }: PageProps<'/support/recus'>) {
  const acteur = await exigerActeur('support.traiter')
  const { vue } = vueSupportSchema.parse(await searchParams)
  const national = aDroit(acteur, 'administrer')
  const groupes = await ticketsRecus(acteur, vue)
  const onglet = (valeur: typeof vue, libelle: string) => ({
    href: `/support/recus?vue=${valeur}`,
    libelle,
    courant: vue === valeur,
  })
  return (
    <Cadre acteur={acteur} entree={national ? '/support/recus' : accueilDe(acteur)} exacte={national}>
      <h1>Dysfonctionnements signalés</h1>
      <p className="mt-2 mb-5 max-w-180">
        Page par page du portail : celle où l’on signale le plus vient d’abord.{' '}
        <a href="/support">Ceux que vous avez signalés</a>
      </p>
      <Onglets
        nom="Signalements"
        onglets={[
          onglet('ouverts', 'À traiter'),
          ...(national ? [onglet('caisses', 'Dans les caisses')] : []),
          onglet('resolus', 'Résolus'),
        ]}
      />
      {groupes.length === 0 ? (
        <EtatVide titre={vue === 'resolus' ? 'Rien de résolu' : 'Rien à traiter'}>
          <p>Un dysfonctionnement se signale au bas de chaque page.</p>
        </EtatVide>
      ) : (
        groupes.map((groupe) => <GroupeTickets key={groupe.page} groupe={groupe} national={national} />)
      )}
    </Cadre>
  )
}
