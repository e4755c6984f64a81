import type { Metadata } from 'next'
import { FiltresBibliotheque } from '@/components/bibliotheque/filtres-bibliotheque'
import { ListeDocuments } from '@/components/bibliotheque/liste-documents'
import { Cadre } from '@/components/cadre/cadre'
import { LienBouton } from '@/components/ui/bouton'
import { EtatVide } from '@/components/ui/etat-vide'
import { Fait } from '@/components/ui/fait'
import { Onglets } from '@/components/ui/onglets'
import { bibliotheque } from '@/lib/bibliotheque/queries'
import { filtresSchema } from '@/lib/bibliotheque/schema'
import { avecMots } from '@/lib/recherche/mots-gardes'
import { aDroit } from '@/lib/socle/acteur'
import { pluriel } from '@/lib/socle/format'
import { exigerActeur } from '@/lib/socle/session'

const titre = 'Bibliothèque'

export const metadata: Metadata = { title: titre }

const faits = { supprime: 'Le brouillon est supprimé, avec ses fichiers.' }

const vues = { en_ligne: 'En ligne', brouillons: 'Brouillons', retires: 'Retirés' } as const

export default async function Bibliotheque({ searchParams }: PageProps<'/bibliotheque'>) {
  const acteur = await exigerActeur('publication.lire')
  const recherche = await avecMots(acteur, await searchParams)
  const gere = aDroit(acteur, 'publication.gerer')
  const lus = filtresSchema.parse(recherche)
  const filtres = gere ? lus : { ...lus, vue: 'en_ligne' as const }
  const { documents, themes } = await bibliotheque(acteur, filtres)
  const { q, theme, service, vue } = filtres
  const filtree = Boolean(q || theme || service)
  return (
    <Cadre acteur={acteur} entree="/bibliotheque" exacte>
      <Fait fait={recherche.fait} mots={faits} />
      <div className="flex flex-wrap items-start justify-between gap-4">
        <h1>{titre}</h1>
        {gere && <LienBouton href="/bibliotheque/nouveau">Ajouter un document</LienBouton>}
      </div>
      <p className="mt-2 mb-4 max-w-180">
        Formulaires, dépliants et guides, dans leur dernière version. Ceux qui servent à une demande sont aussi proposés
        pendant son dépôt.
      </p>
      {gere && (
        <Onglets
          nom="Documents"
          onglets={Object.entries(vues).map(([cle, libelle]) => ({
            href: cle === 'en_ligne' ? '/bibliotheque' : `/bibliotheque?vue=${cle}`,
            libelle,
            courant: vue === cle,
          }))}
        />
      )}
      <FiltresBibliotheque filtres={filtres} themes={themes} />
      {documents.length === 0 ? (
        <EtatVide titre={filtree ? 'Aucun document ne correspond' : 'Aucun document pour le moment'}>
          <p>
            {filtree ? (
              <>
                Essayez un mot plus court, ou <a href="/bibliotheque">voyez tous les documents</a>.
              </>
            ) : (
              'Les documents que la caisse met à disposition se trouveront ici.'
            )}
          </p>
        </EtatVide>
      ) : (
        <>
          {filtree && (
            <p className="mb-3 text-15 text-encre-2">
              {pluriel(documents.length, 'document trouvé', 'documents trouvés')}.
            </p>
          )}
          <ListeDocuments documents={documents} parTheme={!q} cote={acteur.partenaire ? 'partenaire' : 'caisse'} />
        </>
      )}
    </Cadre>
  )
}
