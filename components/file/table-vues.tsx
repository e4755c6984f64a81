import { type Choix, filtresChoisis } from '@/components/file/filtres-choisis'
import { vuesDites } from '@/components/file/vues'
import { Tableau } from '@/components/ui/tableau'
import type { FiltresFile } from '@/lib/demandes/filtres-file'
import type { Vue } from '@/lib/file/filtres-de-vue'

/** «Toutes, Service : Dossier, Urgentes». */
export function filtresEnMots(filtres: FiltresFile, choix: Choix): string {
  return [vuesDites[filtres.vue].libelle, ...filtresChoisis(filtres, choix).map(({ mots }) => mots)].join(', ')
}

export function TableVues({ titre, vues, choix }: { titre: string; vues: (Vue & { auteur: string })[]; choix: Choix }) {
  return (
    <section className="mb-8">
      <h2 className="mb-2">{titre}</h2>
      <Tableau legende={titre} className="table-vues">
        <thead>
          <tr>
            <th scope="col">Vue</th>
            <th scope="col">Ce qu’elle montre</th>
            <th scope="col">Demandes</th>
            <th scope="col">Pour qui</th>
            <th scope="col">
              <span className="sr-only">Action</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {vues.map(({ id, nom, filtres, compte, partagee, mienne, auteur }) => (
            <tr key={id}>
              <th scope="row">
                <a href={`/caisse/file?vue=${id}`}>{nom}</a>
              </th>
              <td>{filtresEnMots(filtres, choix)}</td>
              <td className="chiffres">{compte ?? '–'}</td>
              <td>{partagee ? (mienne ? 'Tous les agents' : `Partagée par ${auteur}`) : 'Moi'}</td>
              <td>
                {mienne && (
                  <a href={`/caisse/file/vues/${id}`} className="inline-block min-h-6">
                    Modifier<span className="sr-only"> la vue {nom}</span>
                  </a>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </Tableau>
    </section>
  )
}
