import type { Metadata } from 'next'
import { BadgeSituation } from '@/components/actualites/badge-situation'
import { TableauFiches } from '@/components/administration/tableau-fiches'
import { Cadre } from '@/components/cadre/cadre'
import { LienBouton } from '@/components/ui/bouton'
import { EtatVide } from '@/components/ui/etat-vide'
import { Fait } from '@/components/ui/fait'
import { FilRetour } from '@/components/ui/fil-retour'
import { Onglets } from '@/components/ui/onglets'
import { Pagination } from '@/components/ui/pagination'
import { libelleGenre } from '@/lib/actualites/libelles'
import { type ActualiteTenue, actualitesTenues, vueSchema } from '@/lib/actualites/queries'
import { dateEtHeure } from '@/lib/socle/format'
import { majuscule } from '@/lib/socle/francais'
import { exigerActeur } from '@/lib/socle/session'

const titre = 'Écrire et suivre les actualités'

export const metadata: Metadata = { title: titre }

const faits = { supprimee: 'Le brouillon est supprimé.' }

const vues = { preparation: 'À venir', en_ligne: 'En ligne', passees: 'Archivées et retirées' } as const

export default async function GererActualites({ searchParams }: PageProps<'/actualites/gerer'>) {
  const acteur = await exigerActeur('publication.gerer')
  const recherche = await searchParams
  const filtres = vueSchema.parse(recherche)
  const { vue, page } = filtres
  const { actualites, suite } = await actualitesTenues(acteur, filtres, new Date())
  const adresse = (rang: number) => `/actualites/gerer?vue=${vue}&page=${rang}`
  return (
    <Cadre acteur={acteur} entree="/actualites">
      <Fait fait={recherche.fait} mots={faits} />
      <FilRetour href="/actualites" libelle="Actualités" />
      <div className="mb-5 flex flex-wrap items-start justify-between gap-4">
        <h1>{titre}</h1>
        <LienBouton href="/actualites/nouvelle">Écrire une actualité</LienBouton>
      </div>
      <Onglets
        nom="Actualités"
        onglets={Object.entries(vues).map(([cle, libelle]) => ({
          href: `/actualites/gerer?vue=${cle}`,
          libelle,
          courant: vue === cle,
        }))}
      />
      {actualites.length === 0 ? (
        <EtatVide titre={vue === 'preparation' ? 'Rien n’est en préparation' : 'Aucune actualité ici'}>
          <p>
            Un flash-info, ou ce qui change dans les textes : écrivez-le, relisez-le, puis publiez-le ou programmez-le.
          </p>
        </EtatVide>
      ) : (
        <TableauFiches
          legende={vues[vue]}
          colonnes={['Actualité', 'Publication', 'État']}
          lignes={actualites.map((actualite) => ({
            cle: actualite.id,
            cellules: [
              <span key="titre">
                <a href={`/actualites/${actualite.id}`} className="inline-block min-h-6">
                  {actualite.titre}
                </a>
                <span className="block text-14 text-encre-2">
                  {libelleGenre(actualite.genre)}
                  {actualite.epinglee && ', épinglée'}
                </span>
              </span>,
              <span key="quand">{quand(actualite)}</span>,
              <BadgeSituation key="etat" situation={actualite.situation} />,
            ],
          }))}
        />
      )}
      <Pagination
        suivante={suite ? { href: adresse(page + 1), libelle: 'Actualités suivantes' } : undefined}
        precedente={page > 1 ? { href: adresse(page - 1), libelle: 'Actualités précédentes' } : undefined}
      />
    </Cadre>
  )
}

function quand({ publieeLe, publierLe, etat }: ActualiteTenue): string {
  const instant = publieeLe ?? (etat === 'programmee' ? publierLe : null)
  return instant ? majuscule(dateEtHeure(instant)) : 'Pas encore décidée'
}
