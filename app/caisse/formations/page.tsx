import type { Metadata } from 'next'
import { Cadre } from '@/components/cadre/cadre'
import { TableauFormations } from '@/components/formations/tableau-caisse'
import { LienBouton } from '@/components/ui/bouton'
import { EtatVide } from '@/components/ui/etat-vide'
import { Fait } from '@/components/ui/fait'
import { Onglets } from '@/components/ui/onglets'
import { Pagination } from '@/components/ui/pagination'
import { filtresFormationsSchema, formationsDeLaCaisse } from '@/lib/formations/queries-caisse'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Formations' }

const faits = { supprimee: 'Le brouillon est supprimé.' }

export default async function Formations({ searchParams }: PageProps<'/caisse/formations'>) {
  const acteur = await exigerActeur('formation.gerer')
  const recherche = await searchParams
  const filtres = filtresFormationsSchema.parse(recherche)
  const { formations, suite } = await formationsDeLaCaisse(acteur, filtres, new Date())
  const { vue, page } = filtres
  const adresse = (rang: number) => `/caisse/formations?vue=${vue}&page=${rang}`
  return (
    <Cadre acteur={acteur} entree="/caisse/formations" exacte>
      <Fait fait={recherche.fait} mots={faits} />
      <div className="flex flex-wrap items-start justify-between gap-4">
        <h1>Formations</h1>
        <LienBouton href="/caisse/formations/nouvelle">Préparer une session</LienBouton>
      </div>
      <p className="mt-2 mb-5 max-w-180">
        Les sessions que la caisse propose à ses partenaires. Les présences notées comptent dans leur bilan.
      </p>
      <Onglets
        nom="Sessions"
        onglets={[
          { href: '/caisse/formations', libelle: 'À venir', courant: vue === 'a_venir' },
          { href: '/caisse/formations?vue=passees', libelle: 'Passées', courant: vue === 'passees' },
        ]}
      />
      {formations.length === 0 ? (
        <EtatVide titre={vue === 'a_venir' ? 'Aucune session à venir' : 'Aucune session passée'}>
          <p>
            {vue === 'a_venir'
              ? 'Préparez une session : elle reste un brouillon jusqu’à ce que vous la publiiez.'
              : 'Une session se range ici quand ses présences sont notées.'}
          </p>
        </EtatVide>
      ) : (
        <TableauFormations
          legende={vue === 'a_venir' ? 'Sessions à venir' : 'Sessions passées'}
          formations={formations}
        />
      )}
      <Pagination
        suivante={suite ? { href: adresse(page + 1), libelle: 'Sessions suivantes' } : undefined}
        precedente={page > 1 ? { href: adresse(page - 1), libelle: 'Sessions précédentes' } : undefined}
      />
    </Cadre>
  )
}
