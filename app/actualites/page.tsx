import type { Metadata } from 'next'
import { ListeActualites } from '@/components/actualites/liste-actualites'
import { Cadre } from '@/components/cadre/cadre'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { Formulaire } from '@/components/formulaire/formulaire'
import { EtatVide } from '@/components/ui/etat-vide'
import { Fait } from '@/components/ui/fait'
import { Pagination } from '@/components/ui/pagination'
import { actionToutMarquerLu } from '@/lib/actualites/actions'
import { actualitesALire, pageSchema } from '@/lib/actualites/queries'
import { aDroit } from '@/lib/socle/acteur'
import { exigerActeur } from '@/lib/socle/session'

const titre = 'Actualités'

export const metadata: Metadata = { title: titre }

const faits = { tout_lu: 'Toutes les actualités sont marquées comme lues.' }

export default async function Actualites({ searchParams }: PageProps<'/actualites'>) {
  const acteur = await exigerActeur('publication.lire')
  const recherche = await searchParams
  const { page } = pageSchema.parse(recherche)
  const { actualites, suite } = await actualitesALire(acteur, page, new Date())
  return (
    <Cadre acteur={acteur} entree="/actualites" exacte>
      <Fait fait={recherche.fait} mots={faits} />
      <div className="mb-5 flex flex-wrap items-start justify-between gap-4">
        <h1>{titre}</h1>
        {acteur.nouvelles > 0 && (
          <Formulaire action={actionToutMarquerLu} titrePage={titre} cle="tout-lu">
            <BoutonEnvoi aspect="secondaire" dense enCours="Un instant…">
              Tout marquer comme lu
            </BoutonEnvoi>
          </Formulaire>
        )}
      </div>
      {aDroit(acteur, 'publication.gerer') && (
        <p className="mb-5">
          <a href="/actualites/gerer">Écrire et suivre les actualités</a>
        </p>
      )}
      {actualites.length === 0 ? (
        <EtatVide titre="Aucune actualité pour le moment">
          <p>Ce que la caisse a à vous dire se lira ici. Un courriel vous prévient, selon vos préférences.</p>
        </EtatVide>
      ) : (
        <ListeActualites actualites={actualites} />
      )}
      <Pagination
        suivante={suite ? { href: `/actualites?page=${page + 1}`, libelle: 'Actualités plus anciennes' } : undefined}
        precedente={
          page > 1 ? { href: `/actualites?page=${page - 1}`, libelle: 'Actualités plus récentes' } : undefined
        }
      />
    </Cadre>
  )
}
