import { TableauFiches } from '@/components/administration/tableau-fiches'
import { filtresChoisis } from '@/components/file/filtres-choisis'
import { vuesDites } from '@/components/file/vues'
import type { ChoixFiltres } from '@/lib/demandes/choix-filtres'
import type { FiltresFile } from '@/lib/demandes/filtres-file'
import type { Vue } from '@/lib/file/filtres-de-vue'

/** «Toutes, Service : Dossier, Urgentes». */
export function filtresEnMots(filtres: FiltresFile, choix: ChoixFiltres): string {
  return [vuesDites[filtres.vue].libelle, ...filtresChoisis(filtres, choix).map(({ mots }) => mots)].join(', ')
}

export function TableVues({
  titre,
  vues,
  choix,
}: {
  titre: string
  vues: (Vue & { auteur: string })[]
  choix: ChoixFiltres
}) {
  return (
    <section className="mb-8">
      <h2 className="mb-2">{titre}</h2>
      <TableauFiches
        legende={titre}
        colonnes={['Vue', 'Ce qu’elle montre', 'Demandes', 'Pour qui', 'Changer']}
        lignes={vues.map(({ id, nom, filtres, compte, partagee, mienne, auteur }) => ({
          cle: id,
          cellules: [
            <a key="nom" href={`/caisse/file?vue=${id}`} className="inline-block min-h-6">
              {nom}
            </a>,
            filtresEnMots(filtres, choix),
            <span key="compte" className="chiffres">
              {compte ?? '–'}
              <span className="bureau:sr-only">{compte === null ? ' demandes' : ` ${motDemandes(compte)}`}</span>
            </span>,
            partagee ? (mienne ? 'Tous les agents' : `Partagée par ${auteur}`) : 'Moi',
            mienne && (
              <a key="agir" href={`/caisse/file/vues/${id}`} className="inline-block min-h-6">
                Modifier<span className="sr-only"> la vue {nom}</span>
              </a>
            ),
          ],
        }))}
      />
    </section>
  )
}

const motDemandes = (nombre: number) => (nombre > 1 ? 'demandes' : 'demande')
